import type { SyntaxNode } from '@lezer/common';
import type { Field } from '../../../model';
import type { KeyedSource } from '../../records/keyed-source';
import { isNearState, isOfAnyDialect } from '../../records/state-names';
import {
  firstChild,
  isLiteral,
  isMissing,
  nextSibling,
  readStateName,
  readValue,
  unwrap,
} from '../../syntax/typescript/nodes';
import { childrenOf, isFunction } from '../expressions/walk';
import { type Region, walkRegion } from '../regions';

/** Methods that make another name of a name. */
const CHANGING =
  /^(?:to(?:Locale)?(?:Upper|Lower)Case|replace(?:All)?|split|slice|substr(?:ing)?|concat|normalize)$/;
const LONGEST_METHOD = 20;
const NONE: readonly DerivedName[] = [];

/** A name for which code gives a state field a value of its own making, or hands on one that may be such a value. */
export interface DerivedName {
  readonly spelling: string;
  /** Where it stands, if it is a variable; members are told apart by their spelling alone. */
  readonly at?: number;
  /** The variable whose value it is given, where it is one that may be derived. */
  readonly from?: { readonly spelling: string; readonly at: number };
}

/**
 * The names of state fields that a region of the code gives values of its own making, as in
 * `const vm_state = server.vm_state.toUpperCase()`: what is compared with them is what the code made of a state.
 */
export function derivedNames(
  source: KeyedSource,
  node: SyntaxNode,
  region: Region,
): readonly DerivedName[] {
  const derived: DerivedName[] = [];
  walkRegion(node, region, (ref) => {
    // To ask a cursor for its node takes time, and there are many.
    const given = GIVEN_A_VALUE.has(ref.name) ? readGiven(ref.node) : undefined;
    const state = given && readStateName(source, given.name);
    // A bare `status` is never taken for a server's: what it holds says nothing of members of that name.
    const isBareStatus =
      ref.name === 'VariableDefinition' && state?.field === 'status' && !state.own;
    if (!state || isBareStatus) return undefined;
    const { spelling, field } = state;
    const isVariable = VARIABLES.has(given.name.name);
    const name = isVariable ? { spelling, at: given.name.from } : { spelling };
    const from = variableRead(source, given.value);
    if (from) derived.push({ ...name, from });
    else if (isMade(source, field, given.value)) derived.push(name);
    return undefined;
  });
  return derived.length === 0 ? NONE : derived;
}

/** Derived names that have been moved with their region, by so many UTF-16 code units. */
export function movedNames(names: readonly DerivedName[], by: number): readonly DerivedName[] {
  return names.map(({ spelling, at, from }) => ({
    spelling,
    ...(at !== undefined && { at: at + by }),
    ...(from && { from: { ...from, at: from.at + by } }),
  }));
}

const VARIABLES = new Set(['VariableDefinition', 'VariableName']);

/** The variable with a state's name that is all there is of a value. */
function variableRead(source: KeyedSource, value: SyntaxNode | null): DerivedName['from'] {
  const core = value && !isMissing(value) ? unwrap(value) : null;
  const isName = core?.name === 'VariableName' || core?.name === 'PropertyDefinition';
  const state = isName ? readStateName(source, core) : undefined;
  return core && state ? { spelling: state.spelling, at: core.from } : undefined;
}

interface Given {
  readonly name: SyntaxNode;
  readonly value: SyntaxNode | null;
}

const GIVEN_A_VALUE = new Set([
  'AssignmentExpression',
  'VariableDefinition',
  'PropertyDefinition',
  'String',
]);

function readGiven(node: SyntaxNode): Given | undefined {
  return node.name === 'AssignmentExpression' ? readAssigned(node) : readDefined(node);
}

/** `vm_state = value` in a declaration, `vm_state: value` in an object, and members of classes. */
function readDefined(node: SyntaxNode): Given | undefined {
  let sign = nextSibling(node);
  // `{ vm_state }` is the value of a variable of that name.
  if (node.name === 'PropertyDefinition' && node.parent?.name === 'Property' && !sign) {
    return { name: node, value: node };
  }
  if (sign?.name === 'TypeAnnotation') sign = nextSibling(sign);
  if (sign?.name !== 'Equals' && sign?.name !== ':') return undefined;
  return { name: node, value: nextSibling(sign) };
}

/** `vm_state = value` and `server.vm_state = value`. */
function readAssigned(node: SyntaxNode): Given | undefined {
  const target = firstChild(node);
  const last = target?.name === 'MemberExpression' ? target.lastChild : target;
  const name = last?.name === ']' ? last.prevSibling : last;
  const sign = target && nextSibling(target);
  return name && sign?.name === 'Equals' ? { name, value: nextSibling(sign) } : undefined;
}

/** Whether a value is not what the API gave: chosen, put together, looked up, or given to a call. */
function isMade(source: KeyedSource, field: Field, value: SyntaxNode | null): boolean {
  if (value === null || isMissing(value)) return false;
  const core = unwrap(value);
  switch (core.name) {
    case 'ConditionalExpression': {
      const [, , one, , other] = childrenOf(core);
      return [one, other].some(
        (choice) => choice && (isMade(source, field, choice) || isOtherWord(source, field, choice)),
      );
    }
    case 'TemplateString':
      return core.getChild('Interpolation') !== null;
    case 'AwaitExpression':
      return isMade(source, field, core.lastChild);
    case 'BinaryExpression': {
      const left = firstChild(core);
      const operator = left && nextSibling(left);
      if (operator?.name === 'ArithOp') return true;
      return (
        isMade(source, field, left) || isMade(source, field, operator && nextSibling(operator))
      );
    }
    case 'MemberExpression': {
      const index = core.lastChild?.name === ']' ? core.lastChild.prevSibling : null;
      return index !== null && !isLiteral(index) && holdsState(source, index);
    }
    case 'CallExpression': {
      const callee = firstChild(core);
      const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
      return (
        isChanging(source, method) ||
        holdsState(source, callee?.firstChild ?? null) ||
        holdsState(source, core.getChild('ArgList'))
      );
    }
    default:
      return false;
  }
}

/** Whether a literal is not a state of the field, nor nearly one, in any edition. */
function isOtherWord(source: KeyedSource, field: Field, node: SyntaxNode): boolean {
  const { value } = readValue(source, node, node.from);
  if (value.kind !== 'text' || value.text === '') return false;
  return !isOfAnyDialect(field, value.text) && !isNearState(field, value.text);
}

function isChanging(source: KeyedSource, method: SyntaxNode | null): boolean {
  if (!method || method.to - method.from > LONGEST_METHOD) return false;
  return CHANGING.test(source.read(method.from, method.to));
}

/** Whether a state is read in an expression. */
function holdsState(source: KeyedSource, node: SyntaxNode | null): boolean {
  let holds = false;
  node?.cursor().iterate((ref) => {
    if (holds || isFunction(ref)) return false;
    const { name } = ref;
    if (name === 'VariableName' || name === 'PropertyName') {
      holds = readStateName(source, ref.node) !== undefined;
    } else if (name === 'String' && ref.node.parent?.name === 'MemberExpression') {
      holds = readStateName(source, ref.node) !== undefined;
    }
    return undefined;
  });
  return holds;
}
