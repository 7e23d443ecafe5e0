import type { Tree } from '@lezer/common';
import { AnalysisCache } from '../analysis';
import { COMMON_KEYS, type KeyNames, LONGEST_OWN_KEY } from '../records/key-names';
import { withKeys } from '../records/keyed-source';
import { LONGEST_MENTION, mayHoldStates } from '../records/prefilter';
import type { StateRecord } from '../records/record';
import { LONGEST_HINT } from '../syntax/embedded/region';
import type { LiveSyntax, Reader } from '../syntax/reader';
import { readerFor, syntaxFor } from '../syntax/registry';
import { compose, growth, type TextChange } from '../text/changes';
import { IncrementalSearch } from '../text/incremental-search';
import { readOnce, type TextSource } from '../text/source';
import { advance, type Steps } from '../text/steps';
import { DIRECTIVE, mayBeSuppressed } from './directive';
import { LiveRegions } from './live-regions';
import { Memo } from './memo';
import { type EmbeddedDocument, type ParsedDocument, regionsOf } from './parsed-document';

const NONE: readonly StateRecord[] = [];

/**
 * The records of one open document, kept up with its text: `change` takes what was typed, `advance` reads what
 * that touched. The records are those of a full read; the ones that are not touched stay the same objects, and are
 * moved in place.
 */
export class LiveDocument {
  private length = 0;
  private hasChanged = false;
  /** Whether the parser gave up on the text as it is. */
  private isUnreadable = false;
  private states: IncrementalSearch | undefined;
  private directives: IncrementalSearch | undefined;
  private hints: IncrementalSearch | undefined;
  /** None as long as the text cannot hold a state. */
  private syntax: LiveSyntax | undefined;
  /** What is known of the code, where the text is code. */
  private analysis = new AnalysisCache();
  /** The analysis under way. */
  private analyzing: Steps<readonly StateRecord[]> | undefined;

  private readonly regions: LiveRegions;
  /** Whether the regions are those of the newest text. */
  private hasRegions = false;

  /**
   * @param keys what keys mean
   * @param depth in how many other texts this one is
   */
  constructor(
    readonly languageId: string,
    readonly keys: KeyNames = COMMON_KEYS,
    private readonly depth = 0,
  ) {
    this.regions = new LiveRegions((id) => new LiveDocument(id, keys, depth + 1));
  }

  /** Whether some reader serves the language. */
  get isServed(): boolean {
    return readerFor(this.languageId) !== undefined;
  }

  /** In order of their start; those of the newest text once `advance` has said that it is done. */
  get records(): readonly StateRecord[] {
    return this.syntax?.records ?? NONE;
  }

  /**
   * Whether a full read might find more: a broken text can be understood otherwise when it is read piece by piece.
   * `refresh` is for when there is time.
   */
  get needsFullReparse(): boolean {
    if (!this.hasChanged) return false;
    return this.syntax?.needsFullReparse === true || this.regions.needsFullReparse;
  }

  /** Takes changes that were made at once; nothing is read yet, and a parse under way is outdated. */
  change(changes: readonly TextChange[]): void {
    if (!this.states || changes.length === 0) return;
    this.hasChanged = true;
    this.isUnreadable = false;
    const edits = compose([], changes);
    for (const edit of edits) this.length += growth(edit);
    this.states.edit(edits);
    this.directives?.edit(edits);
    this.hints?.edit(edits);
    this.syntax?.change(changes);
    this.analysis.change(changes);
    this.analyzing = undefined;
    this.hasRegions = false;
  }

  /** Forgets what is known: the next `advance` reads all of the text. */
  refresh(): void {
    this.states = undefined;
    this.regions.clear();
    this.hasChanged = false;
  }

  /**
   * Reads on until the records are those of the text, or the time is over; at least a little each time.
   * @param isOver whether to stop, to be called again later
   * @returns whether the records are those of the text
   */
  advance(source: TextSource, isOver: () => boolean): boolean {
    return this.advanceIn(readOnce(source), isOver);
  }

  private advanceIn(source: TextSource, isOver: () => boolean): boolean {
    if (!this.states || this.length !== source.length) {
      this.length = source.length;
      this.states = new IncrementalSearch(
        source.length,
        (text) => mayHoldStates(text, this.keys),
        this.keys.hasOwn ? Math.max(LONGEST_OWN_KEY, LONGEST_MENTION) : LONGEST_MENTION,
      );
      this.directives = new IncrementalSearch(source.length, mayBeSuppressed, DIRECTIVE.length);
      const finder = readerFor(this.languageId)?.regions;
      this.hints =
        finder &&
        new IncrementalSearch(source.length, (text) => finder.mayFind(text), LONGEST_HINT);
      this.syntax = undefined;
      this.isUnreadable = false;
      this.hasRegions = false;
    }
    if (!this.states.advance(source, isOver)) return false;
    if (this.directives?.advance(source, isOver) === false) return false;
    // A comment that silences nothing is reported where no state is left, too.
    if (!this.states.hasHit && !this.directives?.hasHit) this.syntax = undefined;
    else if (!this.syntax && !this.isUnreadable) {
      this.syntax = syntaxFor(this.languageId)?.open(this.languageId, this.keys);
      this.analysis = new AnalysisCache();
      this.analyzing = undefined;
      this.syntax?.change([{ start: 0, end: 0, newLength: source.length }]);
    }
    if (this.isUnreadable) return true;
    try {
      return this.syntax?.advance(source, isOver) ?? true;
    } catch {
      // Thousands of nested levels overflow the parser's stack: nobody writes such a text by hand.
      this.isUnreadable = true;
      this.syntax = undefined;
      return true;
    }
  }

  /**
   * As `advance`, for the features: what they answer from, once it is that of the text.
   * @returns undefined as long as the time was over before
   */
  read(given: TextSource, isOver: () => boolean): ParsedDocument | undefined {
    const { languageId, keys } = this;
    const reader = readerFor(languageId);
    const source = readOnce(given);
    if (!reader || !this.advanceIn(source, isOver)) return undefined;
    const tree = this.syntax?.tree;
    const analysis = tree && reader.isCode ? this.analysis : undefined;
    let { records } = this;
    if (tree && analysis) {
      this.analyzing ??= analysis.records(tree, withKeys(source, keys), records);
      const analyzed = advance(this.analyzing, isOver);
      if (!analyzed) return undefined;
      this.analyzing = undefined;
      records = analyzed.result;
    }
    const embedded = this.readRegions(reader, source, tree, isOver);
    if (!embedded) return undefined;
    const mayBeSilenced = this.directives?.hasHit === true;
    return {
      source,
      languageId,
      reader,
      keys,
      records,
      embedded,
      tree,
      analysis,
      mayBeSilenced,
      memo: new Memo(),
      get text() {
        return source.read(0, source.length);
      },
    };
  }

  private readRegions(
    reader: Reader,
    source: TextSource,
    tree: Tree | undefined,
    isOver: () => boolean,
  ): readonly EmbeddedDocument[] | undefined {
    if (!this.syntax || !reader.regions || !this.hints) return [];
    if (!this.hints.advance(source, isOver)) return undefined;
    if (!this.hints.hasHit) return [];
    if (!this.hasRegions) {
      const text = source.read(0, source.length);
      const found = regionsOf(reader, text, this.languageId, tree, this.depth);
      this.regions.update(found);
      this.hasRegions = true;
    }
    return this.regions.read(isOver);
  }
}
