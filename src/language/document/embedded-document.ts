import type { Range } from '../text/range';
import type { EmbeddedDocument, ParsedDocument } from './parsed-document';

/** A place in an embedded document. */
export interface EmbeddedPlace extends EmbeddedDocument {
  readonly offset: number;
}

/** The embedded text that an offset is in, and where in it that is. */
export function embeddedAt(
  { embedded }: ParsedDocument,
  offset: number,
): EmbeddedPlace | undefined {
  for (const { document, map } of embedded) {
    const inner = map.toInner(offset);
    if (inner !== undefined) return { document, map, offset: inner };
  }
  return undefined;
}

/** The embedded texts that a range touches, and what it touches of them. */
export function embeddedIn(
  { embedded }: ParsedDocument,
  range: Range,
): (EmbeddedDocument & { readonly range: Range })[] {
  return embedded.flatMap(({ document, map }) => {
    const inner = map.rangeToInner(range);
    return inner ? [{ document, map, range: inner }] : [];
  });
}
