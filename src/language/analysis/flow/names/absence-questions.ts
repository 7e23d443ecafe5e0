import type { SyntaxNode } from '@lezer/common';
import { firstChild, isLiteral, nextSibling, unwrap } from '../../../syntax/typescript/nodes';
import { isCollection, onlyValue, UNKNOWN, type Value } from '../domain/values';
import type { AccessPaths } from './access-paths';

/** A literal that is longer than this is not looked into. */
const LONGEST_TEXT = 40;

/**
 * Whether a comparison or lookup asks if a task is missing in other words than `=== undefined`: by the text or the type of
 * the member, or by a constant.
 * @param readConstant gives the value of a constant of the file
 */
export function asksForMissing(
  paths: AccessPaths,
  node: SyntaxNode,
  readConstant: (name: string) => Value | undefined,
): boolean {
  const first = firstChild(node);
  if (!first) return false;
  if (node.name === 'ArrayExpression') return holdsUndefined(paths, node);
  if (node.name === 'CallExpression') {
    const list = first.name === 'MemberExpression' ? firstChild(first) : null;
    return list !== null && mayBeUndefined(paths, list, readConstant);
  }
  const operator = node.getChild('CompareOp');
  const last = operator && nextSibling(operator);
  if (!last) return false;
  return [first, last].some((side) => mayBeUndefined(paths, side, readConstant));
}

/** Whether an expression is a text of nothing, or a constant that is nothing or has it among its elements. */
function mayBeUndefined(
  paths: AccessPaths,
  wrapped: SyntaxNode,
  readConstant: (name: string) => Value | undefined,
): boolean {
  const node = unwrap(wrapped);
  const { source, bindings } = paths;
  const text = source.read(node.from, Math.min(node.to, node.from + LONGEST_TEXT));
  if (isLiteral(node)) return text.includes('undefined');
  if (node.name !== 'VariableName') return false;
  const binding = bindings.resolve(text, node.from);
  if (binding) return binding.init !== undefined && isUndefined(paths, binding.init);
  if (text === 'undefined') return false;
  const only = onlyValue(readConstant(text));
  if (only === UNKNOWN || !isCollection(only)) return only === undefined;
  return only.entries.has(undefined);
}

function holdsUndefined(paths: AccessPaths, list: SyntaxNode): boolean {
  return list.getChildren('VariableName').some((element) => isUndefined(paths, element));
}

function isUndefined({ source }: AccessPaths, { name, from, to }: SyntaxNode): boolean {
  return name === 'VariableName' && to - from === 9 && source.read(from, to) === 'undefined';
}
