/** The text of a document as an editor keeps it: it is read in small parts. Offsets are UTF-16 code units. */
export interface TextSource {
  readonly length: number;
  read(from: number, to: number): string;
}

/** A text at hand as a source. */
export function sourceOf(text: string): TextSource {
  return { length: text.length, read: (from, to) => text.slice(from, to) };
}

/** Texts up to this length are as quickly read at once as in parts. */
const SHORT = 1 << 15;

/** A short source that is read once, when it is first needed; a long one as it is. */
export function readOnce(source: TextSource): TextSource {
  const { length } = source;
  if (length > SHORT) return source;
  let text: string | undefined;
  return {
    length,
    read(from, to) {
      text ??= source.read(0, length);
      return text.slice(from, to);
    },
  };
}
