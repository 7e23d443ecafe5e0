import type { SyntaxNode } from '@lezer/common';
import {
  EQUALITY,
  firstChild,
  isLiteral,
  nextSibling,
  readStateName,
  readValue,
  unwrap,
} from '../../../syntax/typescript/nodes';
import { memberName } from '../../expressions/paths';
import { childrenOf } from '../../expressions/walk';
import { binary, memberOf, unary } from '../domain/operators';
import type { State } from '../domain/state';
import {
  canBe,
  chosen,
  combined,
  constant,
  hasOtherWords,
  isCollection,
  isPrimitive,
  isTruthy,
  mapped,
  onlyValue,
  UNKNOWN,
  type Value,
  worldsWhere,
} from '../domain/values';
import { EVERYTHING, OTHER_WORD } from '../domain/worlds';
import type { AnalysisContext } from './analysis-context';
import { collectionOf } from './collections';
import { evaluateCall } from './evaluate-calls';
import { mayRun } from './quiet';
import { readField } from './read-field';

/** A value of which nothing is known. */
const UNKNOWABLE: Value = { cases: new Map(), rest: EVERYTHING };

/**
 * The value of an expression in a state, by the worlds of the server that it reads: the abstract evaluation. It
 * changes nothing and reports nothing; undefined where nobody knows, or where something runs that is not known.
 */
export function evaluate(
  context: AnalysisContext,
  wrapped: SyntaxNode,
  state: State,
): Value | undefined {
  const node = unwrap(wrapped);
  return context.budget.deeper(() => {
    const { source, paths } = context;
    if (isLiteral(node)) return literalOf(context, node);
    switch (node.name) {
      case 'null':
        return constant(null);
      case 'BooleanLiteral':
        return constant(source.read(node.from, node.to) === 'true');
      case 'Number':
        return numberOf(source.read(node.from, Math.min(node.to, node.from + 30)));
      case 'TemplateString':
        return evaluateTemplate(context, node, state);
      case 'VariableName':
        return evaluateName(context, node, state);
      case 'MemberExpression': {
        const subject = paths.subjectOf(node);
        return subject
          ? readField(context, subject.receiver, subject.name.field, state)
          : evaluateMember(context, node, state);
      }
      case 'UnaryExpression':
        return evaluateUnary(context, node, state);
      case 'BinaryExpression':
        return evaluateBinary(context, node, state);
      case 'ConditionalExpression':
        return evaluateChoice(context, node, state);
      case 'CallExpression':
        return evaluateCall(context, node, state);
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'NewExpression': {
        if (runsUnseen(context, ...childrenOf(node))) return undefined;
        const collection = collectionOf(source, node, (each) => evaluate(context, each, state));
        return collection && constant(collection);
      }
      default:
        return undefined;
    }
  });
}

/** The value of a number in plain decimal digits. */
function numberOf(text: string): Value | undefined {
  return /^(?:0|[1-9]\d*)$/.test(text) ? constant(Number(text)) : undefined;
}

/** Two values as an operator with this sign joins them. */
export function compare(left: Value, right: Value, sign: string): Value | undefined {
  if (EQUALITY.has(sign)) {
    // A word that the relation does not have is of another edition, or a mistake that is said to be one elsewhere.
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const word = onlyValue(other);
      if (one.of && typeof word === 'string' && word !== '' && !canBe(one, word)) return undefined;
    }
  }
  return combined(left, right, (one, other) => binary(sign, one, other));
}

function literalOf({ source }: AnalysisContext, node: SyntaxNode): Value | undefined {
  const { value } = readValue(source, node, node.from);
  return value.kind === 'text' ? constant(value.text) : undefined;
}

function evaluateName(context: AnalysisContext, node: SyntaxNode, state: State): Value | undefined {
  const binding = context.paths.bindingOf(node);
  if (binding) {
    const value = state.values.get(binding.id);
    const subject = value ? undefined : context.paths.fieldOf(binding);
    const path = subject && context.paths.givenFor(subject.receiver);
    if (subject && path !== undefined) return readField(context, path, subject.name.field, state);
    return value;
  }
  if (node.to - node.from > 128) return undefined;
  const name = context.source.read(node.from, node.to);
  return name === 'undefined' ? constant(undefined) : context.constants.get(name);
}

function evaluateTemplate(
  context: AnalysisContext,
  node: SyntaxNode,
  state: State,
): Value | undefined {
  let whole: Value | undefined = constant('');
  let at = node.from + 1;
  const add = (part: Value | undefined) => {
    whole = whole && part && combined(whole, part, (left, right) => binary('+', left, right));
  };
  for (const hole of node.getChildren('Interpolation')) {
    const text = context.source.read(at, hole.from);
    if (text.includes('\\')) return undefined;
    add(constant(text));
    const start = firstChild(hole);
    const inner = start && nextSibling(start);
    add(inner ? evaluate(context, inner, state) : undefined);
    at = hole.to;
  }
  const text = context.source.read(at, node.to - 1);
  if (text.includes('\\')) return undefined;
  add(constant(text));
  return whole;
}

/** A member of a constant object or enum, or the length of a text. */
function evaluateMember(
  context: AnalysisContext,
  node: SyntaxNode,
  state: State,
): Value | undefined {
  const object = firstChild(node);
  const named = memberName(node);
  const of = object && evaluate(context, object, state);
  if (!of || !named) return undefined;
  const key =
    named.name === 'PropertyName'
      ? constant(context.source.read(named.from, named.to))
      : evaluate(context, named, state);
  const isOptional = node.getChild('?.') !== null;
  return (
    key &&
    combined(of, key, (one, other) => {
      if (isOptional && one == null) return undefined;
      const member = memberOf(one, other);
      return typeof member === 'object' && member !== null ? onlyValue(member) : member;
    })
  );
}

function evaluateUnary(
  context: AnalysisContext,
  node: SyntaxNode,
  state: State,
): Value | undefined {
  const operator = firstChild(node);
  const operand = operator && nextSibling(operator);
  if (!operator || !operand) return undefined;
  const sign =
    operator.name === 'typeof' || operator.name === 'void'
      ? operator.name
      : context.source.read(operator.from, operator.to);
  const value = evaluate(context, operand, state);
  return value && mapped(value, (each) => unary(sign, each));
}

function evaluateBinary(
  context: AnalysisContext,
  node: SyntaxNode,
  state: State,
): Value | undefined {
  const [left, operator, right] = childrenOf(node);
  if (!left || !operator || !right) return undefined;
  if (operator.name === 'in') return evaluateMembership(context, left, right, state);
  const one = evaluate(context, left, state);
  const sign = context.source.read(operator.from, Math.min(operator.to, operator.from + 4));
  if (operator.name === 'LogicOp') {
    if (!one) return undefined;
    const other = evaluate(context, right, state) ?? unknown(context, right);
    if (!other) return undefined;
    if (sign === '&&') return chosen(worldsWhere(one, isTruthy), other, one);
    if (sign === '||')
      return chosen(
        worldsWhere(one, (each) => !isTruthy(each)),
        other,
        one,
      );
    return sign === '??'
      ? chosen(
          worldsWhere(one, (each) => each == null),
          other,
          one,
        )
      : undefined;
  }
  const other = one && evaluate(context, right, state);
  return one && other && compare(one, other, sign);
}

/** `state in LABELS`, and `'task_state' in server`. */
function evaluateMembership(
  context: AnalysisContext,
  left: SyntaxNode,
  right: SyntaxNode,
  state: State,
): Value | undefined {
  const { source, paths } = context;
  const name = isLiteral(unwrap(left)) ? readStateName(source, unwrap(left)) : undefined;
  const path = name && paths.pathOf(right);
  if (name && path !== undefined && context.evidence.of(path)) {
    const held = readField(context, path, name.field, state);
    return held && mapped(held, (each) => (each === undefined ? UNKNOWN : true));
  }
  const collection = onlyValue(evaluate(context, right, state));
  const key = evaluate(context, left, state);
  if (collection === UNKNOWN || !isCollection(collection) || !key) return undefined;
  if (collection.kind !== 'object') return undefined;
  const isOpen = collection.isOpen || hasOtherWords(key, collection.entries.keys());
  return mapped(key, (each) => {
    if (!isPrimitive(each)) return UNKNOWN;
    const word = String(each);
    if (each === OTHER_WORD) return isOpen ? UNKNOWN : false;
    return collection.entries.has(word) || (isOpen || word in Object.prototype ? UNKNOWN : false);
  });
}

function evaluateChoice(
  context: AnalysisContext,
  node: SyntaxNode,
  state: State,
): Value | undefined {
  const [test, , first, , second] = childrenOf(node);
  const value = test && evaluate(context, test, state);
  if (!value || !first || !second) return undefined;
  const one = evaluate(context, first, state) ?? unknown(context, first);
  const other = evaluate(context, second, state) ?? unknown(context, second);
  if (!one || !other) return undefined;
  const holds = worldsWhere(value, isTruthy);
  const choice = chosen(holds, one, other);
  if (!choice || value.rest === 0n) return choice && withOrigin(choice, value);
  const cases = new Map([...choice.cases].map(([each, worlds]) => [each, worlds & ~value.rest]));
  return withOrigin({ ...choice, cases, rest: choice.rest | value.rest }, value);
}

/** The value of an expression that nobody knows; undefined where the whole is not to be known either. */
function unknown(context: AnalysisContext, node: SyntaxNode): Value | undefined {
  return runsUnseen(context, node) ? undefined : UNKNOWABLE;
}

/** Whether expressions may change something where no walk comes by: in the body of a helper. */
function runsUnseen({ paths, source }: AnalysisContext, ...nodes: readonly SyntaxNode[]): boolean {
  return paths.isGiven && nodes.some((node) => mayRun(source, node));
}

/** A value that depends on the worlds of another. */
function withOrigin(choice: Value, test: Value): Value | undefined {
  if (!test.of) return choice;
  if (choice.of && choice.of.version !== test.of.version) return undefined;
  return { ...choice, of: choice.of ?? test.of };
}
