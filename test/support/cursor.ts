/** Marks the cursor in a fixture; no syntax the tests use has it. */
export const CURSOR = '<|>';

/**
 * Splits a fixture at its one cursor marker.
 * @returns the text without the marker, and the marker's offset in UTF-16 code units
 * @throws Error if the fixture has no marker or several
 */
export function withCursor(fixture: string): { text: string; offset: number } {
  const parts = fixture.split(CURSOR);
  if (parts.length !== 2) throw new Error(`expected one ${CURSOR} in: ${fixture}`);
  return { text: parts.join(''), offset: parts[0]?.length ?? 0 };
}
