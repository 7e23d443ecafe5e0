import { DIALECTS, type Dialect, FIELDS, type Field, type Row } from '../../model';
import { isOwnKey, type OwnKeys } from '../records/key-names';
import { RULE_CODES, type RuleCode } from '../rules/rules';
import { SEVERITIES, type Severity, severitySetting } from '../rules/severity';
import type { Settings } from './settings';

/** An entry that silences rules in some files. */
export interface FileSuppression {
  /** A glob, relative to the folder that the configuration is of. */
  readonly files: string;
  readonly codes: readonly string[];
}

/** What a user may configure, by the names that the editor's settings have behind `ecsStates.`; plain data. */
export interface Configuration {
  readonly severity: Readonly<Partial<Record<RuleCode, Severity>>>;
  readonly dialect?: Dialect;
  readonly additionalRows: readonly Row[];
  /** Names of the user's own for the fields. */
  readonly keys: OwnKeys;
  readonly proposeKeys: boolean;
  /** Globs of files in which nothing is reported. */
  readonly exclude: readonly string[];
  readonly suppress: readonly FileSuppression[];
  /** `auto`, `en` or `zh-cn`; each face knows what it takes for `auto`. */
  readonly language?: string;
}

/** All names that there are; what stands in their values is not a name of its own. */
const NAMES = [
  'dialect',
  'additionalRows',
  'keys',
  'exclude',
  'suppress',
  'completion.keys',
  'language',
  ...RULE_CODES.map((code) => `severity.${code}`),
];

/** The names of the editor's settings that are written otherwise than here, each with ours. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  RULE_CODES.map((code) => [severitySetting(code), `severity.${code}`]),
);

/** Whether there is such a name, whole or the beginning of some: the editor has settings besides. */
export function isConfigurable(name: string): boolean {
  return ALIASES.has(name) || NAMES.some((known) => known === name || known.startsWith(`${name}.`));
}

/**
 * Reads what a user wrote, dotted or nested (`severity.x` or `severity: { x }`). A rule's code may be in camel case,
 * as the editor's settings have it; where both are there, the code itself wins.
 * @param complain is called with each name whose value makes no sense, or that is none; such values are left out
 */
export function configurationFrom(
  written: unknown,
  complain: (name: string, value: unknown) => void,
): Configuration {
  const values = flatten(written, complain);
  const oneOf = <T extends string>(name: string, choices: readonly T[]): T | undefined => {
    const value = values.get(name);
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined && value !== undefined) complain(name, value);
    return chosen;
  };
  const listOf = <T>(name: string, read: (item: unknown) => T | undefined): readonly T[] => {
    const value = values.get(name) ?? [];
    const given = Array.isArray(value) ? value : [value];
    const items = given.flatMap((item) => read(item) ?? []);
    if (items.length < given.length || given !== value) complain(name, value);
    return items;
  };
  const severity: Partial<Record<RuleCode, Severity>> = {};
  for (const code of RULE_CODES) {
    const chosen = oneOf(`severity.${code}`, SEVERITIES);
    if (chosen) severity[code] = chosen;
  }
  const dialect = oneOf('dialect', DIALECTS);
  const language = oneOf('language', ['auto', 'en', 'zh-cn']);
  const proposeKeys = values.get('completion.keys');
  if (proposeKeys !== undefined && typeof proposeKeys !== 'boolean') {
    complain('completion.keys', proposeKeys);
  }
  return {
    severity,
    additionalRows: listOf('additionalRows', toRow),
    keys: ownKeys(values.get('keys'), complain),
    proposeKeys: proposeKeys !== false,
    exclude: listOf('exclude', (item) => (typeof item === 'string' ? item : undefined)),
    suppress: listOf('suppress', toSuppression),
    ...(dialect && { dialect }),
    ...(language && { language }),
  };
}

/**
 * What holds for one file.
 * @param matches whether the file is one of a glob's
 */
export function settingsFor(
  { severity, dialect, additionalRows, keys, proposeKeys, suppress }: Configuration,
  matches: (glob: string) => boolean,
): Settings {
  const silenced = suppress.filter(({ files }) => matches(files)).flatMap(({ codes }) => codes);
  const off = RULE_CODES.filter((code) => silenced.includes(code)).map((code) => [code, 'off']);
  return {
    severity: { ...severity, ...Object.fromEntries(off) },
    additionalRows,
    keys,
    proposeKeys,
    ...(dialect && { dialect }),
  };
}

function ownKeys(value: unknown, complain: (name: string, value: unknown) => void): OwnKeys {
  const entries = isObject(value) ? Object.entries(value) : [];
  const names = entries.flatMap(([name, meaning]): [string, Field][] => {
    const field = FIELDS.find((candidate) => candidate === meaning);
    return field && isOwnKey(name) ? [[name, field]] : [];
  });
  if (value !== undefined && (!isObject(value) || names.length < entries.length)) {
    complain('keys', value);
  }
  return Object.fromEntries(names);
}

function flatten(
  written: unknown,
  complain: (name: string, value: unknown) => void,
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  const aliased = new Map<string, unknown>();
  const visit = (value: unknown, prefix: string): void => {
    for (const [key, item] of Object.entries(value ?? {})) {
      const name = `${prefix}${key}`;
      const alias = ALIASES.get(name);
      if (NAMES.includes(name)) values.set(name, item ?? undefined);
      else if (alias !== undefined) aliased.set(alias, item ?? undefined);
      else if (isObject(item) && NAMES.some((known) => known.startsWith(`${name}.`))) {
        visit(item, `${name}.`);
      } else if (name !== '$schema') complain(name, item);
    }
  };
  if (isObject(written)) visit(written, '');
  else if (written != null) complain('', written);
  return new Map([...aliased, ...values]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toRow(value: unknown): Row | undefined {
  if (!isObject(value)) return undefined;
  const { vm_state, task_state = null, status } = value;
  if (typeof vm_state !== 'string' || typeof status !== 'string') return undefined;
  if (task_state !== null && typeof task_state !== 'string') return undefined;
  return { vm_state, task_state, status };
}

function toSuppression(value: unknown): FileSuppression | undefined {
  if (!isObject(value)) return undefined;
  const { files, codes } = value;
  if (typeof files !== 'string' || !Array.isArray(codes)) return undefined;
  return { files, codes: codes.filter((code) => typeof code === 'string') };
}
