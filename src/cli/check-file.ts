import path from 'node:path';
import {
  type Configuration,
  createLanguageService,
  type LanguageService,
  languageOfFile,
  settingsFor,
} from '../language';
import { matchesGlob } from '../node/globs';
import { type Locale, translateInto } from '../node/translations';
import { findingsIn, fixText } from './check-text';
import { decode } from './encoding';
import { largestBytes, largestMegabytes, readUpTo } from './read-file';
import { type Obstacle, replaceFile } from './replace-file';
import type { Details, FileReport, FileResult, Finding } from './report';

/** What holds for all files of a run. Plain data, so that threads can be given it. */
export interface Plan {
  readonly configuration: Configuration;
  /** The folder that the configuration's globs are relative to. */
  readonly folder: string;
  readonly workingDirectory: string;
  readonly locale: Locale;
  readonly fix: boolean;
  /** The language of files whose name shows none. */
  readonly languageId?: string;
  readonly severities: readonly Finding['severity'][];
  readonly details: Details;
}

/** Checks files one after the other. */
export class Checker {
  readonly #t;

  constructor(private readonly plan: Plan) {
    this.#t = translateInto(plan.locale);
  }

  /** Reads and checks a file, and says what fixes make of it. Trouble is part of the report. */
  checkFile(file: string): FileResult {
    try {
      const languageId = this.languageOf(file);
      if (languageId === undefined || this.isExcluded(file)) {
        return this.checkBytes(Buffer.alloc(0), file);
      }
      const { keys } = this.#serviceFor(file);
      const bytes = readUpTo(file, largestBytes(languageId), keys);
      if (Buffer.isBuffer(bytes)) return this.checkBytes(bytes, file);
      if (bytes.matters) return { report: this.troubled(file, this.tooLarge(languageId)) };
      // Where no server is meant, as much is known as if all of it had been parsed.
      return bytes.isText
        ? { report: { ...this.#unchecked(file), isChecked: true } }
        : { report: this.#noText(file) };
    } catch (error) {
      return { report: this.troubled(file, reasonOf(error)) };
    }
  }

  /** Checks bytes as if they stood in the file. */
  checkBytes(bytes: Buffer, file: string): FileResult {
    const report = this.#unchecked(file);
    const languageId = this.languageOf(file);
    if (languageId === undefined) {
      const note = this.#t('not checked: no language matches its name');
      return { report: { ...report, note } };
    }
    if (this.isExcluded(file)) return { report };
    const decoded = decode(bytes);
    if (!decoded) return { report: this.#noText(file) };
    const service = this.#serviceFor(file);
    const { text, fixed } = this.plan.fix
      ? fixText(decoded.text, languageId, service)
      : { text: decoded.text, fixed: 0 };
    if (fixed > 0 && !decoded.encode) {
      const note = this.#t('not fixed: its encoding is not known for certain');
      return { report: { ...this.#unfixed(bytes, file), note } };
    }
    const { severities, details } = this.plan;
    const findings = findingsIn(text, languageId, service, severities, details);
    return {
      report: { ...report, isChecked: true, findings, fixed },
      ...(fixed > 0 &&
        decoded.encode && { change: { expected: bytes, content: decoded.encode(text) } }),
    };
  }

  /** The report once the fixed content is in the file; what there is without the fixes where it cannot be written. */
  write({ report, change }: FileResult, file: string): FileReport {
    if (!change) return report;
    const expected = Buffer.from(change.expected);
    try {
      const obstacle = replaceFile(file, expected, change.content);
      if (!obstacle) return report;
      return { ...this.#unfixed(expected, file), trouble: this.#reasonFor(obstacle) };
    } catch (error) {
      return { ...this.#unfixed(expected, file), trouble: reasonOf(error) };
    }
  }

  /** Whether the user wants nothing reported in the file. */
  isExcluded(file: string): boolean {
    const { configuration, folder } = this.plan;
    return configuration.exclude.some((glob) => matchesGlob(folder, file, glob));
  }

  /** The language of a file, or undefined where neither its name nor an option shows it. */
  languageOf(file: string): string | undefined {
    return languageOfFile(file) ?? this.plan.languageId;
  }

  /** The report on a file that could not be checked. */
  troubled(file: string, trouble: string): FileReport {
    return { ...this.#unchecked(file), trouble };
  }

  /** What is said of a text that has too many bytes for its language. */
  tooLarge(languageId: string): string {
    return this.#t(
      'not checked: it is larger than {0} MB, the most that is read of its language',
      largestMegabytes(languageId),
    );
  }

  #reasonFor(obstacle: Obstacle): string {
    const reasons: Readonly<Record<Obstacle, string>> = {
      changed: this.#t('changed while it was checked'),
      'read-only': this.#t('not fixed: it is read-only'),
      linked: this.#t(
        'not fixed: it has several names (hard links), and only one would get the new text',
      ),
      owner: this.#t('not fixed: it would get another owner or group'),
    };
    return reasons[obstacle];
  }

  #unfixed(bytes: Buffer, file: string): FileReport {
    return new Checker({ ...this.plan, fix: false }).checkBytes(bytes, file).report;
  }

  #noText(file: string): FileReport {
    return { ...this.#unchecked(file), note: this.#t('not checked: not a text file') };
  }

  #unchecked(file: string): FileReport {
    return { path: this.#shown(file), isChecked: false, findings: [], fixed: 0 };
  }

  #serviceFor(file: string): LanguageService {
    const { configuration, folder } = this.plan;
    const settings = settingsFor(configuration, (glob) => matchesGlob(folder, file, glob));
    return createLanguageService({ ...settings, translate: this.#t });
  }

  #shown(file: string): string {
    const relative = path.relative(this.plan.workingDirectory, file);
    const isAbove = relative === '..' || relative.startsWith(`..${path.sep}`);
    const isBelow = !isAbove && !path.isAbsolute(relative);
    return (isBelow ? relative || '.' : file).split(path.sep).join('/');
  }
}

/** What an error says, without the parts that repeat the path. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^([^']*), \w+(?: '.*')?$/s.exec(message)?.[1] ?? message;
}
