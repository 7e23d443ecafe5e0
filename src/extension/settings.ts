import * as vscode from 'vscode';
import type { Row, RuleCode, Settings, Severity, Translate } from '../language';

type Language = typeof import('../language');

/** The section under which all settings stand. */
export const SECTION = 'ecsStates';

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

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly language: Pick<Language, 'DIALECTS' | 'RULE_CODES' | 'SEVERITIES'>,
    private readonly translations: { readonly translate: Translate },
  ) {}

  /** What holds for this document. */
  for(document: vscode.TextDocument): Settings {
    const configuration = vscode.workspace.getConfiguration(SECTION, document);
    return {
      ...this.mapping(document),
      severity: this.#severities(configuration, document),
      translate: this.translations.translate,
      proposeKeys: configuration.get<unknown>('completion.keys') !== false,
    };
  }

  /** The mapping that holds for this document, or for the window where there is none. */
  mapping(document?: vscode.TextDocument): Mapping {
    const configuration = vscode.workspace.getConfiguration(SECTION, document);
    const dialect = this.#oneOf(configuration, 'dialect', this.language.DIALECTS);
    const additionalRows = this.#additionalRows(configuration);
    return { additionalRows, ...(dialect && { dialect }) };
  }

  /** Whether the user wants nothing reported in this file. */
  isExcluded(document: vscode.TextDocument): boolean {
    const globs = vscode.workspace.getConfiguration(SECTION, document).get<unknown>('exclude');
    return strings(globs).some((glob) => matches(document, glob));
  }

  #severities(
    configuration: vscode.WorkspaceConfiguration,
    document: vscode.TextDocument,
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
function matches(document: vscode.TextDocument, glob: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
  return vscode.languages.match({ pattern }, document) > 0;
}

function toRow(value: unknown): Row | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { vm_state, task_state = null, status } = value as Record<string, unknown>;
  if (typeof vm_state !== 'string' || typeof status !== 'string') return undefined;
  if (task_state !== null && typeof task_state !== 'string') return undefined;
  return { vm_state, task_state, status };
}
