import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import { firstChild, unwrap } from '../../syntax/typescript/nodes';
import { containerOf } from '../expressions/containers';
import { pathOf } from '../expressions/paths';
import { type Budget, walkWithin } from '../expressions/walk';

/** Calls that change nothing of what they are given. */
const HARMLESS =
  /^(?:console\.\w+|(?:this\.)?log(?:ger)?(?:\.\w+)?|JSON\.\w+|Math\.\w+|Object\.(?:keys|values|entries|freeze)|String|Number|Boolean|Array\.isArray)$/;
/** Methods that only look, whatever they are of. */
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

/** What evaluating an expression or statement can change, functions within it not counted. */
export function effectsOf(source: KeyedSource, node: SyntaxNode, budget: Budget): Effects {
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
        if (isHarmless(source, inner)) break;
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

function isHarmless(source: KeyedSource, call: SyntaxNode): boolean {
  // A set or map of an array only holds what the array does.
  if (call.name === 'NewExpression') return containerOf(source, call) !== undefined;
  const callee = call.name === 'CallExpression' ? firstChild(call) : null;
  if (!callee) return false;
  const method = callee.name === 'MemberExpression' ? callee.lastChild : null;
  if (method && method.to - method.from <= LONGEST_CALLEE) {
    if (LOOKING.has(source.read(method.from, method.to))) return true;
  }
  if (callee.to - callee.from > LONGEST_CALLEE) return false;
  return HARMLESS.test(source.read(callee.from, callee.to));
}
