import * as vscode from 'vscode';
import type { Configuration, LanguageService, Row, Settings, Translate } from '../language';
import { ConfiguredServices, SECTION } from '../shared/configured-services';

type Language = typeof import('../language');

export { SECTION };

const OPEN_SETTINGS = 'workbench.action.openSettings';

/** What settings are looked up by: an open document, or a file that none is open of. */
export type Scope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** The edition of the mapping, and the rows in addition to it. */
export type Mapping = Pick<Settings, 'dialect'> & { readonly additionalRows: readonly Row[] };

/** Reads what the user set. Invalid values are left out; each is in the log once, and one at a time in a notification. */
export class SettingsReader {
  readonly #services: ConfiguredServices;
  #isNotifying = false;

  constructor(
    log: vscode.LogOutputChannel,
    private readonly language: Pick<
      Language,
      | 'STATUS_HINTS'
      | 'configurationFrom'
      | 'createLanguageService'
      | 'isConfigurable'
      | 'settingsFor'
    >,
    private readonly translations: { readonly translate: Translate },
  ) {
    this.#services = new ConfiguredServices(language, (message) => {
      log.warn(message);
      void this.#notify(message);
    });
  }

  /** What holds for this document. */
  for(document: Scope): Settings {
    const configuration = this.#configuration(document);
    return {
      ...this.language.settingsFor(configuration, (glob) => matches(document, glob)),
      ...this.#statusHints(document),
      translate: this.translations.translate,
    };
  }

  /** What answers by the settings of this document. */
  serviceFor(document: Scope): LanguageService {
    return this.#services.service(this.for(document));
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

  /** Many invalid values are one notification: the log has them all. */
  async #notify(message: string): Promise<void> {
    if (this.#isNotifying) return;
    this.#isNotifying = true;
    const { translate: t } = this.translations;
    const open = t('Open Settings');
    const chosen = await vscode.window.showWarningMessage(message, open);
    this.#isNotifying = false;
    if (chosen === open) await vscode.commands.executeCommand(OPEN_SETTINGS, SECTION);
  }

  #configuration(document: Scope | undefined): Configuration {
    // The section at once, since a file that holds no states costs little besides.
    const given = vscode.workspace.getConfiguration(undefined, document).get<object>(SECTION) ?? {};
    const { isConfigurable } = this.language;
    return this.#services.configuration(given, this.translations.translate, () =>
      Object.fromEntries(Object.entries(given).filter(([name]) => isConfigurable(name))),
    );
  }

  /** A setting that only an editor has a use for. */
  #statusHints(document: Scope): Pick<Settings, 'statusHints'> {
    const value = vscode.workspace.getConfiguration(SECTION, document).get<unknown>('inlayHints');
    const statusHints = this.language.STATUS_HINTS.find((choice) => choice === value);
    if (statusHints === undefined && value !== undefined) {
      this.#services.reportNonsense('inlayHints', value, this.translations.translate);
    }
    return statusHints ? { statusHints } : {};
  }
}

/** Globs are relative to the folder that the document is in, as those of `files.exclude` are. */
export function matches(document: Scope, glob: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
  // A pattern is compared with the address only, so that it need not be of a document.
  return vscode.languages.match({ pattern }, document as vscode.TextDocument) > 0;
}
