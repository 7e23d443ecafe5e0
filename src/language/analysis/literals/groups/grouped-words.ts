import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import type { StateRecord } from '../../../records/record';
import { fieldsOfName } from '../../../records/state-names';
import { withoutCase } from '../../../syntax/typescript/comparisons';
import {
  EQUALITY,
  firstChild,
  isLiteral,
  nextSibling,
  readValue,
  unwrap,
} from '../../../syntax/typescript/nodes';
import type { Written } from '../../../syntax/typescript/strings';
import { pathOf } from '../../expressions/paths';
import { recordsOfGroup } from './group-records';
import { type WordGroup, wordGroupsAt } from './word-groups';

const LONGEST_WORD = 40;
/** A function that compares more than this is generated. */
const MOST_COMPARED = 2000;

/** Nodes with literals that stand together. To ask a cursor for its node takes time, and there are many. */
const GROUPED: ReadonlySet<string> = new Set([
  'ArgList',
  'ArrayExpression',
  'EnumBody',
  'ObjectExpression',
  'SwitchStatement',
  'UnionType',
]);

/** An expression that is compared with a literal. */
interface ComparedWord {
  readonly subject: SyntaxNode;
  readonly written: Written;
}

/** The records of the words of a region. */
export interface RecordsOfWords {
  readonly records: readonly StateRecord[];
  /** Those that count only in a text that is about servers otherwise. */
  readonly inContext: readonly StateRecord[];
}

/** Collects the words that stand together in a region, and those that it compares one access path with. */
export class GroupedWords {
  readonly #compared: ComparedWord[] = [];
  readonly #records: StateRecord[] = [];
  readonly #inContext: StateRecord[] = [];

  constructor(
    private readonly source: KeyedSource,
    private readonly newGroup: () => number,
  ) {}

  /** Takes a node of the region. */
  enter(ref: SyntaxNodeRef): void {
    if (ref.name === 'BinaryExpression') this.#compare(ref.node);
    else if (GROUPED.has(ref.name)) {
      for (const group of wordGroupsAt(this.source, ref.node)) {
        this.#add(group);
      }
    }
  }

  /** The records of the words, once all of the region has been entered. */
  finish(): RecordsOfWords {
    this.#group();
    return { records: this.#records, inContext: this.#inContext };
  }

  #group(): void {
    const isState = ({ written: { value } }: ComparedWord) =>
      value.kind === 'text' && fieldsOfName(value.text).size > 0;
    // What no path is compared with a state in says nothing.
    if (!this.#compared.some(isState)) return;
    const byPath = new Map<string, Written[]>();
    for (const { subject, written } of this.#compared) {
      const path = pathOf(this.source, withoutCase(this.source, subject).core);
      if (path === undefined) continue;
      const words = byPath.get(path);
      if (words) words.push(written);
      else byPath.set(path, [written]);
    }
    for (const words of byPath.values()) {
      this.#add({ words });
    }
  }

  #add(group: WordGroup): void {
    const { records, needsContext } = recordsOfGroup(group, this.newGroup);
    const all = needsContext ? this.#inContext : this.#records;
    for (const record of records) all.push(record);
  }

  #compare(node: SyntaxNode): void {
    const left = firstChild(node);
    const operator = left && nextSibling(left);
    const right = operator && nextSibling(operator);
    if (!right || operator.name !== 'CompareOp' || this.#compared.length >= MOST_COMPARED) return;
    const [literal, subject] = isLiteral(unwrap(left)) ? [left, right] : [right, left];
    const core = unwrap(literal);
    if (!isLiteral(core) || core.to - core.from > LONGEST_WORD) return;
    if (!EQUALITY.has(this.source.read(operator.from, operator.to))) return;
    this.#compared.push({ subject, written: readValue(this.source, core, core.from) });
  }
}
