import { fileURLToPath } from 'node:url';
import { type Configuration, configurationFrom, settingsFor, type Translate } from '../language';
import type { Settings } from '../language/settings/settings';
import { withoutEditorSettings } from '../node/editor-settings';
import { matchesGlob } from '../node/globs';
import { type Locale, translateInto } from '../node/translations';

/** The section under which the client keeps the settings, as the extension does. */
export const SECTION = 'ecsStates';

/** What holds for one document. */
export interface DocumentSettings {
  readonly settings: Settings;
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
  /** The language floor builds a relation per list of rows, so what is written alike stays one object. */
  readonly #configurations = new Map<string, Configuration>();
  readonly #said = new Set<string>();

  constructor(private readonly source: Source) {}

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
    const t = translateInto(
      language === 'en' || language === 'zh-cn' ? language : this.source.locale,
    );
    return {
      settings: { ...settingsFor(configuration, matches), translate: t },
      isExcluded: configuration.exclude.some(matches),
      t,
    };
  }

  /** Forgets what was asked: of one document, or of all. */
  forget(uri?: string): void {
    if (uri === undefined) this.#asked.clear();
    else this.#asked.delete(uri);
  }

  #configuration(written: unknown): Configuration {
    const key = JSON.stringify(written) ?? '';
    const known = this.#configurations.get(key);
    if (known) return known;
    const t = translateInto(this.source.locale);
    const { settings, editorOnly } = withoutEditorSettings(written);
    for (const name of editorOnly) {
      this.#say(t('{0} is for VS Code only and changes nothing here', `${SECTION}.${name}`));
    }
    const configuration = configurationFrom(settings, (name, value) => {
      const setting = name === '' ? SECTION : `${SECTION}.${name}`;
      this.#say(t('{0}: {1} makes no sense and is ignored', setting, JSON.stringify(value)));
    });
    this.#configurations.set(key, configuration);
    return configuration;
  }

  #say(text: string): void {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    this.source.warn(text);
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
