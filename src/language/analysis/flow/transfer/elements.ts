import type { SyntaxNode } from '@lezer/common';
import { FIELDS } from '../../../../model';
import { firstChild, unwrap } from '../../../syntax/typescript/nodes';
import type { Range } from '../../../text/range';
import { bodyOf } from '../../expressions/walk';
import { type State, versionOf, worldsOf } from '../domain/state';
import { EVERYTHING } from '../domain/worlds';
import { argumentsOf, worldsPassing } from '../evaluation/evaluate-calls';
import { closureEntry } from './closures';
import { type Given, rangeOf, type Walker } from './walker';

/** Methods that give their function each element of the list that they are of. */
const ITERATING = new Set([
  'filter',
  'find',
  'findIndex',
  'findLast',
  'some',
  'every',
  'map',
  'flatMap',
  'forEach',
]);
/** A chain of more calls than this is not followed. */
const LONGEST_CHAIN = 8;

/**
 * What is known of the elements that the function of a call like `servers.filter(isOff).some((server) => …)` is given:
 * what the filters before it let through.
 */
export function elementsGiven(
  walker: Walker,
  call: SyntaxNode,
  state: State,
  left = LONGEST_CHAIN,
): Given | undefined {
  const method = methodAt(walker, call);
  if (!method || !ITERATING.has(method.name) || left === 0) return undefined;
  const list = unwrap(method.object);
  if (methodAt(walker, list)?.name !== 'filter') return undefined;
  const [callback] = argumentsOf(list) ?? [];
  const [user] = argumentsOf(call) ?? [];
  const path = user && parameterOf(walker, user);
  const before = elementsGiven(walker, list, state, left - 1);
  const filtered = callback && passing(walker, callback, state, before, path);
  return filtered && isQuiet(walker, call, state) ? filtered : undefined;
}

/**
 * What is known of what an expression gives: the first element that a function is true for, if there is one, or the
 * elements of a list.
 * @param path where it will be
 * @param method `find` for one element, `filter` for those of a list
 */
export function elementGiven(
  walker: Walker,
  expression: SyntaxNode,
  state: State,
  path: string,
  method: 'find' | 'filter',
): Given | undefined {
  const call = unwrap(expression);
  const name = methodAt(walker, call)?.name;
  if (name !== method && (method === 'filter' || name !== 'findLast')) return undefined;
  const [callback] = argumentsOf(call) ?? [];
  const given =
    callback && passing(walker, callback, state, elementsGiven(walker, call, state), path);
  if (!given || method === 'filter') return given;
  const { byValue } = walker.context.space;
  const nothing = FIELDS.reduce(
    (all, field) => all & (byValue[field].get(undefined) ?? 0n),
    EVERYTHING,
  );
  return { ...given, worlds: given.worlds | nothing };
}

/**
 * The worlds of the elements that a function of one expression is true for.
 * @param user the path of what uses the elements
 */
function passing(
  walker: Walker,
  callback: SyntaxNode,
  state: State,
  given: Given | undefined,
  user: string | undefined,
): Given | undefined {
  if (callback.name === 'VariableName' && user !== undefined) {
    const worlds = worldsPassing(walker.context, callback, user, state);
    if (worlds === undefined) return undefined;
    return { worlds: worlds & (given?.worlds ?? EVERYTHING), range: rangeOf(callback) };
  }
  // A promise is true whatever it gives.
  const isPlain = callback.name === 'ArrowFunction' && !callback.getChild('async');
  const body = isPlain ? bodyOf(callback) : null;
  const path = parameterOf(walker, callback);
  if (!body || body.name === 'Block' || path === undefined) return undefined;
  const before = walker.changes;
  let found: Given | undefined;
  walker.silently(() => {
    walker.apart(() => {
      const entry = closureEntry(walker, callback, state, given);
      const { holds } = walker.branchOn(body, entry);
      const range: Range = rangeOf(body);
      if (holds) found = { worlds: worldsOf(holds, versionOf(holds, path)), range };
    });
  });
  return walker.changes === before ? found : undefined;
}

/** Whether the function that a call is given changes no server. */
function isQuiet(walker: Walker, call: SyntaxNode, state: State): boolean {
  const [callback] = argumentsOf(call) ?? [];
  const body = callback?.name === 'ArrowFunction' ? bodyOf(callback) : null;
  if (!callback || !body || body.name === 'Block') return false;
  const before = walker.changes;
  walker.silently(() =>
    walker.apart(() => walker.visit(body, closureEntry(walker, callback, state))),
  );
  return walker.changes === before;
}

/** The path of the only parameter that matters: the first. */
function parameterOf({ context }: Walker, callback: SyntaxNode): string | undefined {
  const parameter = callback.getChild('ParamList')?.getChild('VariableDefinition');
  return parameter ? context.paths.bindingOf(parameter)?.id : undefined;
}

function methodAt(
  { context }: Walker,
  call: SyntaxNode,
): { object: SyntaxNode; name: string } | undefined {
  const callee = call.name === 'CallExpression' ? firstChild(call) : null;
  const target = callee && unwrap(callee);
  const method = target?.name === 'MemberExpression' ? target.lastChild : null;
  const object = method && firstChild(target ?? method);
  if (!object || method.name !== 'PropertyName' || method.to - method.from > 20) return undefined;
  return { object, name: context.source.read(method.from, method.to) };
}
