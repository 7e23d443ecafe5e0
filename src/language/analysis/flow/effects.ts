import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import { firstChild, unwrap } from '../../syntax/typescript/nodes';
import { containerOf } from '../expressions/containers';
import { type Names, pathOf, reaches, readSubject } from '../expressions/paths';
import { type Budget, isFunction, walkWithin } from '../expressions/walk';

/** Calls that change nothing of what they are given. */
const HARMLESS =
  /^(?:console\.\w+|JSON\.\w+|Math\.\w+|Object\.(?:keys|values|entries|freeze)|String|Number|Boolean|Array\.isArray)$/;
/** Methods that only look, by their names, where no server is given to them or is reached from their object. */
const LOOKING = new Set([
  'at',
  'charAt',
  'endsWith',
  'has',
  'includes',
  'indexOf',
  'lastIndexOf',
  'match',
  'startsWith',
  'test',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLowerCase',
  'toString',
  'toUpperCase',
  'trim',
]);
/** Objects whose methods only look, in the same way. */
const LOGGER = /^(?:this\.)?log(?:ger)?\.\w+$/;
const LITERALS = new Set(['ArrayExpression', 'String', 'TemplateString', 'RegExp', 'Number']);
const LONGEST_CALLEE = 40;

/** What evaluating an expression can change. */
export interface Effects {
  /** Whether anything may have changed: other code ran in between, or something was assigned. */
  readonly anything: boolean;
  /** Whether there is a call at all that may change something. */
  readonly calls: boolean;
  /** The paths that were handed to calls. */
  readonly handed: readonly string[];
}

/** The servers that a function asks for, and the names that hold their states. */
export interface Looked {
  readonly receivers: ReadonlyMap<string, unknown>;
  readonly names: Names;
}

/** What evaluating an expression or statement can change, functions within it not counted. */
export function effectsOf(
  source: KeyedSource,
  node: SyntaxNode,
  budget: Budget,
  scope: Looked,
): Effects {
  let anything = false;
  let calls = false;
  const handed: string[] = [];
  const hand = (expression: SyntaxNode) => {
    const path = pathOf(source, expression);
    if (path !== undefined) handed.push(path);
  };
  walkWithin(node, budget, (inner) => {
    switch (inner.name) {
      case 'VariableName':
        // A `yield` of nothing, to the grammar a name.
        anything ||= inner.to - inner.from === 5 && source.read(inner.from, inner.to) === 'yield';
        break;
      case 'await':
      case 'YieldExpression':
      case 'AssignmentExpression':
      case 'ClassExpression':
      case 'DynamicImport':
        anything = true;
        break;
      case 'PostfixExpression':
        anything ||= inner.getChild('ArithOp') !== null;
        break;
      case 'UnaryExpression': {
        const operator = firstChild(inner)?.name;
        anything ||= operator === 'ArithOp' || operator === 'delete';
        break;
      }
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression': {
        if (isHarmless(source, inner, budget, scope)) break;
        calls = true;
        handTo(inner, budget, hand);
        break;
      }
    }
    return undefined;
  });
  return { anything, calls, handed };
}

/** The object whose method is called, and all paths within the arguments. */
function handTo(call: SyntaxNode, budget: Budget, hand: (expression: SyntaxNode) => void): void {
  const callee = firstChild(call);
  const target = callee && unwrap(callee);
  const object = target?.name === 'MemberExpression' ? firstChild(target) : null;
  if (object) hand(object);
  const list = call.getChild('ArgList');
  if (!list) return;
  walkWithin(list, budget, (inner) => {
    if (inner.name !== 'VariableName' && inner.name !== 'this' && inner.name !== 'MemberExpression')
      return undefined;
    hand(inner);
    return false;
  });
}

function isHarmless(source: KeyedSource, call: SyntaxNode, budget: Budget, scope: Looked): boolean {
  // A set or map of an array only holds what the array does.
  if (call.name === 'NewExpression') return containerOf(source, call) !== undefined;
  const callee = call.name === 'CallExpression' ? firstChild(call) : null;
  if (!callee) return false;
  const isShort = callee.to - callee.from <= LONGEST_CALLEE;
  const text = isShort ? source.read(callee.from, callee.to) : '';
  if (HARMLESS.test(text)) return true;
  const method = callee.name === 'MemberExpression' ? callee.lastChild : null;
  const object = method && firstChild(callee);
  if (!object || method.to - method.from > LONGEST_CALLEE) return false;
  if (!LOGGER.test(text) && !LOOKING.has(source.read(method.from, method.to))) return false;
  if (isBuiltIn(source, object)) return true;
  return !reachesServer(source, object, scope) && !handsServer(source, call, budget, scope);
}

/** Whether an object is a literal, or made of one right there. */
function isBuiltIn(source: KeyedSource, object: SyntaxNode): boolean {
  const core = unwrap(object);
  if (LITERALS.has(core.name)) return true;
  return core.name === 'NewExpression' && containerOf(source, core) !== undefined;
}

/** Whether a server is the object, or at a path that begins there. */
function reachesServer(source: KeyedSource, object: SyntaxNode, { receivers, names }: Looked) {
  if (readSubject(source, object, names)) return false;
  const path = pathOf(source, object);
  if (path === undefined) return true;
  return [...receivers.keys()].some((receiver) => reaches(path, receiver));
}

/** Whether an argument can be a server: it is neither a literal, nor a state, nor another member of a server. */
function handsServer(
  source: KeyedSource,
  call: SyntaxNode,
  budget: Budget,
  scope: Looked,
): boolean {
  const list = call.getChild('ArgList');
  if (!list) return true;
  let hands = false;
  walkWithin(list, budget, (inner) => {
    if (isFunction(inner)) hands = true;
    if (inner.name !== 'VariableName' && inner.name !== 'this' && inner.name !== 'MemberExpression')
      return undefined;
    const path = pathOf(source, inner);
    // Within what is no path there are others.
    if (path === undefined) return undefined;
    const isState = readSubject(source, inner, scope.names) !== undefined;
    const isOfServer = [...scope.receivers.keys()].some(
      (receiver) => path !== receiver && reaches(receiver, path),
    );
    hands ||= !isState && !isOfServer;
    return false;
  });
  return hands;
}
