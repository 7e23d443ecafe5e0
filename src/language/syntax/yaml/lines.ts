/** Longest line that is looked at; in a longer one nobody types. */
export const LONGEST_LINE = 4096;

/** Where the line of an offset begins, or as far back as is looked. UTF-16 code units, here and below. */
export function startOfLine(text: string, offset: number): number {
  const least = Math.max(0, offset - LONGEST_LINE);
  let at = offset;
  while (at > least && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line of an offset ends, its line break not included, or as far ahead as is looked. */
export function endOfLine(text: string, offset: number): number {
  const most = Math.min(text.length, offset + LONGEST_LINE);
  let at = offset;
  while (at < most && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/** The next character at or behind an offset that is neither blank nor in a comment; else the end of the text. */
export function nextCode(text: string, offset: number): number {
  const code = /[^\s#]|#[^\n\r]*/g;
  code.lastIndex = offset;
  for (let found = code.exec(text); found; found = code.exec(text)) {
    if (!found[0].startsWith('#')) return found.index;
  }
  return text.length;
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
