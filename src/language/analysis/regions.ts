import {
  IterMode,
  type NodeType,
  type SyntaxNode,
  type SyntaxNodeRef,
  type Tree,
  type TreeCursor,
} from '@lezer/common';
import { type ChangedRange, compose, growth, type TextChange } from '../text/changes';
import { isFunction } from './expressions/walk';

/** Functions nested deeper than this are no regions of their own. */
const DEEPEST_REGION = 50;
/** Places that may have changed since somebody asked: nobody asks for the regions of a text that has become long. */
const MOST_EDITS = 256;

/**
 * A statement of a program, or a function with a block that is in one: what is said of it holds as long as nothing
 * in it changes. A function that is one expression belongs to what is around it, which shows what it is for.
 */
export interface Region {
  /** Where it begins. */
  at: number;
  readonly length: number;
  readonly type: NodeType;
  /** The regions in it except for those in these, and except for those in what the parser could not make sense of. */
  readonly inner: readonly Region[];
  /** Whether there is an error in it: what it says can depend on what follows it. */
  readonly isBroken: boolean;
  /** The number of the last tree that it was in: where it is, and what is in it, is known of that one only. */
  seen: number;
}

/** The regions of a part of a tree, as far as the parser takes that part over from tree to tree. */
interface Part {
  readonly regions: readonly Region[];
  /** How far behind the beginning of the part the first region begins. */
  readonly lead: number;
}

/**
 * The regions of the trees of one document. Those in which nothing was changed, and which are of the same nodes in the
 * newest tree, stay the same objects, and are moved in place.
 */
export class Regions {
  /** Those that are in no other. */
  statements: readonly Region[] = [];
  /** All of them, in order of their start. */
  all: readonly Region[] = [];
  private tree: Tree | undefined;
  private edits: readonly ChangedRange[] = [];
  private readonly parts = new WeakMap<Tree, Part>();
  /** Where regions of the tree before are in the one that is looked at. */
  private readonly moves = new Map<Region, number>();
  /** The number of the newest tree. */
  private newest = 0;

  /** Takes changes of the text that were made at once. */
  change(changes: readonly TextChange[]): void {
    if (!this.tree) return;
    this.edits = compose(this.edits, changes);
    if (this.edits.length > MOST_EDITS) this.forget();
  }

  /** Has the regions be those of the tree, which is of the text after all changes so far. */
  advance(tree: Tree): void {
    if (this.tree === tree) return;
    this.moves.clear();
    const top: Region[] = [];
    this.collect(tree.cursor(IterMode.IncludeAnonymous), top);
    // Until here all are where they were, so that they are found there.
    for (const [region, to] of this.moves) move(region, to - region.at);
    this.moves.clear();
    this.statements = top;
    this.all = flat(top);
    this.newest++;
    for (const region of this.all) region.seen = this.newest;
    this.tree = tree;
    this.edits = [];
  }

  /** Has the regions of the next tree be found as those of the first are. */
  private forget(): void {
    this.tree = undefined;
    this.edits = [];
  }

  /** Adds the regions that are directly in a node; returns whether all of them are whole. */
  private collect(cursor: TreeCursor, regions: Region[]): boolean {
    let isWhole = true;
    if (!cursor.firstChild()) return isWhole;
    do {
      const { tree } = cursor;
      const part = tree && this.partOf(tree);
      if (part) {
        this.takeOver(part, cursor.from);
        for (const region of part.regions) regions.push(region);
      } else if (cursor.type.isAnonymous) isWhole = this.collectPart(cursor, regions) && isWhole;
      else if (!cursor.name.endsWith('Comment')) {
        const region = this.regionOf(cursor.node, 0);
        regions.push(region);
        isWhole &&= !region.isBroken;
      }
    } while (cursor.nextSibling());
    cursor.parent();
    return isWhole;
  }

  private collectPart(cursor: TreeCursor, regions: Region[]): boolean {
    const { tree, from } = cursor;
    const found: Region[] = [];
    const isWhole = this.collect(cursor, found);
    if (tree && isWhole) this.keep(tree, from, found);
    for (const region of found) regions.push(region);
    return isWhole;
  }

  private regionOf(node: SyntaxNode, depth: number): Region {
    const part = node.tree && this.partOf(node.tree);
    const [only] = part?.regions ?? [];
    if (part && only) {
      this.takeOver(part, node.from);
      return only;
    }
    const known = this.knownRegion(node);
    if (known) this.moves.set(known, node.from);
    const region = known ?? this.newRegion(node, depth);
    if (node.tree && !region.isBroken) this.keep(node.tree, node.from, [region]);
    return region;
  }

  private newRegion(node: SyntaxNode, depth: number): Region {
    const { from, to, type } = node;
    const inner: Region[] = [];
    let isBroken = false;
    let isRoot = true;
    node.cursor().iterate((ref) => {
      if (ref.type.isError) {
        isBroken = true;
        return false;
      }
      if (isRoot || depth > DEEPEST_REGION || !isRegion(ref)) {
        isRoot = false;
        return undefined;
      }
      const region = this.regionOf(ref.node, depth + 1);
      inner.push(region);
      isBroken ||= region.isBroken;
      return false;
    });
    return { at: from, length: to - from, type, inner, isBroken, seen: 0 };
  }

  /** The region that a node was in the tree before, if nothing in it has changed. */
  private knownRegion(node: SyntaxNode): Region | undefined {
    if (!this.tree) return undefined;
    let at = node.from;
    for (const edit of this.edits) {
      if (edit.newStart > node.to) break;
      if (edit.newEnd >= node.from) return undefined;
      at -= growth(edit);
    }
    const length = node.to - node.from;
    for (let index = firstFrom(this.all, at); this.all[index]?.at === at; index++) {
      const region = this.all[index];
      if (!region || region.isBroken || region.length !== length || region.type !== node.type)
        continue;
      const before = nodeOf(this.tree, region);
      if (before && isSame(node.cursor(), before.cursor())) return region;
    }
    return undefined;
  }

  /**
   * The regions of a part of the tree, if all of them were in the tree before. The parser may take a part over from an
   * earlier one, after some of its regions, as those of functions, were moved with the text and others were not.
   */
  private partOf(tree: Tree): Part | undefined {
    const part = this.parts.get(tree);
    return part?.regions.every(({ seen }) => seen === this.newest) ? part : undefined;
  }

  private keep(tree: Tree, from: number, regions: readonly Region[]): void {
    const [first] = regions;
    const at = first ? (this.moves.get(first) ?? first.at) : from;
    this.parts.set(tree, { regions, lead: at - from });
  }

  private takeOver({ regions, lead }: Part, from: number): void {
    const [first] = regions;
    const by = first ? from + lead - first.at : 0;
    for (const region of regions) this.moves.set(region, region.at + by);
  }
}

/** The node that a region of the tree is. */
export function nodeOf(tree: Tree, { at, length, type }: Region): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(at, 1); node; node = node.parent) {
    if (node.from < at || node.to > at + length) return undefined;
    if (node.type === type && node.to === at + length) return node;
  }
  return undefined;
}

/**
 * Visits the nodes of a region that are in none of the regions within, as `TreeCursor.iterate` does.
 * @param node that of the region
 * @param meet is called with each region within
 */
export function walkRegion(
  node: SyntaxNode,
  { inner }: Region,
  enter: (ref: SyntaxNodeRef) => boolean | undefined,
  leave?: (ref: SyntaxNodeRef) => void,
  meet?: (region: Region) => void,
): void {
  const byStart = new Map(inner.map((region) => [region.at, region]));
  node.cursor().iterate((ref) => {
    const region = byStart.get(ref.from);
    if (region && region.type === ref.type && region.length === ref.to - ref.from) {
      meet?.(region);
      return false;
    }
    return enter(ref);
  }, leave);
}

function isRegion(ref: SyntaxNodeRef): boolean {
  if (!isFunction(ref)) return false;
  return ref.name !== 'ArrowFunction' || ref.node.lastChild?.name === 'Block';
}

/** Whether two nodes, of which only the place differs, have the same nodes in them. */
function isSame(one: TreeCursor, other: TreeCursor): boolean {
  const by = one.from - other.from;
  for (let depth = 0; ; ) {
    if (one.type !== other.type || one.from - other.from !== by) return false;
    if (one.to - other.to !== by) return false;
    const isTakenOver = one.tree !== null && one.tree === other.tree;
    if (!isTakenOver) {
      const isParent = one.firstChild();
      if (isParent !== other.firstChild()) return false;
      if (isParent) {
        depth++;
        continue;
      }
    }
    for (;;) {
      if (depth === 0) return true;
      const hasNext = one.nextSibling();
      if (hasNext !== other.nextSibling()) return false;
      if (hasNext) break;
      one.parent();
      other.parent();
      depth--;
    }
  }
}

function move(region: Region, by: number): void {
  if (by === 0) return;
  region.at += by;
  for (const inner of region.inner) move(inner, by);
}

function flat(regions: readonly Region[], all: Region[] = []): Region[] {
  for (const region of regions) {
    all.push(region);
    flat(region.inner, all);
  }
  return all;
}

/** Where the first begins that is not before an offset. */
function firstFrom(regions: readonly Region[], at: number): number {
  let [low, high] = [0, regions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
