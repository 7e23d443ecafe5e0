import type { Candidate } from '../candidates/candidate';
import type { Input } from '../inputs/inputs';
import { EditorDocument } from './editor-document';
import { type Summary, summarize } from './statistics';

/** Texts of this length and more are opened in more than one slice. */
const LONG = 1_000_000;
const RUNS = 7;

/** The longest slice, in milliseconds, of each of several openings; undefined where nothing is done in slices. */
export function longestSlices({ openInSlices }: Candidate, { text }: Input): Summary | undefined {
  if (!openInSlices || text.length < LONG) return undefined;
  const document = new EditorDocument(text);
  return summarize(Array.from({ length: RUNS }, () => Math.max(...openInSlices(document))));
}
