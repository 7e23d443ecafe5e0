import { IterMode, type SyntaxNodeRef, type Tree, type TreeCursor } from '@lezer/common';
import {
  newSubtreeResult,
  place,
  type SubtreeResult,
  type SubtreeResults,
} from './subtree-records';

/** Nodes between two looks at the clock. */
const NODES = 128;

const SILENT = newSubtreeResult(0);

/** What is done at the nodes that are new. Anonymous nodes are passed over. */
export interface Visitor {
  /** A new part of the tree begins; all calls until its end are about what is in it. */
  begin?(): void;
  end?(result: SubtreeResult): void;
  enter?(node: SyntaxNodeRef, result: SubtreeResult): void;
  leave?(node: SyntaxNodeRef, result: SubtreeResult): void;
  /** A part has been walked through, or was taken over from an earlier tree and is passed over. */
  attach?(part: SubtreeResult, result: SubtreeResult): void;
}

/** Walks through what is new in a tree, in slices. */
export class TreeWalk {
  /** How many nodes were entered. */
  visited = 0;
  private readonly cursor: TreeCursor;
  private readonly open: { tree: Tree; result: SubtreeResult }[] = [];
  private isDone = false;

  constructor(
    private readonly tree: Tree,
    private readonly results: SubtreeResults,
    private readonly visitor: Visitor,
  ) {
    this.cursor = tree.cursor(IterMode.IncludeAnonymous);
  }

  /** Walks on for a while; returns what the tree says once all of it is known. */
  advance(isOver: () => boolean): SubtreeResult | undefined {
    const known = this.results.get(this.tree);
    if (known) place(known, 0);
    this.isDone ||= known !== undefined;
    while (!this.isDone) {
      this.step();
      if (this.visited % NODES === 0 && isOver()) break;
    }
    return this.isDone ? this.results.get(this.tree) : undefined;
  }

  private step(): void {
    const { cursor } = this;
    this.visited++;
    if (this.enter()) {
      if (cursor.firstChild()) return;
      this.leave();
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) {
        this.isDone = true;
        return;
      }
      this.leave();
    }
  }

  /** Returns whether to look at what is in the node. */
  private enter(): boolean {
    const { cursor, open, visitor } = this;
    const { tree } = cursor;
    const known = tree && this.results.get(tree);
    const around = open.at(-1)?.result;
    if (known && around) {
      place(known, cursor.from);
      attach(known, around);
      visitor.attach?.(known, around);
      return false;
    }
    const result = tree ? newSubtreeResult(cursor.from) : around;
    if (!result) return false;
    if (tree) {
      open.push({ tree, result });
      visitor.begin?.();
    }
    if (cursor.type.isError) result.firstError = Math.min(result.firstError, cursor.from);
    if (!cursor.type.isAnonymous) visitor.enter?.(cursor, result);
    return true;
  }

  private leave(): void {
    const { cursor, open, results, visitor } = this;
    const top = open.at(-1);
    if (!top) return;
    if (!cursor.type.isAnonymous) visitor.leave?.(cursor, top.result);
    if (!cursor.tree) return;
    open.pop();
    visitor.end?.(top.result);
    // Most parts say nothing, and nothing is all that has to be kept of them.
    results.set(top.tree, isSilent(top.result) ? SILENT : top.result);
    const around = open.at(-1)?.result;
    if (!around) return;
    attach(top.result, around);
    visitor.attach?.(top.result, around);
  }
}

function isSilent({ items, firstError, scanned }: SubtreeResult): boolean {
  return items.length === 0 && firstError === Infinity && scanned === 0;
}

function attach(result: SubtreeResult, around: SubtreeResult): void {
  if (result.items.length > 0) around.items.push(result);
  around.firstError = Math.min(around.firstError, result.firstError);
  around.scanned += result.scanned;
}
