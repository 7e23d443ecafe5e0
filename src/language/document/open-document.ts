import type { KeyNames } from '../records/key-names';
import type { TextChange } from '../text/changes';
import { sourceOf, type TextSource } from '../text/source';
import { LiveDocument } from './live-document';
import type { ParsedDocument } from './parsed-document';

/**
 * A text that is open somewhere and changes. What it is parsed as follows its changes, so that a change costs what it
 * touches. Offsets are UTF-16 code units.
 */
export class OpenDocument {
  readonly #live: LiveDocument;
  #source: TextSource;
  #parsed: ParsedDocument | undefined;

  /** @param languageId one that is served: nothing is ever parsed of others */
  constructor(text: string | TextSource, languageId: string, keys: KeyNames) {
    this.#live = new LiveDocument(languageId, keys);
    this.#source = toSource(text);
  }

  get languageId(): string {
    return this.#live.languageId;
  }

  /** What its keys are taken to mean. */
  get keys(): KeyNames {
    return this.#live.keys;
  }

  /** How long the newest text is. */
  get length(): number {
    return this.#source.length;
  }

  /** Whether a full parse might find more, because the text is broken: `refresh` when there is time. */
  get needsFullReparse(): boolean {
    return this.#live.needsFullReparse;
  }

  /**
   * Takes changes that were made at once; nothing is parsed yet, and what was parsed before is outdated.
   * @param changes in any order, without overlap; their offsets are those of the text before all of them
   * @param text the text after them
   */
  change(changes: readonly TextChange[], text: string | TextSource): void {
    this.#live.change(changes);
    this.#source = toSource(text);
    this.#parsed = undefined;
  }

  /** Drops what is known, so that all of the text is parsed next. */
  refresh(): void {
    this.#live.refresh();
    this.#parsed = undefined;
  }

  /**
   * Parses on until the newest text is parsed, or the time is over; at least a little each time.
   * @param isOver whether to stop, to be called again later
   * @returns the newest text, parsed, which is outdated with the next change; undefined as long as there is more to do
   */
  advance(isOver: () => boolean): ParsedDocument | undefined {
    this.#parsed ??= this.#live.read(this.#source, isOver);
    return this.#parsed;
  }
}

function toSource(text: string | TextSource): TextSource {
  return typeof text === 'string' ? sourceOf(text) : text;
}
