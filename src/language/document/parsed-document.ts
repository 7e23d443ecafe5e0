import type { Tree } from '@lezer/common';
import { AnalysisCache } from '../analysis';
import { COMMON_KEYS, type KeyNames } from '../records/key-names';
import { withKeys } from '../records/keyed-source';
import { singleFields } from '../records/objects/items';
import { mayHoldStates } from '../records/prefilter';
import type { StateField, StateRecord } from '../records/record';
import type { OffsetMap } from '../syntax/embedded/offset-map';
import { DEEPEST_REGION, type EmbeddedRegion } from '../syntax/embedded/region';
import type { Reader } from '../syntax/reader';
import { readerFor } from '../syntax/registry';
import { sourceOf, type TextSource } from '../text/source';
import { finish } from '../text/steps';
import { mayBeSuppressed } from './directive';
import { Memo } from './memo';

/** One version of a text, read: what every feature answers from. That of an open document holds until it changes. */
export interface ParsedDocument {
  /** The whole text, which an open document has to put together: for what cannot do with a part of it. */
  readonly text: string;
  readonly source: TextSource;
  readonly languageId: string;
  readonly reader: Reader;
  /** What keys were taken to mean. */
  readonly keys: KeyNames;
  /** Those of the text itself: the embedded ones have their own. */
  readonly records: readonly StateRecord[];
  /** The texts of other languages within, read. */
  readonly embedded: readonly EmbeddedDocument[];
  /** The syntax tree that they were read from; undefined where there is none, or the text cannot hold a state. */
  readonly tree: Tree | undefined;
  /** What is known of its code; undefined where the text is none. */
  readonly analysis: AnalysisCache | undefined;
  /** Whether there can be comments that silence rules. */
  readonly mayBeSilenced: boolean;
  /** What has been computed from it. */
  readonly memo: Memo;
}

/** A text of another language within a document, read as a document of its own. */
export interface EmbeddedDocument {
  /** Its offsets are those of the region's text. */
  readonly document: ParsedDocument;
  /** Where the text stands in the document round it. */
  readonly map: OffsetMap;
}

/** A state field and the record it is in. */
export interface FieldInRecord {
  readonly record: StateRecord;
  readonly stateField: StateField;
}

/**
 * Reads a text once for all features. A text that cannot hold a state is not parsed.
 * @returns undefined where no reader serves the language
 */
export function readText(
  text: string,
  languageId: string,
  keys: KeyNames = COMMON_KEYS,
): ParsedDocument | undefined {
  return readNested(text, languageId, keys, 0);
}

/** @param depth in how many other texts this one is */
function readNested(
  text: string,
  languageId: string,
  keys: KeyNames,
  depth: number,
): ParsedDocument | undefined {
  const reader = readerFor(languageId);
  if (!reader) return undefined;
  const source = sourceOf(text);
  const mayBeSilenced = mayBeSuppressed(text);
  const mayHold = mayHoldStates(text, keys);
  const parsed = mayHold ? parseSafely(reader, text, languageId, keys) : NOTHING;
  const regions =
    mayHold || mayBeSilenced ? regionsOf(reader, text, languageId, parsed.tree, depth) : [];
  const embedded = regions.flatMap((region): EmbeddedDocument[] => {
    const document = readNested(region.text, region.languageId, keys, depth + 1);
    return document ? [{ document, map: region.map }] : [];
  });
  const memo = new Memo();
  return { text, source, languageId, reader, keys, ...parsed, embedded, mayBeSilenced, memo };
}

/** The regions of a text that is itself in so many others. */
export function regionsOf(
  reader: Reader,
  text: string,
  languageId: string,
  tree: Tree | undefined,
  depth: number,
): readonly EmbeddedRegion[] {
  if (!reader.regions || depth >= DEEPEST_REGION) return [];
  return reader.regions.mayFind(text) ? reader.regions.find(text, languageId, tree) : [];
}

type Parsed = Pick<ParsedDocument, 'records' | 'tree' | 'analysis'>;

const NOTHING: Parsed = { records: [], tree: undefined, analysis: undefined };

/** Trees of thousands of nested levels overflow their library's stack; nobody writes such a text by hand. */
function parseSafely(reader: Reader, text: string, languageId: string, keys: KeyNames): Parsed {
  try {
    const { records, tree } = reader.read(text, languageId, keys);
    if (!reader.isCode || !tree) return { records, tree, analysis: undefined };
    const analysis = new AnalysisCache();
    const source = withKeys(sourceOf(text), keys);
    return { records: finish(analysis.records(tree, source, records)), tree, analysis };
  } catch {
    return NOTHING;
  }
}

/** The innermost field whose key or value, quotes included, holds or touches the offset. */
export function fieldAt(reading: ParsedDocument, offset: number): FieldInRecord | undefined {
  let found: FieldInRecord | undefined;
  for (const record of reading.records) {
    for (const stateField of record.fields.flatMap(singleFields)) {
      const { key, outer } = stateField;
      const touched =
        (key.start <= offset && offset <= key.end) ||
        (outer.start <= offset && offset <= outer.end);
      // Records come in order of their start, so a later hit is nested in the earlier one.
      if (touched) found = { record, stateField };
    }
  }
  return found;
}
