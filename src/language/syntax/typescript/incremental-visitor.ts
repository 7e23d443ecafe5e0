import type { SyntaxNodeRef } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import type { SubtreeResult } from '../lezer/subtree-records';
import type { Visitor } from '../lezer/tree-walk';
import { newScanBudget, readObject, readStrayObject } from './objects';
import { isBrace, isStrayObject, readCode } from './records';

/** Something of which it matters whether there are errors in it. */
interface Open {
  /** Whether there is one within it that is in none of the braces within it. */
  hasLooseError: boolean;
  hasError: boolean;
}

/** Reads the records of what is new in a tree of `@lezer/javascript`. */
export class TypeScriptVisitor implements Visitor {
  /** Those that the walk is in: braces, patterns and parts of the tree. */
  private readonly open: Open[] = [];

  constructor(
    private readonly source: KeyedSource,
    /** A number that no group has yet. */
    private readonly newGroup: () => number,
  ) {}

  begin(): void {
    this.open.push({ hasLooseError: false, hasError: false });
  }

  end(result: SubtreeResult): void {
    result.hasLooseError = this.close().hasLooseError;
  }

  enter(ref: SyntaxNodeRef, { items }: SubtreeResult): void {
    if (ref.type.isError) {
      this.note(true);
      return;
    }
    if (isBrace(ref) || ref.name === 'ObjectPattern') this.begin();
    const found = readCode(this.source, ref, this.newGroup());
    for (const record of found) items.push(withOwnRanges(record));
  }

  leave(ref: SyntaxNodeRef, result: SubtreeResult): void {
    if (!isBrace(ref) && ref.name !== 'ObjectPattern') return;
    const { hasLooseError, hasError } = this.close();
    // A pattern is no brace: what is wrong in it is wrong in the braces around it.
    if (hasError) this.note(ref.name === 'ObjectPattern' && hasLooseError);
    if (ref.name === 'ClassBody') return;
    const budget = newScanBudget();
    const { left } = budget;
    if (ref.name === 'ObjectExpression' || ref.name === 'ObjectType') {
      const record = readObject(this.source, ref.node, hasLooseError, budget);
      if (record) result.items.push(record);
    } else if (isStrayObject(ref.node)) {
      const record = readStrayObject(this.source, ref.from, budget);
      if (record) result.items.push(hasError ? record : { record, errorBefore: ref.from });
    }
    result.scanned += left - budget.left;
  }

  attach(part: SubtreeResult): void {
    if (part.firstError !== Infinity) this.note(part.hasLooseError);
  }

  private note(isLoose: boolean): void {
    const around = this.open.at(-1);
    if (!around) return;
    around.hasError = true;
    around.hasLooseError ||= isLoose;
  }

  private close(): Open {
    return this.open.pop() ?? { hasLooseError: false, hasError: false };
  }
}

/** The literals of a group share the range of their key, but each is moved on its own. */
function withOwnRanges(record: StateRecord): StateRecord {
  return { ...record, fields: record.fields.map((field) => ({ ...field, key: { ...field.key } })) };
}
