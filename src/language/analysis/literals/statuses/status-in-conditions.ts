import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import type { Caution, StateRecord } from '../../../records/record';
import { toRecord } from '../../../syntax/typescript/comparisons';
import { comparedSides, readValue } from '../../../syntax/typescript/nodes';
import { memberSubject } from '../../expressions/paths';
import { childrenOf } from '../../expressions/walk';

/** Comparisons deeper within a condition than this are not read. */
const DEEPEST = 100;

/** What a whole condition says of the objects in it. */
interface Condition {
  /** The access paths of which it reads a field that only servers have. */
  readonly servers: ReadonlySet<string>;
  /** Whether it holds for other objects as well. */
  readonly hasChoice: boolean;
}

/** The conditions of a region by where they are, so that each is looked through once. */
export type Conditions = Map<string, Condition>;

/**
 * The record of a status that is compared where the same condition reads a field of the same object that only
 * servers have: `r['OS-EXT-STS:vm_state'] === 'active' && r.status === 'ACTIVE'`.
 * @param node a `BinaryExpression`
 */
export function readStatusInCondition(
  source: KeyedSource,
  node: SyntaxNode,
  known: Conditions,
  group: number,
): StateRecord[] {
  const compared = comparedSides(source, node);
  if (!compared) return [];
  for (const [status, literal] of compared.sides) {
    const subject = status && memberSubject(source, status);
    if (subject?.name.field !== 'status' || subject.name.own) continue;
    const condition = conditionOf(source, node, known);
    const written = readValue(source, literal, compared.behindOperator);
    if (!condition?.servers.has(subject.receiver) || written.value.kind === 'opaque') continue;
    const caution: Caution = condition.hasChoice ? 'near' : 'likely';
    return [toRecord({ name: subject.name, member: true }, written, node, group, caution)];
  }
  return [];
}

function conditionOf(
  source: KeyedSource,
  part: SyntaxNode,
  known: Conditions,
): Condition | undefined {
  let whole = part;
  let depth = 0;
  for (let next = part.parent; next && isJoined(next); next = next.parent) {
    if (++depth > DEEPEST) return undefined;
    whole = next;
  }
  const place = `${whole.from} ${whole.to}`;
  const condition = known.get(place) ?? readCondition(source, whole);
  known.set(place, condition);
  return condition;
}

/** Whether a node has conditions for its parts. */
function isJoined(node: SyntaxNode): boolean {
  if (node.name === 'ParenthesizedExpression') return true;
  if (node.name !== 'BinaryExpression' && node.name !== 'UnaryExpression') return false;
  return node.getChild('LogicOp') !== null;
}

function readCondition(source: KeyedSource, whole: SyntaxNode): Condition {
  const servers = new Set<string>();
  let hasChoice = false;
  const open: SyntaxNode[] = [whole];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isJoined(next)) {
      for (const child of childrenOf(next)) {
        if (child.name !== 'LogicOp') open.push(child);
        else if (source.read(child.from, child.to) === '||') hasChoice = true;
      }
      continue;
    }
    for (const read of readIn(next)) {
      const subject = memberSubject(source, read);
      if (subject?.name.prefixed) servers.add(subject.receiver);
    }
  }
  return { servers, hasChoice };
}

/** The expressions that a part of a condition may read a state with: itself, what it compares or looks up. */
function readIn(part: SyntaxNode): SyntaxNode[] {
  if (part.name === 'BinaryExpression') return childrenOf(part);
  const list = part.name === 'CallExpression' ? part.getChild('ArgList') : null;
  return list ? childrenOf(list) : [part];
}
