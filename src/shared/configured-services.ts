import type { Configuration, LanguageService, Settings, Translate } from '../language';

/** The section under which all editors keep the settings. */
export const SECTION = 'ecsStates';

/** A longer value is cut in messages. */
const LONGEST_VALUE = 100;

type Language = Pick<typeof import('../language'), 'configurationFrom' | 'createLanguageService'>;

/**
 * Makes of settings as they are written what answers by them. What is written alike gives the same object, for
 * documents are parsed again where it is another one. Invalid values are left out and reported once each.
 */
export class ConfiguredServices {
  readonly #configurations = new Map<string, Configuration>();
  readonly #services = new Map<string, LanguageService>();
  readonly #reported = new Set<string>();

  /** @param warn writes a line into the log that the user can open */
  constructor(
    private readonly language: Language,
    private readonly warn: (message: string) => void,
  ) {}

  /**
   * What the settings of the section say.
   * @param given the section as the user wrote it
   * @param t the language of what is reported
   * @param known what of it this face reads, and so reports if it is invalid
   */
  configuration(given: unknown, t: Translate, known: (given: unknown) => unknown): Configuration {
    const key = JSON.stringify(given) ?? '';
    const made = this.#configurations.get(key);
    if (made) return made;
    const configuration = this.language.configurationFrom(known(given), (name, value) =>
      this.reportNonsense(name, value, t),
    );
    this.#configurations.set(key, configuration);
    return configuration;
  }

  /** What answers by settings. */
  service(settings: Settings): LanguageService {
    const key = JSON.stringify(settings);
    const made = this.#services.get(key);
    if (made && made.settings.translate === settings.translate) return made;
    const service = this.language.createLanguageService(settings);
    this.#services.set(key, service);
    return service;
  }

  /**
   * Reports a value that is ignored.
   * @param name within the section; empty for the section itself
   */
  reportNonsense(name: string, value: unknown, t: Translate): void {
    const setting = name === '' ? SECTION : `${SECTION}.${name}`;
    const written = JSON.stringify(value) ?? '';
    const shown = written.length > LONGEST_VALUE ? `${written.slice(0, LONGEST_VALUE)}…` : written;
    this.report(t('Invalid value of {0}, which is ignored: {1}', setting, shown));
  }

  /** Writes a line into the log, unless it is there already. */
  report(message: string): void {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    this.warn(message);
  }
}
