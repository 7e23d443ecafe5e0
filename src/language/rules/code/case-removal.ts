import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '../../text/edit';

/** What ends the statements of a case, so that they do not go on in the next. */
const EXITS = new Set(['BreakStatement', 'ContinueStatement', 'ReturnStatement', 'ThrowStatement']);

/**
 * The edit that takes a case out of its switch, with its statements where nothing else leads to them.
 * @param value what the case is compared with
 * @returns none where the statements of other cases could change by it, or a comment would go with it
 */
export function removedCase(value: SyntaxNode): TextEdit[] {
  const label = value.parent;
  const before = label?.prevSibling;
  if (label?.name !== 'CaseLabel' || !before) return [];
  const [first] = statementsOf(label);
  const isShared = isLabel(before) || (first === undefined && label.nextSibling?.name !== '}');
  if (isShared) return [{ start: before.to, end: label.to, newText: '' }];
  const isEntered = before.name !== '{' && !EXITS.has(before.name);
  const statements = statementsOf(label);
  const isPlain = statements.every(({ name }) => !/Comment$|Declaration$/.test(name));
  if (isEntered || !isPlain) return [];
  return [{ start: before.to, end: (statements.at(-1) ?? label).to, newText: '' }];
}

/** What stands between a label and the next. */
function statementsOf(label: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let each = label.nextSibling; each && each.name !== '}' && !isLabel(each); ) {
    found.push(each);
    each = each.nextSibling;
  }
  return found;
}

function isLabel({ name }: SyntaxNode): boolean {
  return name === 'CaseLabel' || name === 'DefaultLabel';
}
