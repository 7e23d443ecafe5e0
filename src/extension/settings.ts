import * as vscode from 'vscode';
import type {
  Field,
  KeyNames,
  OwnKeys,
  Row,
  RuleCode,
  Settings,
  Severity,
  Translate,
} from '../language';

type Language = typeof import('../language');

/** The section under which all settings stand. */
export const SECTION = 'ecsStates';

/** What settings are looked up by: an open document, or a file that none is open of. */
export type Scope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** A setting that silences rules in some files: for syntaxes without comments. */
export interface FileSuppression {
  readonly files: string;
  readonly codes: readonly string[];
}

/** The edition of the mapping, and the rows beside it. */
export type Mapping = Pick<Settings, 'dialect'> & { readonly additionalRows: readonly Row[] };

/** Reads what the user set. Values that make no sense are left out and said once each in the log. */
export class SettingsReader {
  readonly #said = new Set<string>();
  /** The language floor builds a relation per list of rows, so an unchanged list has to stay the same one. */
  readonly #rows = new Map<string, readonly Row[]>();
  /** Names are looked up for each key of a text, so an unchanged setting has to give the same ones. */
  readonly #keys = new Map<string, OwnKeys>();

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly language: Pick<
      Language,
      'DIALECTS' | 'FIELDS' | 'RULE_CODES' | 'SEVERITIES' | 'STATUS_HINTS' | 'isOwnKey' | 'keysOf'
    >,
    private readonly translations: { readonly translate: Translate },
  ) {}

  /** What holds for this document. */
  for(document: Scope): Settings {
    const configuration = vscode.workspace.getConfiguration(SECTION, document);
    const statusHints = this.#oneOf(configuration, 'inlayHints', this.language.STATUS_HINTS);
    return {
      ...this.mapping(document),
      ...(statusHints && { statusHints }),
      severity: this.#severities(configuration, document),
      translate: this.translations.translate,
      proposeKeys: configuration.get<unknown>('completion.keys') !== false,
    };
  }

  /** What keys mean in this document. */
  keysOf(document: Scope): KeyNames {
    const configuration = vscode.workspace.getConfiguration(SECTION, document);
    const value = configuration.get<unknown>('keys') ?? {};
    const text = JSON.stringify(value);
    const own = this.#keys.get(text) ?? this.#ownKeys(value);
    this.#keys.set(text, own);
    return this.language.keysOf({ keys: own, ...this.#dialect(configuration) });
  }

  /** The mapping that holds for this document, or for the window where there is none. */
  mapping(document?: Scope): Mapping {
    const configuration = vscode.workspace.getConfiguration(SECTION, document);
    const additionalRows = this.#additionalRows(configuration);
    return { additionalRows, ...this.#dialect(configuration) };
  }

  /** Whether the user wants nothing reported in this file. */
  isExcluded(document: Scope): boolean {
    const globs = vscode.workspace.getConfiguration(SECTION, document).get<unknown>('exclude');
    return strings(globs).some((glob) => matches(document, glob));
  }

  #dialect(configuration: vscode.WorkspaceConfiguration): Pick<Settings, 'dialect'> {
    const dialect = this.#oneOf(configuration, 'dialect', this.language.DIALECTS);
    return dialect ? { dialect } : {};
  }

  #severities(
    configuration: vscode.WorkspaceConfiguration,
    document: Scope,
  ): Partial<Record<RuleCode, Severity>> {
    const severity: Partial<Record<RuleCode, Severity>> = {};
    for (const code of this.language.RULE_CODES) {
      const chosen = this.#oneOf(configuration, `severity.${code}`, this.language.SEVERITIES);
      if (chosen) severity[code] = chosen;
    }
    for (const { files, codes } of fileSuppressions(configuration)) {
      if (!matches(document, files)) continue;
      for (const code of this.language.RULE_CODES) if (codes.includes(code)) severity[code] = 'off';
    }
    return severity;
  }

  #additionalRows(configuration: vscode.WorkspaceConfiguration): readonly Row[] {
    const value = configuration.get<unknown>('additionalRows') ?? [];
    const key = JSON.stringify(value);
    const known = this.#rows.get(key);
    if (known) return known;
    const given = Array.isArray(value) ? value : [value];
    const rows = given.flatMap((row) => toRow(row) ?? []);
    if (rows.length < given.length) this.#say('additionalRows', value);
    this.#rows.set(key, rows);
    return rows;
  }

  #ownKeys(value: unknown): OwnKeys {
    const given = typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
    const entries = (given ?? []).flatMap(([name, meaning]): [string, Field][] => {
      const field = this.language.FIELDS.find((candidate) => candidate === meaning);
      return field && this.language.isOwnKey(name) ? [[name, field]] : [];
    });
    if (entries.length !== given?.length) this.#say('keys', value);
    return Object.fromEntries(entries);
  }

  #oneOf<T extends string>(
    configuration: vscode.WorkspaceConfiguration,
    name: string,
    choices: readonly T[],
  ): T | undefined {
    const value = configuration.get<unknown>(name);
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined && value !== undefined) this.#say(name, value);
    return chosen;
  }

  #say(name: string, value: unknown): void {
    const text = `${SECTION}.${name}: ${JSON.stringify(value)} makes no sense and is ignored`;
    if (this.#said.has(text)) return;
    this.#said.add(text);
    this.log.warn(text);
  }
}

/** The entries that silence rules in files, as far as they make sense. */
export function fileSuppressions(
  configuration: vscode.WorkspaceConfiguration,
): readonly FileSuppression[] {
  const value = configuration.get<unknown>('suppress');
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { files, codes } = entry as Record<string, unknown>;
    return typeof files === 'string' ? [{ files, codes: strings(codes) }] : [];
  });
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Globs are relative to the folder that the document is in, as those of `files.exclude` are. */
export function matches(document: Scope, glob: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
  // A pattern is held against nothing but the address, so that it need not be of a document.
  return vscode.languages.match({ pattern }, document as vscode.TextDocument) > 0;
}

function toRow(value: unknown): Row | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { vm_state, task_state = null, status } = value as Record<string, unknown>;
  if (typeof vm_state !== 'string' || typeof status !== 'string') return undefined;
  if (task_state !== null && typeof task_state !== 'string') return undefined;
  return { vm_state, task_state, status };
}
