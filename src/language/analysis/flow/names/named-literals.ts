import type { SyntaxNode } from '@lezer/common';
import {
  firstChild,
  isLiteral,
  LONGEST_NAME,
  nextSibling,
  readValue,
  unwrap,
} from '../../../syntax/typescript/nodes';
import type { Subject } from '../../expressions/paths';
import { isCollection, onlyValue, type Value } from '../domain/values';
import type { AccessPaths } from './access-paths';

/** Calls and operators around a state that are looked through. */
const MOST_STEPS = 6;

/** The value of a constant of the file; undefined where nobody knows. */
export type ConstantReader = (name: string) => Value | undefined;

/** A state that is compared with constants, and the texts that these stand for. */
export interface NamedLiterals {
  readonly subject: Subject;
  readonly texts: readonly string[];
}

/** What a comparison or lookup compares a state with by constants: `state === Vm.Off`, `OFF.includes(state)`. */
export function namedLiterals(
  paths: AccessPaths,
  node: SyntaxNode,
  read: ConstantReader,
): NamedLiterals | undefined {
  const first = firstChild(node);
  if (!first) return undefined;
  if (node.name === 'CallExpression') {
    const list = first.name === 'MemberExpression' ? firstChild(first) : null;
    const parenthesis = node.getChild('ArgList')?.firstChild;
    const argument = parenthesis && nextSibling(parenthesis);
    const subject = argument && paths.subjectOf(argument);
    return list && subject ? withTexts(subject, textsOf(paths, list, read)) : undefined;
  }
  const operator = node.getChild('CompareOp');
  const last = operator && nextSibling(operator);
  if (!last) return undefined;
  const left = paths.subjectOf(first);
  const subject = left ?? paths.subjectOf(last);
  return subject && withTexts(subject, textsOf(paths, left ? last : first, read));
}

/** The texts that a name, a member of a named object, or the elements of a named list stand for. */
export function textsOf(paths: AccessPaths, wrapped: SyntaxNode, read: ConstantReader): string[] {
  const node = unwrap(wrapped);
  if (node.name === 'VariableName') {
    const only = onlyValue(constantAt(paths, node, read));
    if (typeof only === 'string') return [only];
    const isList = isCollection(only) && (only.kind === 'array' || only.kind === 'set');
    return isList ? [...only.entries.keys()].filter((each) => typeof each === 'string') : [];
  }
  const object = node.name === 'MemberExpression' ? firstChild(node) : null;
  const member = node.lastChild;
  if (object?.name !== 'VariableName' || member?.name !== 'PropertyName') return [];
  const holder = onlyValue(constantAt(paths, object, read));
  if (!isCollection(holder) || holder.kind !== 'object') return [];
  const name = paths.source.read(member.from, Math.min(member.to, member.from + LONGEST_NAME));
  const text = onlyValue(holder.entries.get(name));
  return typeof text === 'string' ? [text] : [];
}

function constantAt(paths: AccessPaths, node: SyntaxNode, read: ConstantReader): Value | undefined {
  if (paths.bindingOf(node) || node.to - node.from > LONGEST_NAME) return undefined;
  return read(paths.source.read(node.from, node.to));
}

/** The state of which a comparison compares the text, however it is made: `String(state)`, `state ?? ''`. */
export function derivedLiteral(paths: AccessPaths, node: SyntaxNode): NamedLiterals | undefined {
  const first = firstChild(node);
  const operator = node.getChild('CompareOp');
  const last = operator && nextSibling(operator);
  if (!first || !last) return undefined;
  const [literal, made] = isLiteral(unwrap(last)) ? [last, first] : [first, last];
  if (!isLiteral(unwrap(literal))) return undefined;
  const { value } = readValue(paths.source, literal, literal.from);
  const subject = value.kind === 'text' ? subjectWithin(paths, made) : undefined;
  return subject && value.kind === 'text' ? { subject, texts: [value.text] } : undefined;
}

function subjectWithin(paths: AccessPaths, wrapped: SyntaxNode): Subject | undefined {
  let node: SyntaxNode | null = wrapped;
  for (let left = MOST_STEPS; node && left > 0; left--) {
    const core: SyntaxNode = unwrap(node);
    const subject = paths.subjectOf(core);
    if (subject) return subject;
    node = partOf(core);
  }
  return undefined;
}

/** The part of an expression that its text is made of. */
function partOf(node: SyntaxNode): SyntaxNode | null {
  const first = firstChild(node);
  switch (node.name) {
    case 'CallExpression': {
      if (first?.name === 'MemberExpression') return firstChild(first);
      const parenthesis = node.getChild('ArgList')?.firstChild;
      return parenthesis ? nextSibling(parenthesis) : null;
    }
    case 'BinaryExpression':
      return node.getChild('LogicOp') && first;
    case 'TemplateString': {
      const hole = node.getChild('Interpolation')?.firstChild;
      return hole ? nextSibling(hole) : null;
    }
    default:
      return null;
  }
}

function withTexts(subject: Subject, texts: readonly string[]): NamedLiterals | undefined {
  return texts.length > 0 ? { subject, texts } : undefined;
}
