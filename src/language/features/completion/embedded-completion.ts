import type { OffsetMap } from '../../syntax/embedded/offset-map';
import type { Completion, Template } from './completion-item';

/** A proposal in an embedded text where it is in the file; none where it cannot be written there. */
export function inFile(proposal: Completion, map: OffsetMap): Completion[] {
  const { start, insertText, cursor, filterText, template } = proposal;
  const write = (text: string) => map.encode(start, text);
  const edit = map.editToOuter({ start, end: proposal.end, newText: insertText });
  const filter = write(filterText);
  const written = template && templateInFile(template, write);
  const before = cursor === undefined ? undefined : write(insertText.slice(0, cursor));
  if (!edit || filter === undefined || (template && !written)) return [];
  return [
    {
      ...proposal,
      start: edit.start,
      end: edit.end,
      insertText: edit.newText,
      filterText: filter,
      ...(before !== undefined && { cursor: before.length }),
      ...(written && { template: written }),
    },
  ];
}

function templateInFile(
  { choices, parts }: Template,
  write: (text: string) => string | undefined,
): Template | undefined {
  const written = parts.map((part) => (typeof part === 'string' ? write(part) : part));
  return written.every((part) => part !== undefined) ? { choices, parts: written } : undefined;
}
