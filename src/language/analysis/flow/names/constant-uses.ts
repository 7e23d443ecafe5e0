import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { firstChild, nextSibling } from '../../../syntax/typescript/nodes';
import type { AnalysisContext } from '../evaluation/analysis-context';
import type { Binding } from './bindings';

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
  { source, paths }: AnalysisContext,
  { name, node }: Binding,
): boolean {
  return isOnlyRead(source, paths.bindings.root, name, node.from);
}

/**
 * Whether all that is done with a name within a node is to read it.
 * @param declaredAt where the name is declared, which is no use
 */
function isOnlyRead(
  source: KeyedSource,
  within: SyntaxNode,
  name: string,
  declaredAt: number,
): boolean {
  const escaped = name.replace(/[$\\]/g, '\\$&');
  const mention = new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`, 'g');
  for (const { index } of source.read(within.from, within.to).matchAll(mention)) {
    const at = within.from + index;
    if (at === declaredAt) continue;
    const node = within.resolveInner(at, 1);
    if (node.from !== at || node.to !== at + name.length) continue;
    if (node.name === 'VariableDefinition') return false;
    if (node.name === 'PropertyDefinition' && nextSibling(node)?.name !== ':') return false;
    if (node.name === 'VariableName' && !isReading(source, node)) return false;
  }
  return true;
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
