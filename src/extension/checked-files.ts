import type * as vscode from 'vscode';
import type { Settings } from '../language';
import type { Core } from './core';
import { type Placed, toEditor } from './editor-diagnostic';
import type { Problems } from './problems';
import type { Scope } from './settings';

/** What a file was found to have, and what decided that. */
interface Known {
  /** Found with every rule on; undefined where the file is too large or cannot be read. */
  readonly found: readonly Placed[] | undefined;
  /** Equal keys stand for equal findings in the same text; none is that of a file that may have changed. */
  readonly key: string | undefined;
}

/**
 * What is known of the files that a check has read, whatever rules report it: settings that change only that make
 * other problems of what is known. What decides what is found makes files stale, which have to be read again.
 */
export class CheckedFiles {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly problems: Problems,
    private readonly languageOfTexts: () => string,
  ) {}

  /** Whether a file was read, be it stale since. */
  has({ uri }: Scope): boolean {
    return this.#known.has(uri.toString());
  }

  /** Whether a file has to be read before its problems can be shown. */
  isStale(file: Scope, { language, settings }: Core): boolean {
    if (settings.isExcluded(file)) return false;
    const key = this.#keyOf(file, settings.for(file), language);
    return this.#known.get(file.uri.toString())?.key !== key;
  }

  /**
   * Takes what a file was found to have, and shows it.
   * @param found undefined where the file is too large or cannot be read
   * @param settings those it was checked by
   */
  set(file: Scope, found: readonly Placed[] | undefined, settings: Settings, core: Core): void {
    const key = this.#keyOf(file, settings, core.language);
    this.#known.set(file.uri.toString(), { found, key });
    this.show(file, core);
  }

  /** Shows of what is known of a file what the settings report. */
  show(file: Scope, { language, settings }: Core): void {
    const { found = [] } = this.#known.get(file.uri.toString()) ?? {};
    const reported =
      found.length === 0 || settings.isExcluded(file)
        ? []
        : language.withSeverities(found, settings.for(file));
    // Hints are for the text alone, which nobody looks at here.
    const shown = reported.filter(({ severity }) => severity !== 'hint');
    this.problems.setChecked(file.uri, shown.map(toEditor));
  }

  /** Makes files stale whose text may have changed. */
  invalidate(concerns: (key: string) => boolean): void {
    for (const [key, { found }] of this.#known) {
      if (concerns(key)) this.#known.set(key, { found, key: undefined });
    }
  }

  /** Forgets files that nothing is to be shown of any more. */
  forget(concerns: (key: string) => boolean): void {
    for (const key of [...this.#known.keys()].filter(concerns)) {
      this.#known.delete(key);
      this.problems.clearChecked(key);
    }
  }

  #keyOf({ languageId }: Scope, settings: Settings, language: Core['language']): string {
    return [languageId, this.languageOfTexts(), language.findingsKey(settings)].join('\n');
  }
}

/** Whether a file is one of these, or in one of these folders. */
export function within(uris: readonly vscode.Uri[]): (key: string) => boolean {
  const changed = new Set(uris.map(String));
  return (key) => {
    for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
      if (changed.has(key.slice(0, end))) return true;
    }
    return false;
  };
}
