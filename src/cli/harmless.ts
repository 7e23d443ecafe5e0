/** The text without what a terminal would obey: a file may hold anything, and may be named so. */
export function harmless(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
}
