import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Configuration, languageOfFile, settingsFor } from '../language';
import type { Settings } from '../language/settings/settings';
import { matchesGlob } from '../node/globs';
import { type Locale, translateInto } from '../node/translations';
import { findingsIn, fixText } from './check-text';
import { decode } from './encoding';
import { replaceFile } from './replace-file';
import type { FileReport, Finding } from './report';

/** What holds for all files of a run. Plain data, so that threads can be given it. */
export interface Plan {
  readonly configuration: Configuration;
  /** The folder that the configuration's globs are relative to. */
  readonly folder: string;
  readonly workingDirectory: string;
  readonly locale: Locale;
  readonly fix: boolean;
  /** The language of files whose name tells none. */
  readonly languageId?: string;
  readonly severities: readonly Finding['severity'][];
}

/** Checks files one after the other. */
export class Checker {
  readonly #t;

  constructor(private readonly plan: Plan) {
    this.#t = translateInto(plan.locale);
  }

  /** Reads and checks a file; fixes it where that is asked for. Trouble is part of the report. */
  checkFile(file: string): FileReport {
    try {
      const bytes = readFileSync(file);
      const { content, ...report } = this.checkBytes(bytes, file);
      return report.fixed === 0 ? report : this.#written(report, file, bytes, content);
    } catch (error) {
      return { ...this.#nothing(file), trouble: reasonOf(error) };
    }
  }

  /** Checks bytes as if they stood in the file. `content` is what they become by the fixes. */
  checkBytes(bytes: Buffer, file: string): FileReport & { readonly content: Buffer } {
    const decoded = decode(bytes);
    if (!decoded) {
      const note = this.#t('not checked: it is no text');
      return { ...this.#nothing(file), note, content: bytes };
    }
    const { text, ...report } = this.#checkText(decoded.text, file);
    if (report.fixed === 0) return { ...report, content: bytes };
    if (decoded.encode) return { ...report, content: decoded.encode(text) };
    const note = this.#t('not fixed: its encoding is not known for certain');
    return { ...this.#unfixed(bytes, file), note, content: bytes };
  }

  /** Whether the user wants nothing reported in the file. */
  isExcluded(file: string): boolean {
    const { configuration, folder } = this.plan;
    return configuration.exclude.some((glob) => matchesGlob(folder, file, glob));
  }

  #checkText(text: string, file: string): FileReport & { readonly text: string } {
    const languageId = languageOfFile(file) ?? this.plan.languageId;
    const report = { ...this.#nothing(file), text };
    if (languageId === undefined) {
      return { ...report, note: this.#t('not checked: its name tells no language') };
    }
    if (this.isExcluded(file)) return report;
    const settings = this.#settingsFor(file);
    const result = this.plan.fix ? fixText(text, languageId, settings) : { text, fixed: 0 };
    const findings = findingsIn(result.text, languageId, settings);
    return { ...report, ...result, findings: findings.filter((finding) => this.#isShown(finding)) };
  }

  /** The report once the fixed content is in the file; what there is without the fixes where it cannot be written. */
  #written(report: FileReport, file: string, bytes: Buffer, content: Buffer): FileReport {
    try {
      if (replaceFile(file, bytes, content)) return report;
      return { ...this.#unfixed(bytes, file), trouble: this.#t('changed while it was checked') };
    } catch (error) {
      return { ...this.#unfixed(bytes, file), trouble: reasonOf(error) };
    }
  }

  #unfixed(bytes: Buffer, file: string): FileReport {
    const { content: _same, ...report } = new Checker({ ...this.plan, fix: false }).checkBytes(
      bytes,
      file,
    );
    return report;
  }

  #nothing(file: string): FileReport {
    return { path: this.#shown(file), findings: [], fixed: 0 };
  }

  #settingsFor(file: string): Settings {
    const { configuration, folder } = this.plan;
    const settings = settingsFor(configuration, (glob) => matchesGlob(folder, file, glob));
    return { ...settings, translate: this.#t };
  }

  #isShown({ severity }: Finding): boolean {
    return this.plan.severities.includes(severity);
  }

  #shown(file: string): string {
    const relative = path.relative(this.plan.workingDirectory, file);
    const isAbove = relative === '..' || relative.startsWith(`..${path.sep}`);
    const isBelow = !isAbove && !path.isAbsolute(relative);
    return (isBelow ? relative : file).split(path.sep).join('/');
  }
}

/** What an error says, without the parts that repeat the path. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, \w+(?: '.*')?$/s, '');
}
