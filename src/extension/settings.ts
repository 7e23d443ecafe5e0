import * as vscode from 'vscode';
import type { Configuration, KeyNames, Row, Translate } from '../language';
import type { Settings } from '../language/settings/settings';

type Language = typeof import('../language');

/** The section under which all settings stand. */
export const SECTION = 'ecsStates';

/** What settings are looked up by: an open document, or a file that none is open of. */
export type Scope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** The edition of the mapping, and the rows beside it. */
export type Mapping = Pick<Settings, 'dialect'> & { readonly additionalRows: readonly Row[] };

/** Reads what the user set. Values that make no sense are left out and said once each in the log. */
export class SettingsReader {
  readonly #said = new Set<string>();
  /** Relations and names are made per object of the settings, so what is written alike has to stay one object. */
  readonly #configurations = new Map<string, Configuration>();

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly language: Pick<
      Language,
      'STATUS_HINTS' | 'configurationFrom' | 'isConfigurable' | 'keysOf' | 'settingsFor'
    >,
    private readonly translations: { readonly translate: Translate },
  ) {}

  /** What holds for this document. */
  for(document: Scope): Settings {
    const configuration = this.#configuration(document);
    return {
      ...this.language.settingsFor(configuration, (glob) => matches(document, glob)),
      ...this.#statusHints(document),
      translate: this.translations.translate,
    };
  }

  /** What keys mean in this document. */
  keysOf(document: Scope): KeyNames {
    return this.language.keysOf(this.#configuration(document));
  }

  /** The mapping that holds for this document, or for the window where there is none. */
  mapping(document?: Scope): Mapping {
    const { additionalRows, dialect } = this.#configuration(document);
    return { additionalRows, ...(dialect && { dialect }) };
  }

  /** Whether the user wants nothing reported in this file. */
  isExcluded(document: Scope): boolean {
    return this.#configuration(document).exclude.some((glob) => matches(document, glob));
  }

  #configuration(document: Scope | undefined): Configuration {
    // The section at once, since a file that holds no states costs little besides.
    const given = vscode.workspace.getConfiguration(undefined, document).get<object>(SECTION) ?? {};
    const key = JSON.stringify(given);
    const known = this.#configurations.get(key);
    if (known) return known;
    const { isConfigurable, configurationFrom } = this.language;
    const written = Object.entries(given).filter(([name]) => isConfigurable(name));
    const configuration = configurationFrom(Object.fromEntries(written), (name, value) =>
      this.#say(name, value),
    );
    this.#configurations.set(key, configuration);
    return configuration;
  }

  /** A setting that only an editor has a use for. */
  #statusHints(document: Scope): Pick<Settings, 'statusHints'> {
    const value = vscode.workspace.getConfiguration(SECTION, document).get<unknown>('inlayHints');
    const statusHints = this.language.STATUS_HINTS.find((choice) => choice === value);
    if (statusHints === undefined && value !== undefined) this.#say('inlayHints', value);
    return statusHints ? { statusHints } : {};
  }

  #say(name: string, value: unknown): void {
    const { translate: t } = this.translations;
    const setting = `${SECTION}.${name}`;
    const text = t('{0}: {1} makes no sense and is ignored', setting, JSON.stringify(value));
    if (this.#said.has(text)) return;
    this.#said.add(text);
    this.log.warn(text);
  }
}

/** Globs are relative to the folder that the document is in, as those of `files.exclude` are. */
export function matches(document: Scope, glob: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
  // A pattern is held against nothing but the address, so that it need not be of a document.
  return vscode.languages.match({ pattern }, document as vscode.TextDocument) > 0;
}
