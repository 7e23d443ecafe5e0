import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { firstChild, nextSibling } from '../../../syntax/typescript/nodes';
import { childrenOf, isFunction } from '../../expressions/walk';
import { type Collection, isCollection } from '../domain/values';
import type { Binding } from './bindings';
import type { Mentions } from './mentions';

/** Methods that change nothing of what they are of, and give nothing of it but names, truths and numbers. */
const LOOKING = new Set(['includes', 'indexOf', 'lastIndexOf', 'has', 'join', 'hasOwnProperty']);
/** Methods that change nothing of what they are of, but give what is in it. */
const GIVING = new Set([
  'get',
  'some',
  'every',
  'find',
  'filter',
  'map',
  'keys',
  'values',
  'entries',
  'at',
  'slice',
  'concat',
  'forEach',
]);
const LOOKERS = /^(?:Object\.(?:keys|hasOwn)|console\.\w+|JSON\.stringify)$/;
const GIVERS = /^(?:Object\.(?:values|entries|freeze)|Array\.from)$/;
/** What takes the truth, the text or the identity of an expression, and nothing else of it. */
const COMPARING = /^(?:CaseLabel|Interpolation|(?:Switch|If|While)Statement|TypeofType|TypeQuery)$/;

/** How a name is used: what is in it may change, only what is in its elements may, or nothing. */
type Reading = 'changing' | 'giving' | 'looking';

/** Whether nothing in the function can change the elements that a constant was given. */
export function isNeverChanged(
  source: KeyedSource,
  mentions: Mentions,
  { name, node }: Binding,
  collection: Collection,
): boolean {
  const uses = usesOf(source, mentions, name, node.from);
  return uses.isDeclaredOnce && isKept(collection, uses);
}

/** Whether what is in a collection stays as it is by what is done with its name. */
export function isKept({ entries }: Collection, { isOnlyRead, isDeeplyRead }: Uses): boolean {
  const isNested = [...entries.values()].some(({ cases }) => [...cases.keys()].some(isCollection));
  return isNested ? isDeeplyRead : isOnlyRead;
}

/** What is done with a name. */
export interface Uses {
  /** Whether nothing else has the name, and nothing assigns to it. */
  readonly isDeclaredOnce: boolean;
  /** Whether nothing can change what is in it. */
  readonly isOnlyRead: boolean;
  /** Whether nothing can change what is in its elements either. */
  readonly isDeeplyRead: boolean;
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
  const found = new Set<Reading>();
  for (const at of mentions.of(name)) {
    if (at === declaredAt) continue;
    const node = mentions.within.resolveInner(at, 1);
    if (node.from !== at || node.to !== at + name.length) continue;
    if (node.name === 'VariableDefinition' || node.name === 'TypeDefinition' || isTarget(node))
      return { isDeclaredOnce: false, isOnlyRead: false, isDeeplyRead: false };
    if (node.name === 'PropertyDefinition' && nextSibling(node)?.name !== ':')
      found.add('changing');
    if (node.name === 'VariableName') found.add(readingOf(source, node));
  }
  const isOnlyRead = !found.has('changing');
  return { isDeclaredOnce: true, isOnlyRead, isDeeplyRead: isOnlyRead && !found.has('giving') };
}

/** Whether a name is assigned to, or may be as a part of a pattern. */
function isTarget(node: SyntaxNode): boolean {
  const { parent } = node;
  if (node.name !== 'VariableName' || !parent) return false;
  if (parent.name.endsWith('Pattern') || parent.name === 'PatternProperty') return true;
  if (parent.name === 'ForOfSpec' || parent.name === 'ForInSpec')
    return /^(?:of|in)$/.test(nextSibling(node)?.name ?? '');
  return parent.name === 'AssignmentExpression' && firstChild(parent)?.from === node.from;
}

function readingOf(source: KeyedSource, node: SyntaxNode): Reading {
  const parent = node.parent;
  switch (parent?.name) {
    case 'MemberExpression':
      return firstChild(parent)?.from === node.from ? readingOfMember(source, parent) : 'looking';
    case 'ArgList':
      return readingOfArgument(source, parent);
    case 'BinaryExpression':
      return parent.getChild('in') ? 'looking' : 'changing';
    case 'ArrayExpression':
      return node.prevSibling?.name === 'Spread' ? 'giving' : 'changing';
    case 'ForOfSpec':
      return 'giving';
    case 'ForInSpec':
    case 'TypeofType':
    case 'TypeQuery':
      return 'looking';
    default:
      return 'changing';
  }
}

/** What is done with a member of a name, or with a member of that. */
function readingOfMember(source: KeyedSource, member: SyntaxNode): Reading {
  let whole = member;
  while (whole.parent && isWrapper(whole.parent)) whole = whole.parent;
  const user = whole.parent;
  if (!user || isWritten(user, whole)) return 'changing';
  const isFirst = firstChild(user)?.from === whole.from;
  if (user.name === 'CallExpression' && isFirst) return readingOfCall(source, user, member);
  // What is changed in an element leaves the name with the same elements.
  if (user.name === 'MemberExpression' && isFirst)
    return readingOfMember(source, user) === 'looking' ? 'looking' : 'giving';
  const isCompared =
    COMPARING.test(user.name) ||
    (user.name === 'UnaryExpression' && user.getChild('LogicOp') !== null) ||
    (user.name === 'BinaryExpression' && user.getChild('LogicOp') === null);
  return isCompared ? 'looking' : 'giving';
}

function readingOfCall(source: KeyedSource, call: SyntaxNode, { lastChild }: SyntaxNode): Reading {
  if (lastChild?.name !== 'PropertyName') return 'changing';
  const method = source.read(lastChild.from, lastChild.to);
  if (LOOKING.has(method)) return 'looking';
  const isGiving =
    GIVING.has(method) && !childrenOf(call.getChild('ArgList') ?? call).some(takesAll);
  return isGiving ? 'giving' : 'changing';
}

/** Whether a function has a third parameter, which is the whole list that it is called for. */
function takesAll(given: SyntaxNode): boolean {
  if (!isFunction(given)) return false;
  const parameters = childrenOf(given.getChild('ParamList') ?? given);
  return (
    parameters.filter(({ name }) => name === ',').length >= 2 ||
    !!given.getChild('ParamList')?.getChild('Spread')
  );
}

function readingOfArgument(source: KeyedSource, list: SyntaxNode): Reading {
  const call = list.parent;
  const callee = call && firstChild(call);
  if (call?.name === 'NewExpression') {
    const made = (call.getChild('InstantiationExpression') ?? call).getChild('VariableName');
    return made && /^(?:Set|Map)$/.test(source.read(made.from, made.to)) ? 'giving' : 'changing';
  }
  if (!callee || callee.to - callee.from > 40) return 'changing';
  const name = source.read(callee.from, callee.to);
  if (LOOKERS.test(name)) return 'looking';
  return GIVERS.test(name) ? 'giving' : 'changing';
}

/** Whether a node is only its first child in other words. */
function isWrapper(node: SyntaxNode): boolean {
  if (node.name === 'ParenthesizedExpression')
    return !/^(?:Switch|If|While)Statement$/.test(node.parent?.name ?? '');
  if (node.name === 'PostfixExpression') return node.getChild('LogicOp') !== null;
  return node.name === 'BinaryExpression' && !!(node.getChild('as') ?? node.getChild('satisfies'));
}

function isWritten(user: SyntaxNode, member: SyntaxNode): boolean {
  if (user.name === 'AssignmentExpression' || user.name === 'PostfixExpression')
    return firstChild(user)?.from === member.from;
  if (user.name === 'UnaryExpression')
    return user.getChild('delete') !== null || user.getChild('ArithOp') !== null;
  if (/^For(?:Of|In)Spec$/.test(user.name))
    return /^(?:of|in)$/.test(nextSibling(member)?.name ?? '');
  return /Pattern/.test(user.name);
}
