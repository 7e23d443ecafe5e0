import { IterMode, type SyntaxNodeRef, type Tree, type TreeCursor } from '@lezer/common';
import { newUnit, place, type Unit, type Units } from './subtree-records';

/** Nodes between two looks at the clock. */
const NODES = 128;

const SILENT = newUnit(0);

/** What is done at the nodes that are new. Anonymous nodes are passed over. */
export interface Visitor {
  /** A new part of the tree begins; all calls until its end are about what is in it. */
  begin?(): void;
  end?(unit: Unit): void;
  enter?(node: SyntaxNodeRef, unit: Unit): void;
  leave?(node: SyntaxNodeRef, unit: Unit): void;
  /** A part has been walked through, or was taken over from an earlier tree and is passed over. */
  attach?(part: Unit, unit: Unit): void;
}

/** Walks through what is new in a tree, in slices. */
export class TreeWalk {
  /** How many nodes were entered. */
  visited = 0;
  private readonly cursor: TreeCursor;
  private readonly open: { tree: Tree; unit: Unit }[] = [];
  private isDone = false;

  constructor(
    private readonly tree: Tree,
    private readonly units: Units,
    private readonly visitor: Visitor,
  ) {
    this.cursor = tree.cursor(IterMode.IncludeAnonymous);
  }

  /** Walks on for a while; returns what the tree says once all of it is known. */
  advance(isOver: () => boolean): Unit | undefined {
    const known = this.units.get(this.tree);
    if (known) place(known, 0);
    this.isDone ||= known !== undefined;
    while (!this.isDone) {
      this.step();
      if (this.visited % NODES === 0 && isOver()) break;
    }
    return this.isDone ? this.units.get(this.tree) : undefined;
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
    const known = tree && this.units.get(tree);
    const around = open.at(-1)?.unit;
    if (known && around) {
      place(known, cursor.from);
      attach(known, around);
      visitor.attach?.(known, around);
      return false;
    }
    const unit = tree ? newUnit(cursor.from) : around;
    if (!unit) return false;
    if (tree) {
      open.push({ tree, unit });
      visitor.begin?.();
    }
    if (cursor.type.isError) unit.firstError = Math.min(unit.firstError, cursor.from);
    if (!cursor.type.isAnonymous) visitor.enter?.(cursor, unit);
    return true;
  }

  private leave(): void {
    const { cursor, open, units, visitor } = this;
    const top = open.at(-1);
    if (!top) return;
    if (!cursor.type.isAnonymous) visitor.leave?.(cursor, top.unit);
    if (!cursor.tree) return;
    open.pop();
    visitor.end?.(top.unit);
    // Most parts say nothing, and nothing is all that has to be kept of them.
    units.set(top.tree, isSilent(top.unit) ? SILENT : top.unit);
    const around = open.at(-1)?.unit;
    if (!around) return;
    attach(top.unit, around);
    visitor.attach?.(top.unit, around);
  }
}

function isSilent({ items, firstError, scanned }: Unit): boolean {
  return items.length === 0 && firstError === Infinity && scanned === 0;
}

function attach(unit: Unit, around: Unit): void {
  if (unit.items.length > 0) around.items.push(unit);
  around.firstError = Math.min(around.firstError, unit.firstError);
  around.scanned += unit.scanned;
}
