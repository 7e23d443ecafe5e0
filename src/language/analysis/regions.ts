import {
  IterMode,
  type NodeType,
  type SyntaxNode,
  type SyntaxNodeRef,
  type Tree,
  type TreeCursor,
} from '@lezer/common';
import { compose, type Edit, growth, type TextChange } from '../text/changes';
import { isFunction } from './expressions/walk';

/** Functions nested deeper than this are no pieces of their own. */
const DEEPEST_PIECE = 50;
/** Places that may have changed since somebody asked: nobody asks for the pieces of a text that has become long. */
const MOST_EDITS = 256;

/**
 * A statement of a program, or a function with a block that is in one: what is said of it holds as long as nothing
 * in it changes. A function that is one expression belongs to what is round it, which tells what it is for.
 */
export interface Piece {
  /** Where it begins. */
  at: number;
  readonly length: number;
  readonly type: NodeType;
  /** The pieces in it but for those in these, and but for those in what the parser could not make sense of. */
  readonly inner: readonly Piece[];
  /** Whether there is an error in it: what it says can depend on what follows it. */
  readonly isBroken: boolean;
}

/** The pieces of a part of a tree, as far as the parser takes that part over from tree to tree. */
interface Part {
  readonly pieces: readonly Piece[];
  /** How far behind the beginning of the part the first piece begins. */
  readonly lead: number;
}

/**
 * The pieces of the trees of one document. Those in which nothing was changed, and which are of the same nodes in the
 * newest tree, stay the same objects, and are moved in place.
 */
export class Pieces {
  /** Those that are in no other. */
  statements: readonly Piece[] = [];
  /** All of them, in order of their start. */
  all: readonly Piece[] = [];
  private tree: Tree | undefined;
  private edits: readonly Edit[] = [];
  private readonly parts = new WeakMap<Tree, Part>();
  /** Where pieces of the tree before are in the one that is looked at. */
  private readonly moves = new Map<Piece, number>();

  /** Takes changes of the text that were made at once. */
  change(changes: readonly TextChange[]): void {
    if (!this.tree) return;
    this.edits = compose(this.edits, changes);
    if (this.edits.length > MOST_EDITS) this.forget();
  }

  /** Has the pieces be those of the tree, which is of the text after all changes so far. */
  advance(tree: Tree): void {
    if (this.tree === tree) return;
    this.moves.clear();
    const top: Piece[] = [];
    this.collect(tree.cursor(IterMode.IncludeAnonymous), top);
    // Until here all are where they were, so that they are found there.
    for (const [piece, to] of this.moves) move(piece, to - piece.at);
    this.moves.clear();
    this.statements = top;
    this.all = flat(top);
    this.tree = tree;
    this.edits = [];
  }

  /** Has the pieces of the next tree be found as those of the first are. */
  private forget(): void {
    this.tree = undefined;
    this.edits = [];
  }

  /** Adds the pieces that are directly in a node; returns whether all of them are whole. */
  private collect(cursor: TreeCursor, pieces: Piece[]): boolean {
    let isWhole = true;
    if (!cursor.firstChild()) return isWhole;
    do {
      const { tree } = cursor;
      const part = tree && this.parts.get(tree);
      if (part) {
        this.takeOver(part, cursor.from);
        for (const piece of part.pieces) pieces.push(piece);
      } else if (cursor.type.isAnonymous) isWhole = this.collectPart(cursor, pieces) && isWhole;
      else if (!cursor.name.endsWith('Comment')) {
        const piece = this.pieceOf(cursor.node, 0);
        pieces.push(piece);
        isWhole &&= !piece.isBroken;
      }
    } while (cursor.nextSibling());
    cursor.parent();
    return isWhole;
  }

  private collectPart(cursor: TreeCursor, pieces: Piece[]): boolean {
    const { tree, from } = cursor;
    const found: Piece[] = [];
    const isWhole = this.collect(cursor, found);
    if (tree && isWhole) this.keep(tree, from, found);
    for (const piece of found) pieces.push(piece);
    return isWhole;
  }

  private pieceOf(node: SyntaxNode, depth: number): Piece {
    const part = node.tree && this.parts.get(node.tree);
    const [only] = part?.pieces ?? [];
    if (part && only) {
      this.takeOver(part, node.from);
      return only;
    }
    const known = this.knownPiece(node);
    if (known) this.moves.set(known, node.from);
    const piece = known ?? this.newPiece(node, depth);
    if (node.tree && !piece.isBroken) this.keep(node.tree, node.from, [piece]);
    return piece;
  }

  private newPiece(node: SyntaxNode, depth: number): Piece {
    const { from, to, type } = node;
    const inner: Piece[] = [];
    let isBroken = false;
    let isRoot = true;
    node.cursor().iterate((ref) => {
      if (ref.type.isError) {
        isBroken = true;
        return false;
      }
      if (isRoot || depth > DEEPEST_PIECE || !isPiece(ref)) {
        isRoot = false;
        return undefined;
      }
      const piece = this.pieceOf(ref.node, depth + 1);
      inner.push(piece);
      isBroken ||= piece.isBroken;
      return false;
    });
    return { at: from, length: to - from, type, inner, isBroken };
  }

  /** The piece that a node was in the tree before, if nothing in it has changed. */
  private knownPiece(node: SyntaxNode): Piece | undefined {
    if (!this.tree) return undefined;
    let at = node.from;
    for (const edit of this.edits) {
      if (edit.newStart > node.to) break;
      if (edit.newEnd >= node.from) return undefined;
      at -= growth(edit);
    }
    const length = node.to - node.from;
    for (let index = firstFrom(this.all, at); this.all[index]?.at === at; index++) {
      const piece = this.all[index];
      if (!piece || piece.isBroken || piece.length !== length || piece.type !== node.type) continue;
      const before = nodeOf(this.tree, piece);
      if (before && isSame(node.cursor(), before.cursor())) return piece;
    }
    return undefined;
  }

  private keep(tree: Tree, from: number, pieces: readonly Piece[]): void {
    const [first] = pieces;
    const at = first ? (this.moves.get(first) ?? first.at) : from;
    this.parts.set(tree, { pieces, lead: at - from });
  }

  private takeOver({ pieces, lead }: Part, from: number): void {
    const [first] = pieces;
    const by = first ? from + lead - first.at : 0;
    for (const piece of pieces) this.moves.set(piece, piece.at + by);
  }
}

/** The node that a piece of the tree is. */
export function nodeOf(tree: Tree, { at, length, type }: Piece): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(at, 1); node; node = node.parent) {
    if (node.from < at || node.to > at + length) return undefined;
    if (node.type === type && node.to === at + length) return node;
  }
  return undefined;
}

/**
 * Visits the nodes of a piece that are in none of the pieces within, as `TreeCursor.iterate` does.
 * @param node that of the piece
 * @param meet is told of each piece within
 */
export function walkPiece(
  node: SyntaxNode,
  { inner }: Piece,
  enter: (ref: SyntaxNodeRef) => boolean | undefined,
  leave?: (ref: SyntaxNodeRef) => void,
  meet?: (piece: Piece) => void,
): void {
  const byStart = new Map(inner.map((piece) => [piece.at, piece]));
  node.cursor().iterate((ref) => {
    const piece = byStart.get(ref.from);
    if (piece && piece.type === ref.type && piece.length === ref.to - ref.from) {
      meet?.(piece);
      return false;
    }
    return enter(ref);
  }, leave);
}

function isPiece(ref: SyntaxNodeRef): boolean {
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

function move(piece: Piece, by: number): void {
  if (by === 0) return;
  piece.at += by;
  for (const inner of piece.inner) move(inner, by);
}

function flat(pieces: readonly Piece[], all: Piece[] = []): Piece[] {
  for (const piece of pieces) {
    all.push(piece);
    flat(piece.inner, all);
  }
  return all;
}

/** Where the first begins that is not before an offset. */
function firstFrom(pieces: readonly Piece[], at: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is said of each piece, worked out when it is first asked for. */
export class PerPiece<T> {
  private readonly known = new WeakMap<Piece, { readonly at: number; readonly said: T }>();
  /** How many pieces were looked at. */
  count = 0;

  /** @param moved what a piece says when it has been moved by so much */
  constructor(private readonly moved: (said: T, by: number) => T) {}

  /** What a piece of the tree says; undefined for one without a node, where something is missing. */
  of(tree: Tree, piece: Piece, read: (node: SyntaxNode, piece: Piece) => T): T | undefined {
    const known = this.known.get(piece);
    if (known?.at === piece.at) return known.said;
    if (known) return this.keep(piece, this.moved(known.said, piece.at - known.at));
    const node = nodeOf(tree, piece);
    if (!node) return undefined;
    this.count++;
    return this.keep(piece, read(node, piece));
  }

  private keep(piece: Piece, said: T): T {
    this.known.set(piece, { at: piece.at, said });
    return said;
  }
}
