import type { Range } from './range';

/** A replacement of text. UTF-16 code units. */
export interface TextEdit extends Range {
  readonly newText: string;
}

/**
 * The edits of several groups in order, none of which overlaps another. An edit that groups have in common is made
 * once; a group that overlaps another is left out whole, as is one that overlaps itself.
 */
export function disjointEdits(groups: readonly (readonly TextEdit[])[]): TextEdit[] {
  const inOrder = groups
    .flatMap((edits, group) => edits.map((edit) => ({ edit, group })))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.group - b.group);
  const overlapping = new Set<number>();
  let last: TextEdit | undefined;
  for (const { edit, group } of inOrder) {
    if (last && overlaps(last, edit) && !isSame(last, edit)) overlapping.add(group);
    else if (!overlapping.has(group)) last = edit;
  }
  const kept: TextEdit[] = [];
  for (const { edit, group } of inOrder) {
    const before = kept.at(-1);
    const isRepeated = before !== undefined && isSame(before, edit);
    if (!overlapping.has(group) && !isRepeated) kept.push(edit);
  }
  return kept;
}

/**
 * The text with the edits made.
 * @throws RangeError where they overlap
 */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  const pieces = [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ start, end, newText }) => {
      if (start < at) throw new RangeError(`An edit at ${start} overlaps one that ends at ${at}`);
      const before = text.slice(at, start);
      at = end;
      return [before, newText];
    });
  return [...pieces, text.slice(at)].join('');
}

/** Of two edits in order: whether both replace the same characters, or are made at the same place. */
function overlaps(first: TextEdit, second: TextEdit): boolean {
  return second.start < first.end || second.start === first.start;
}

function isSame(one: TextEdit, other: TextEdit): boolean {
  return one.start === other.start && one.end === other.end && one.newText === other.newText;
}
