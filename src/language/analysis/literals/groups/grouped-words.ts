import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
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
import { partsOf, SEPARATOR } from '../../expressions/paths';
import { type GroupRecords, recordsOfGroup } from './group-records';
import { isStatePath } from './state-paths';
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

/** Collects the words that stand together in a region, and those that it compares one access path with. */
export class GroupedWords {
  readonly #compared: ComparedWord[] = [];
  readonly #groups: GroupRecords[] = [];

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
  finish(): readonly GroupRecords[] {
    this.#group();
    return this.#groups;
  }

  #group(): void {
    const mayBeState = ({ written: { value } }: ComparedWord) =>
      value.kind === 'text' && (value.text === '' || fieldsOfName(value.text).size > 0);
    // What no path is compared with a state in says nothing.
    if (!this.#compared.some(mayBeState)) return;
    const byPath = new Map<string, WordGroup & { readonly words: Written[] }>();
    for (const { subject, written } of this.#compared) {
      const { core, letterCase } = withoutCase(this.source, subject);
      const parts = partsOf(this.source, core);
      if (parts === undefined) continue;
      const path = parts.join(SEPARATOR);
      const group = byPath.get(path);
      if (group) group.words.push(written);
      else
        byPath.set(path, {
          words: [written],
          place: isStatePath(parts) ? 'word' : undefined,
          letterCase,
        });
    }
    for (const group of byPath.values()) this.#add(group);
  }

  #add(group: WordGroup): void {
    const records = recordsOfGroup(group, this.newGroup);
    if (records) this.#groups.push(records);
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
