import type { Range } from './range';

/** A replacement of text. UTF-16 code units. */
export interface Edit extends Range {
  readonly newText: string;
}

/** The text with the edits made; they do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const pieces = [...edits]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, newText }) => {
      const before = text.slice(at, start);
      at = end;
      return [before, newText];
    });
  return [...pieces, text.slice(at)].join('');
}
