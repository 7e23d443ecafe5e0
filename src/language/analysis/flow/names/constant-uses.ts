import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { firstChild, nextSibling } from '../../../syntax/typescript/nodes';
import type { Binding } from './bindings';
import type { Mentions } from './mentions';

/** Methods that change nothing of what they are of. */
const READING = new Set([
  'includes',
  'indexOf',
  'lastIndexOf',
  'has',
  'get',
  'some',
  'every',
  'find',
  'filter',
  'map',
  'join',
  'keys',
  'values',
  'entries',
  'at',
  'slice',
  'concat',
  'hasOwnProperty',
  'size',
  'length',
  'forEach',
]);
const READERS =
  /^(?:Object\.(?:keys|values|entries|hasOwn|freeze)|Array\.from|console\.\w+|JSON\.stringify)$/;

/** Whether nothing in the function can change the elements that a constant was given. */
export function isNeverChanged(
  source: KeyedSource,
  mentions: Mentions,
  { name, node }: Binding,
): boolean {
  const { isDeclaredOnce, isOnlyRead } = usesOf(source, mentions, name, node.from);
  return isDeclaredOnce && isOnlyRead;
}

/** What is done with a name. */
export interface Uses {
  /** Whether nothing else has the name, and nothing assigns to it. */
  readonly isDeclaredOnce: boolean;
  /** Whether nothing can change what is in it. */
  readonly isOnlyRead: boolean;
}

/**
 * What is done with a name.
 * @param declaredAt where the name is declared, which is no use
 */
export function usesOf(
  source: KeyedSource,
  mentions: Mentions,
  name: string,
  declaredAt: number,
): Uses {
  let isOnlyRead = true;
  for (const at of mentions.of(name)) {
    if (at === declaredAt) continue;
    const node = mentions.within.resolveInner(at, 1);
    if (node.from !== at || node.to !== at + name.length) continue;
    if (node.name === 'VariableDefinition' || node.name === 'TypeDefinition' || isTarget(node))
      return { isDeclaredOnce: false, isOnlyRead: false };
    if (node.name === 'PropertyDefinition' && nextSibling(node)?.name !== ':') isOnlyRead = false;
    if (node.name === 'VariableName' && !isReading(source, node)) isOnlyRead = false;
  }
  return { isDeclaredOnce: true, isOnlyRead };
}

/** Whether a name is assigned to, or may be as a part of a pattern. */
function isTarget(node: SyntaxNode): boolean {
  const { parent } = node;
  if (node.name !== 'VariableName' || !parent) return false;
  if (parent.name.endsWith('Pattern') || parent.name === 'PatternProperty') return true;
  return parent.name === 'AssignmentExpression' && firstChild(parent)?.from === node.from;
}

function isReading(source: KeyedSource, node: SyntaxNode): boolean {
  const parent = node.parent;
  switch (parent?.name) {
    case 'MemberExpression': {
      const isObject = firstChild(parent)?.from === node.from;
      if (!isObject) return true;
      const member = parent.lastChild;
      const user = parent.parent;
      if (user && isWritten(user, parent)) return false;
      if (user?.name !== 'CallExpression' || firstChild(user)?.from !== parent.from) return true;
      return member?.name === 'PropertyName' && READING.has(source.read(member.from, member.to));
    }
    case 'ArgList': {
      const callee = parent.parent && firstChild(parent.parent);
      if (!callee || callee.to - callee.from > 40) return false;
      if (parent.parent?.name === 'NewExpression')
        return (
          /^(?:Set|Map)$/.test(source.read(callee.from, callee.to)) ||
          (parent.parent.getChild('VariableName') !== null &&
            /^(?:Set|Map)$/.test(
              source.read(
                parent.parent.getChild('VariableName')?.from ?? 0,
                parent.parent.getChild('VariableName')?.to ?? 0,
              ),
            ))
        );
      return READERS.test(source.read(callee.from, callee.to));
    }
    case 'BinaryExpression':
      return parent.getChild('in') !== null;
    case 'ArrayExpression':
      return node.prevSibling?.name === 'Spread';
    case 'ForOfSpec':
    case 'ForInSpec':
    case 'TypeofType':
    case 'TypeQuery':
      return true;
    default:
      return false;
  }
}

function isWritten(user: SyntaxNode, member: SyntaxNode): boolean {
  if (user.name === 'AssignmentExpression' || user.name === 'PostfixExpression') {
    return firstChild(user)?.from === member.from && user.getChild('LogicOp') === null;
  }
  if (user.name === 'UnaryExpression')
    return user.getChild('delete') !== null || user.getChild('ArithOp') !== null;
  return /Pattern|Spec$/.test(user.name);
}
