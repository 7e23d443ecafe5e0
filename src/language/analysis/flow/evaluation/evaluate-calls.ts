import type { SyntaxNode } from '@lezer/common';
import { firstChild, LONGEST_NAME, nextSibling, unwrap } from '../../../syntax/typescript/nodes';
import { childrenOf } from '../../expressions/walk';
import { callOnString, isLookup, lookUp } from '../domain/operators';
import { type State, withValue } from '../domain/state';
import {
  type Collection,
  combined,
  constant,
  hasOtherWords,
  isCollection,
  isPrimitive,
  isTruthy,
  mapped,
  onlyValue,
  THROWS,
  UNKNOWN,
  type Value,
  worldsWhere,
} from '../domain/values';
import type { WorldSet } from '../domain/worlds';
import type { AnalysisContext } from './analysis-context';
import type { Helper } from './helpers';

/** Elements for which a function is evaluated one by one. */
const MOST_ELEMENTS = 60;

/** The arguments of a call; undefined where some are spread. */
export function argumentsOf(call: SyntaxNode): SyntaxNode[] | undefined {
  const children = childrenOf(call.getChild('ArgList') ?? call).filter(
    ({ name }) => name !== '(' && name !== ')' && name !== ',',
  );
  if (!call.getChild('ArgList')) return [];
  return children.some(({ name }) => name === 'Spread') ? undefined : children;
}

/** The value of a call of what is known to do nothing but give it. */
export function evaluateCall(
  context: AnalysisContext,
  node: SyntaxNode,
  state: State,
): Value | undefined {
  const callee = firstChild(node);
  const given = argumentsOf(node);
  if (!callee || !given) return undefined;
  const target = unwrap(callee);
  if (target.name === 'VariableName') return evaluateFunction(context, target, given, state);
  const method = target.name === 'MemberExpression' ? target.lastChild : null;
  const object = method && firstChild(target);
  if (!object || method.name !== 'PropertyName' || method.to - method.from > LONGEST_NAME)
    return undefined;
  const name = context.source.read(method.from, method.to);
  if (isGlobal(context, object, 'Object')) return evaluateObject(context, name, given, state);
  const of = context.evaluate(object, state);
  if (!of) return undefined;
  const collection = onlyValue(of);
  if (isCollection(collection)) return evaluateLookup(context, collection, name, given, state);
  const values = given.map((each) => onlyValue(context.evaluate(each, state)));
  const known = values.filter((each) => each !== UNKNOWN);
  if (known.length < values.length) return undefined;
  const isOptional = target.getChild('?.') !== null;
  const result = mapped(of, (each) => {
    if (isOptional && each == null) return undefined;
    if (each == null) return THROWS;
    return typeof each === 'string' ? callOnString(each, name, known) : UNKNOWN;
  });
  return result && [...result.cases.keys()].some((each) => each !== undefined) ? result : undefined;
}

/** `Boolean(state)`, `String(state)`, and helpers of one expression. */
function evaluateFunction(
  context: AnalysisContext,
  target: SyntaxNode,
  given: readonly SyntaxNode[],
  state: State,
): Value | undefined {
  const helper = helperAt(context, target);
  if (helper) return evaluateHelper(context, helper, given, state);
  const [first] = given;
  const value = first && context.evaluate(first, state);
  if (!value) return undefined;
  if (isGlobal(context, target, 'Boolean')) return mapped(value, isTruthy);
  if (!isGlobal(context, target, 'String')) return undefined;
  return mapped(value, (each) => (isPrimitive(each) ? String(each) : UNKNOWN));
}

/** The helper that a name stands for. */
export function helperAt(context: AnalysisContext, target: SyntaxNode): Helper | undefined {
  const binding = context.paths.bindingOf(target);
  if (!binding) {
    if (target.to - target.from > LONGEST_NAME) return undefined;
    return context.constants.helper(context.source.read(target.from, target.to));
  }
  const init = binding.kind === 'const' && binding.init ? unwrap(binding.init) : undefined;
  const isFunction = init?.name === 'ArrowFunction' || init?.name === 'FunctionExpression';
  return init && isFunction ? context.helperAt(init) : undefined;
}

/** The worlds of the server at a path in which a function of it alone is true; undefined where nobody knows. */
export function worldsPassing(
  context: AnalysisContext,
  target: SyntaxNode,
  path: string,
  state: State,
): WorldSet | undefined {
  const helper = target.name === 'VariableName' ? helperAt(context, target) : undefined;
  const [parameter, ...more] = helper?.parameters ?? [];
  if (!helper || !parameter || more.length > 0 || helper.paths.isGiven) return undefined;
  const id = typeof parameter === 'string' ? parameter : parameter.id;
  const value = helper.paths.withGiven(new Map([[id, path]]), () =>
    context.within(helper.paths).evaluate(helper.body, { ...state, values: new Map() }),
  );
  return value?.of ? worldsWhere(value, isTruthy) | value.rest : undefined;
}

function evaluateHelper(
  context: AnalysisContext,
  { paths, body, parameters }: Helper,
  given: readonly SyntaxNode[],
  state: State,
): Value | undefined {
  // One that calls itself is not followed.
  if (given.length < parameters.length || paths.isGiven) return undefined;
  const servers = new Map<string, string>();
  let inside: State = { ...state, values: new Map() };
  for (const [index, parameter] of parameters.entries()) {
    const argument = given[index];
    if (!argument) return undefined;
    const path = context.paths.subjectOf(argument) ? undefined : context.paths.pathOf(argument);
    if (typeof parameter === 'string') {
      if (path === undefined) return undefined;
      servers.set(parameter, path);
    } else if (path !== undefined && context.evidence.of(path)) servers.set(parameter.id, path);
    else inside = withValue(inside, parameter.id, context.evaluate(argument, state));
  }
  const result = paths.withGiven(servers, () => context.within(paths).evaluate(body, inside));
  return result;
}

/** `Object.hasOwn(LABELS, state)`, and the keys and values of an object. */
function evaluateObject(
  context: AnalysisContext,
  name: string,
  given: readonly SyntaxNode[],
  state: State,
): Value | undefined {
  const [first, second] = given;
  const object = first ? onlyValue(context.evaluate(first, state)) : UNKNOWN;
  if (!isCollection(object)) return undefined;
  if (name === 'freeze') return constant(object);
  if (object.kind !== 'object') return undefined;
  if (name === 'hasOwn' && second)
    return evaluateLookup(context, object, 'hasOwnProperty', [second], state);
  if (object.isOpen) return undefined;
  const entries = [...object.entries];
  if (name === 'keys') {
    return constant({
      kind: 'array',
      isOpen: false,
      entries: new Map(entries.map(([key]) => [key, constant(key)])),
    });
  }
  const values = entries.map(([, value]) => onlyValue(value));
  const own = values.flatMap((each) => (each !== UNKNOWN && isPrimitive(each) ? [each] : []));
  if (name !== 'values' || own.length < values.length) return undefined;
  const found = new Map(own.map((each) => [each, constant(each)]));
  const hasRepeats = found.size < own.length;
  return constant({ kind: 'array', isOpen: false, entries: found, hasRepeats });
}

function evaluateLookup(
  context: AnalysisContext,
  collection: Collection,
  method: string,
  given: readonly SyntaxNode[],
  state: State,
): Value | undefined {
  const [first] = given;
  if (!first || given.length > 1) return undefined;
  if (method === 'some' || method === 'every') {
    return evaluateEach(context, collection, method, first, state);
  }
  const key = isLookup(collection, method) ? context.evaluate(first, state) : undefined;
  if (!key) return undefined;
  const isOpen = collection.isOpen || hasOtherWords(key, collection.entries.keys());
  return mapped(key, (each) => {
    const found = lookUp({ ...collection, isOpen }, method, each);
    return typeof found === 'object' && found !== null ? onlyValue(found) : found;
  });
}

/** `STATES.some((each) => each === server.vm_state)` */
function evaluateEach(
  context: AnalysisContext,
  { kind, entries, isOpen }: Collection,
  method: 'some' | 'every',
  callback: SyntaxNode,
  state: State,
): Value | undefined {
  const isPlain = callback.name === 'ArrowFunction' && !callback.getChild('async');
  const list = isPlain ? callback.getChild('ParamList') : null;
  const [parameter, ...more] = list?.getChildren('VariableDefinition') ?? [];
  const arrow = callback.getChild('Arrow');
  const body = arrow && nextSibling(arrow);
  const binding = parameter && context.paths.bindingOf(parameter);
  if (!binding || more.length > 0 || !body || body.name === 'Block') return undefined;
  if (kind !== 'array' || isOpen || entries.size > MOST_ELEMENTS) return undefined;
  let whole: Value | undefined = constant(method === 'every');
  for (const element of entries.values()) {
    const one = context.evaluate(body, withValue(state, binding.id, element));
    whole =
      whole &&
      one &&
      combined(whole, one, (left, right) =>
        method === 'some' ? Boolean(left) || isTruthy(right) : Boolean(left) && isTruthy(right),
      );
  }
  return whole;
}

/** Whether an expression is a name of the language that nothing else has here. */
export function isGlobal(context: AnalysisContext, node: SyntaxNode, name: string): boolean {
  if (node.name !== 'VariableName' || node.to - node.from !== name.length) return false;
  if (context.source.read(node.from, node.to) !== name) return false;
  return context.paths.bindingOf(node) === undefined && !context.constants.has(name);
}
