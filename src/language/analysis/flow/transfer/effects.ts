import type { SyntaxNode } from '@lezer/common';
import { firstChild, isLiteral, unwrap } from '../../../syntax/typescript/nodes';
import { reaches } from '../../expressions/paths';
import type { State } from '../domain/state';
import type { AnalysisContext } from '../evaluation/analysis-context';
import { argumentsOf, helperAt, isGlobal } from '../evaluation/evaluate-calls';
import { LOOKING, mayRun } from '../evaluation/quiet';

/** Functions of the language that change nothing of what they are given. */
const BUILT_IN =
  /^(?:console\.\w+|JSON\.\w+|Math\.\w+|Number\.\w+|Object\.(?:keys|values|entries|freeze|hasOwn|is|fromEntries)|Array\.(?:isArray|of)|String|Number|Boolean|parseInt|parseFloat|Symbol|BigInt|structuredClone)$/;
/** Loggers, which change nothing unless they are given something that can be changed. */
const LOGGING = /^log(?:ger)?(?:\.\w+)?$/;
const BUILT_IN_CLASSES =
  /^(?:Set|Map|WeakSet|WeakMap|Date|RegExp|Array|URL|URLSearchParams|(?:Type|Range|Syntax|Eval|URI|Reference|Aggregate)?Error)$/;
/** Methods that call what they are given for each element, and do nothing else. */
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
const LONGEST_CALLEE = 60;

/**
 * Whether a call changes no server.
 * @param isQuiet whether the functions that are written in its arguments change none
 */
export function isHarmless(
  context: AnalysisContext,
  call: SyntaxNode,
  state: State,
  isQuiet: boolean,
): boolean {
  const callee = firstChild(call);
  if (!callee) return false;
  if (call.name === 'NewExpression') return isBuiltInClass(context, call);
  if (call.name !== 'CallExpression') return false;
  const given = argumentsOf(call);
  if (isBuiltIn(context, callee)) return isQuiet && !handsFunction(context, callee, given ?? []);
  if (!given) return false;
  const target = unwrap(callee);
  const method = target.name === 'MemberExpression' ? target.lastChild : null;
  const object = method && firstChild(target);
  const name = method
    ? context.source.read(method.from, Math.min(method.to, method.from + 20))
    : '';
  // A list or set of its own only holds what it was given.
  const isOwn =
    object && LOOKING.has(name) && /^(?:Array|New)Expression$/.test(unwrap(object).name);
  if (isOwn) return isQuiet;
  const isForeign = object && !canReach(context, object) && !isWrittenHere(context, object);
  if (isForeign && method?.name === 'PropertyName') {
    if (LOOKING.has(name) && given.every((each) => !handsOver(context, each, state))) return true;
    if (ITERATING.has(name) && isQuiet && isFollowed(context, given[0])) return true;
  }
  if (isLogging(context, callee) && given.every((each) => !handsOver(context, each, state)))
    return isQuiet;
  return isQuiet && context.evaluate(call, state) !== undefined;
}

/** Whether a function is written where it is handed on, or is a helper of one expression that changes nothing. */
function isFollowed(context: AnalysisContext, given: SyntaxNode | undefined): boolean {
  if (!given || given.name === 'ArrowFunction') return given !== undefined;
  const helper = given.name === 'VariableName' ? helperAt(context, given) : undefined;
  return helper !== undefined && !mayRun(context.source, helper.body);
}

/** Whether JSON is given a function that it calls for each member. */
function handsFunction(
  { source }: AnalysisContext,
  callee: SyntaxNode,
  [, second]: readonly SyntaxNode[],
): boolean {
  if (!second || !source.read(callee.from, callee.from + 4).startsWith('JSON')) return false;
  return !/^(?:null|ArrayExpression|ArrowFunction)$/.test(second.name);
}

/** Whether the code of what an expression begins with is in this file: then it may do anything. */
function isWrittenHere({ paths, constants, source }: AnalysisContext, node: SyntaxNode): boolean {
  let root = unwrap(node);
  for (let first = firstChild(root); root.name === 'MemberExpression' && first; ) {
    root = unwrap(first);
    first = firstChild(root);
  }
  if (root.name !== 'VariableName') return false;
  const binding = paths.bindingOf(root);
  const name = source.read(root.from, Math.min(root.to, root.from + LONGEST_CALLEE));
  const parent = binding?.node.parent?.name.endsWith('Declaration') ? binding.node.parent : null;
  const made = binding ? (binding.init ?? parent) : constants.declaration(name);
  return made != null && /^(?:Class|Object)|Function/.test(unwrap(made).name);
}

function isBuiltIn(context: AnalysisContext, callee: SyntaxNode): boolean {
  if (callee.to - callee.from > LONGEST_CALLEE) return false;
  const text = context.source.read(callee.from, callee.to).replace(/\?\./g, '.');
  if (!BUILT_IN.test(text)) return false;
  const root = callee.name === 'MemberExpression' ? firstChild(callee) : callee;
  return root !== null && isGlobal(context, root, text.split('.')[0] ?? '');
}

function isLogging(context: AnalysisContext, callee: SyntaxNode): boolean {
  if (callee.to - callee.from > LONGEST_CALLEE || isWrittenHere(context, callee)) return false;
  return LOGGING.test(context.source.read(callee.from, callee.to));
}

function isBuiltInClass(context: AnalysisContext, call: SyntaxNode): boolean {
  const named = (call.getChild('InstantiationExpression') ?? call).getChild('VariableName');
  if (!named || named.to - named.from > LONGEST_CALLEE) return false;
  const name = context.source.read(named.from, named.to);
  return BUILT_IN_CLASSES.test(name) && isGlobal(context, named, name);
}

/** Whether a method of the object may reach a server by itself: the object is one, holds one, or is `this`. */
function canReach(context: AnalysisContext, object: SyntaxNode): boolean {
  const core = unwrap(object);
  if (core.name === 'this' || core.name === 'super') return true;
  const path = context.paths.pathOf(core);
  return path !== undefined && isNearServer(context, path);
}

function isNearServer(context: AnalysisContext, path: string): boolean {
  return [...context.evidence.paths.keys()].some((each) => reaches(path, each));
}

/** Whether an argument may be a server, or something that holds one. */
function handsOver(context: AnalysisContext, argument: SyntaxNode, state: State): boolean {
  const core = unwrap(argument);
  if (isLiteral(core) || /^(?:Number|BooleanLiteral|null|RegExp|UnaryExpression)$/.test(core.name))
    return false;
  if (context.paths.subjectOf(core)) return false;
  if (context.evaluate(core, state) !== undefined) return false;
  switch (core.name) {
    case 'TemplateString':
      return false;
    case 'BinaryExpression':
      return core.getChild('LogicOp') !== null;
    case 'MemberExpression': {
      // A member of a server is a text or number of it.
      const object = firstChild(core);
      const path = object ? context.paths.pathOf(object) : undefined;
      return path === undefined || !context.evidence.paths.has(path);
    }
    default:
      return true;
  }
}
