import type { SyntaxNode } from '@lezer/common';
import { unwrap } from '../../../syntax/typescript/nodes';
import { childrenOf } from '../../expressions/walk';
import {
  narrowed,
  type Reached,
  renewed,
  type State,
  versionOf,
  withValue,
  withVersion,
} from '../domain/state';
import { isCollection, mapped, onlyValue, UNKNOWN, type Value } from '../domain/values';
import type { AnalysisContext } from '../evaluation/analysis-context';
import { readField } from '../evaluation/read-field';
import type { Binding } from '../names/bindings';
import { isNeverChanged } from '../names/constant-uses';
import { renewWhere } from './assign';
import type { Given, Walker } from './walker';

/** What holds behind a declaration of variables. */
export function visitDeclaration(walker: Walker, node: SyntaxNode, state: State): Reached {
  let now: Reached = state;
  let names: SyntaxNode[] = [];
  let isSteady = true;
  for (const child of childrenOf(node)) {
    if (child.name === ',' || child.name === ';') continue;
    const from: State = now ?? walker.unreached(child, state.assigned);
    if (child.name === 'VariableDefinition' || child.name.endsWith('Pattern')) {
      const after: Reached =
        child.name === 'VariableDefinition' ? from : walker.visitAll(childrenOf(child), from);
      isSteady = after !== null && walker.isSame(from, after);
      now = now && after;
      names = [child];
      if (child.nextSibling?.name !== 'Equals' && child.nextSibling?.name !== 'TypeAnnotation') {
        now = now && declareNames(walker, node, now, child);
      }
      continue;
    }
    if (names.length === 0 || child.name === 'Equals' || child.name === 'TypeAnnotation') continue;
    const after: Reached = walker.visit(child, from);
    const [target] = names;
    names = [];
    now = now && after;
    if (now && target) now = declareNames(walker, node, now, target, isSteady);
  }
  const isAwaited = node.getChild('await') !== null;
  return now && isAwaited ? walker.widen(now, node) : now;
}

/**
 * The state in which the names that are declared within a part of a scope hold what they are given.
 * @param scope where the names are looked up
 * @param isSteady whether taking a pattern apart changes no server: then all of its names are of the same one
 */
export function declareNames(
  walker: Walker,
  scope: SyntaxNode,
  state: State,
  part: SyntaxNode,
  isSteady = true,
): State {
  const { paths } = walker.context;
  let now = state;
  const patterns = new Set<string>();
  for (const definition of definitionsIn(part)) {
    const binding = paths.bindings.resolve(
      nameOf(walker.context, definition),
      Math.max(definition.from, scope.from),
    );
    if (binding?.node.from !== definition.from) continue;
    const subject = paths.fieldOf(binding);
    if (subject?.receiver.startsWith('{') && !patterns.has(subject.receiver)) {
      patterns.add(subject.receiver);
      now = renewed(now, subject.receiver, `${definition.from}`);
    }
    now = declared(walker, binding, now);
    if (!isSteady) now = withValue(now, binding.id, undefined);
  }
  return now;
}

/** The state in which one name holds what it is given. */
function declared(walker: Walker, binding: Binding, state: State): State {
  const { context } = walker;
  const { paths } = context;
  const fresh = renewWhere(walker, state, binding.node, ([root]) => root === binding.id);
  const subject = paths.fieldOf(binding);
  if (subject) {
    const held = readField(context, subject.receiver, subject.name.field, fresh);
    return withValue(fresh, binding.id, held && withDefault(context, binding, held, fresh));
  }
  if (!paths.isConstant(binding) || !binding.init) return withValue(fresh, binding.id, undefined);
  const source = paths.pathOf(binding.init);
  if (source !== undefined) return aliased(context, binding, source, fresh);
  const given = walker.elementGiven(binding.init, fresh, binding.id, 'find');
  if (given) return withValue(withGiven(walker, fresh, binding.id, given), binding.id, undefined);
  const value = context.evaluate(binding.init, fresh);
  const only = onlyValue(value);
  const isFixed =
    value &&
    (!isCollection(only) || isNeverChanged(context.source, context.mentions, binding, only));
  return withValue(fresh, binding.id, isFixed ? value : undefined);
}

/** The state in which a path is a server of which something is known. */
export function withGiven(walker: Walker, state: State, path: string, given: Given): State {
  const fact = { version: versionOf(state, path), ...given, failed: false };
  return narrowed(state, fact, walker.context.space.all) ?? state;
}

/** The state in which all paths that begin with a name are those of what it is another name for. */
function aliased(
  { paths, evidence }: AnalysisContext,
  binding: Binding,
  source: string,
  state: State,
): State {
  let now = state;
  for (const path of evidence.paths.keys()) {
    const [root, ...rest] = paths.partsOf(path);
    if (root !== binding.id) continue;
    const original = [source, ...rest].join('\n');
    now = withVersion(now, path, versionOf(now, original));
  }
  return withValue(now, binding.id, undefined);
}

/** What a property of a pattern gives where there is a value to take for what is missing. */
function withDefault(
  context: AnalysisContext,
  binding: Binding,
  held: Value,
  state: State,
): Value | undefined {
  const equals = binding.property?.getChild('Equals');
  if (!equals) return held;
  const value = equals.nextSibling
    ? onlyValue(context.evaluate(unwrap(equals.nextSibling), state))
    : UNKNOWN;
  return mapped(held, (each) => (each === undefined ? value : each));
}

function definitionsIn(part: SyntaxNode): SyntaxNode[] {
  if (part.name === 'VariableDefinition') return [part];
  if (!/Pattern|ParamList|Spec$/.test(part.name)) return [];
  return childrenOf(part).flatMap(definitionsIn);
}

function nameOf({ source }: AnalysisContext, { from, to }: SyntaxNode): string {
  return source.read(from, Math.min(to, from + 128));
}
