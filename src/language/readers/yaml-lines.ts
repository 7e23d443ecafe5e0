/** Where the line of an offset begins. UTF-16 code units, here and below. */
export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line of an offset ends, its line break not included. */
export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
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

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
