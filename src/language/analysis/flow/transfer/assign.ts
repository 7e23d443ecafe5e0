import type { SyntaxNode } from '@lezer/common';
import { firstChild, nextSibling, readIdentifier, unwrap } from '../../../syntax/typescript/nodes';
import { partsOf } from '../../expressions/paths';
import { childrenOf } from '../../expressions/walk';
import { assignedBits } from '../domain/assigned-fields';
import { type Reached, renewed, type State, widened, withValue } from '../domain/state';
import { fieldsOfMember, partsOfTarget, targetOf } from '../names/assignments';
import type { Walker } from './walker';

/** What holds behind an assignment, or a count up or down. */
export function visitAssignment(walker: Walker, node: SyntaxNode, state: State): Reached {
  const target = targetOf(node);
  if (!target) return walker.visitAll(childrenOf(node), state);
  const before = visitTarget(walker, target, state);
  const operator = nextSibling(target);
  const value = operator && nextSibling(operator);
  if (!before || !value) return before && assigned(walker, target, before);
  const after = walker.visit(value, before);
  const sign = walker.context.source.read(operator.from, Math.min(operator.to, operator.from + 4));
  const isConditional = sign === '??=' || sign === '||=' || sign === '&&=';
  const whole = isConditional ? walker.join(before, after, node) : after;
  return whole && assigned(walker, target, whole);
}

/** What holds behind an operator of one operand: `delete` and the counting ones change it. */
export function visitDeletion(walker: Walker, node: SyntaxNode, state: State): Reached {
  const target = targetOf(node);
  if (!target) return walker.visitAll(childrenOf(node), state);
  const before = visitTarget(walker, target, state);
  return before && assigned(walker, target, before);
}

/** What holds once something was assigned to a target, which may be a pattern. */
export function assigned(walker: Walker, target: SyntaxNode, state: State): State {
  const after = partsOfTarget(target).reduce((now, part) => assignedPart(walker, part, now), state);
  return walker.changed(after, target);
}

function assignedPart(walker: Walker, part: SyntaxNode, state: State): State {
  if (part.name === 'MemberExpression') return assignedMember(walker, part, state);
  const name = readIdentifier(walker.context.source, part)?.name;
  if (!part.name.startsWith('Variable') || name === undefined) return state;
  const binding = walker.context.paths.bindings.resolve(name, part.from);
  const root = binding?.id ?? name;
  const renewedState = renewWhere(walker, state, part, ([first]) => first === root);
  return binding ? withValue(renewedState, binding.id, undefined) : renewedState;
}

function assignedMember(walker: Walker, part: SyntaxNode, state: State): State {
  const { source } = walker.context;
  const object = firstChild(part);
  const path = object ? walker.context.paths.pathOf(object) : undefined;
  const fields = fieldsOfMember(source, part);
  const isOfServer = path !== undefined && walker.context.evidence.paths.has(path);
  const bits = fields !== 0 && isOfServer ? assignedBits() : fields;
  const after = { ...state, assigned: state.assigned | bits };
  const names = partsOf(source, part);
  const member = names?.at(-1);
  // What a function was given can be written through its `arguments` too.
  if (names?.[0] === 'arguments') return widened(after, `${part.from}`);
  // Any other path may lead to the same object.
  return renewWhere(walker, after, part, ([, ...rest]) =>
    member === undefined ? rest.length > 0 : rest.includes(member),
  );
}

/** The state in which the servers at some paths are others. */
export function renewWhere(
  walker: Walker,
  state: State,
  at: SyntaxNode,
  isMeant: (parts: readonly string[]) => boolean,
): State {
  const { evidence, paths } = walker.context;
  let now = state;
  for (const path of evidence.paths.keys()) {
    if (isMeant(paths.partsOf(path))) now = renewed(now, path, `${at.from}`);
  }
  return now;
}

/** Evaluates what is around the members and names that are assigned: objects, keys and what is taken where one is missing. */
export function visitTarget(walker: Walker, target: SyntaxNode, state: State): Reached {
  const core = unwrap(target);
  if (core.name !== 'MemberExpression' && !/Pattern|^(?:Array|Object)Expression$/.test(core.name))
    return state;
  return walker.visitAll(childrenOf(core), state);
}
