import { fileURLToPath } from 'node:url';
import {
  type Configuration,
  configurationFrom,
  createLanguageService,
  type LanguageService,
  settingsFor,
  type Translate,
} from '../language';
import { withoutEditorSettings } from '../node/editor-settings';
import { matchesGlob } from '../node/globs';
import { type Locale, translateInto } from '../node/translations';
import { ConfiguredServices, SECTION } from '../shared/configured-services';

/** What holds for one document. */
export interface DocumentSettings {
  /** What answers by its settings; the same object as long as these are the same. */
  readonly service: LanguageService;
  /** Whether the user wants nothing reported in it. */
  readonly isExcluded: boolean;
  readonly t: Translate;
}

/** Where settings come from, and what they depend on. */
interface Source {
  /** What the client has for a document. */
  readonly ask: (uri: string) => Promise<unknown>;
  readonly folders: () => readonly string[];
  readonly locale: Locale;
  readonly warn: (message: string) => void;
}

/** Asks the client once for each document's settings, until they change. */
export class SettingsReader {
  readonly #asked = new Map<string, Promise<unknown>>();
  readonly #services: ConfiguredServices;
  readonly #translations = new Map<Locale, Translate>();

  constructor(private readonly source: Source) {
    const language = { configurationFrom, createLanguageService };
    this.#services = new ConfiguredServices(language, (message) => source.warn(message));
  }

  /** What holds for the document. */
  async for(uri: string): Promise<DocumentSettings> {
    let asked = this.#asked.get(uri);
    if (!asked) {
      asked = this.source.ask(uri).catch(() => undefined);
      this.#asked.set(uri, asked);
    }
    const configuration = this.#configuration(await asked);
    const matches = (glob: string) => this.#matches(uri, glob);
    const { language } = configuration;
    const t = this.#translateInto(
      language === 'en' || language === 'zh-cn' ? language : this.source.locale,
    );
    return {
      service: this.#services.service({ ...settingsFor(configuration, matches), translate: t }),
      isExcluded: configuration.exclude.some(matches),
      t,
    };
  }

  /** Forgets what was asked: of one document, or of all. */
  forget(uri?: string): void {
    if (uri === undefined) this.#asked.clear();
    else this.#asked.delete(uri);
  }

  #configuration(given: unknown): Configuration {
    const t = this.#translateInto(this.source.locale);
    return this.#services.configuration(given, t, () => {
      const { settings, editorOnly } = withoutEditorSettings(given);
      for (const name of editorOnly) {
        const setting = `${SECTION}.${name}`;
        this.#services.report(t('{0} is for VS Code only and changes nothing here', setting));
      }
      return settings;
    });
  }

  /** The texts are read once, and are the same object then. */
  #translateInto(locale: Locale): Translate {
    const made = this.#translations.get(locale) ?? translateInto(locale);
    this.#translations.set(locale, made);
    return made;
  }

  /** Globs are relative to the innermost folder that the document is in. */
  #matches(uri: string, glob: string): boolean {
    const file = pathOf(uri);
    if (file === undefined) return false;
    const [folder] = this.source
      .folders()
      .filter((name) => uri.startsWith(name.endsWith('/') ? name : `${name}/`))
      .sort((a, b) => b.length - a.length);
    return matchesGlob((folder && pathOf(folder)) ?? '/', file, glob);
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
