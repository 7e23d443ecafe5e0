import type { SyntaxNode, Tree } from '@lezer/common';
import type { Relation } from '../../model';
import type { KeyNames } from '../records/key-names';
import { type KeyedSource, withKeys } from '../records/keyed-source';
import type { StateRecord } from '../records/record';
import type { TextChange } from '../text/changes';
import type { Steps } from '../text/steps';
import type { LogicFinding } from './finding';
import type { AbsencePolicy } from './flow/domain/absence';
import { type FileConstants, NO_CONSTANTS } from './flow/evaluation/file-constants';
import {
  allFindings,
  movedSummary,
  type RegionSummary,
  type SummarizedRegion,
  summarizeRegion,
} from './flow/findings/function-findings';
import { madeNames } from './literals/derived-names';
import {
  extraRecords,
  movedExtras,
  type PieceExtras,
  pieceExtras,
} from './literals/indirect-records';
import { PerPiece, type Piece, Pieces } from './regions';

/** Keeps the numbers of groups apart from those of the records that are read otherwise. */
const FIRST_GROUP = 1_000_000_000;

/** What pieces say, given facts that are of the whole text: where these change, all pieces are read anew. */
interface Told<T> {
  readonly keys: KeyNames;
  readonly relation?: Relation;
  readonly perPiece: PerPiece<T>;
}

/**
 * What is known of the code of one document, so that a change costs what it touches: what the pieces of the text say
 * is kept as long as nothing in them changes. Its answers are those of a new one.
 */
export class CodeMemory {
  private readonly pieces = new Pieces();
  private made: Told<readonly string[]> | undefined;
  private extras: Told<PieceExtras> | undefined;
  private followed: Told<RegionSummary> | undefined;
  /** The keys but for made names, as long as both are the same. */
  private sureKeys: { of: KeyNames; made: readonly string[]; sure: KeyNames } | undefined;
  private groups = FIRST_GROUP;

  /** How many pieces were followed since what is given for the whole text has changed. */
  get followedPieces(): number {
    return this.followed?.perPiece.count ?? 0;
  }

  /** Takes changes of the text that were made at once. */
  change(changes: readonly TextChange[]): void {
    this.pieces.change(changes);
  }

  /**
   * The spellings of state fields that stand for values of the code's own making.
   * @param tree that of the source, which is the text after all changes so far, here and below
   */
  *madeNames(tree: Tree, source: KeyedSource): Steps<ReadonlySet<string>> {
    const { keys } = source;
    if (this.made?.keys !== keys) this.made = { keys, perPiece: new PerPiece((names) => names) };
    const read = (node: SyntaxNode, piece: Piece) => madeNames(source, node, piece);
    return new Set((yield* this.ask(tree, this.made.perPiece, read)).flat());
  }

  /**
   * All records of code: those that its tree shows, without the ones of made names, and those of literals that are
   * states by a way round, in order of their start.
   */
  *records(
    tree: Tree,
    source: KeyedSource,
    shown: readonly StateRecord[],
  ): Steps<readonly StateRecord[]> {
    const made = yield* this.madeNames(tree, source);
    const isSure = ({ kind, fields }: StateRecord) =>
      kind !== 'code' || !fields.some(({ spelling }) => made.has(spelling));
    const extra = yield* this.extraRecords(tree, source);
    if (extra.length === 0 && made.size === 0) return shown;
    return [...shown.filter(isSure), ...extra].sort((a, b) => a.range.start - b.range.start);
  }

  /** The records of literals that are states by a way round, in order of their start. */
  *extraRecords(tree: Tree, whole: KeyedSource): Steps<StateRecord[]> {
    const source = yield* this.sureSource(tree, whole);
    const { keys } = source;
    if (this.extras?.keys !== keys) this.extras = { keys, perPiece: new PerPiece(movedExtras) };
    const newGroup = () => this.groups++;
    const read = (node: SyntaxNode, piece: Piece) => pieceExtras(source, node, piece, newGroup);
    const told = yield* this.ask(tree, this.extras.perPiece, read);
    return extraRecords(tree, source, told, newGroup);
  }

  /**
   * What is wrong with the conditions of the text, in order of their start.
   * @param policy what is assumed of fields that the code does not ask about; the same at each call
   */
  *logicFindings(
    tree: Tree,
    whole: KeyedSource,
    relation: Relation,
    policy: AbsencePolicy = 'asked',
  ): Steps<LogicFinding[]> {
    const source = yield* this.sureSource(tree, whole);
    const { keys } = source;
    const constants: FileConstants = NO_CONSTANTS;
    if (this.followed?.keys !== keys || this.followed.relation !== relation) {
      this.followed = { keys, relation, perPiece: new PerPiece(movedSummary) };
    }
    const { perPiece } = this.followed;
    const file = { source, relation, constants, policy };
    const read = (node: SyntaxNode, piece: Piece): RegionSummary =>
      summarizeRegion(file, node, piece, (inner) => perPiece.of(tree, inner, read)?.assigned);
    yield* this.ask(tree, perPiece, read);
    const summarized = (piece: Piece): SummarizedRegion[] => {
      const inner = piece.inner.flatMap(summarized);
      const summary = perPiece.of(tree, piece, read);
      return summary ? [{ summary, inner }] : inner;
    };
    const { statements } = this.pieces;
    const isBroken = statements.some((piece) => piece.isBroken);
    return allFindings(file, tree, statements.flatMap(summarized), isBroken);
  }

  /** What all pieces of the tree say, in order. */
  private *ask<T>(
    tree: Tree,
    perPiece: PerPiece<T>,
    read: (node: SyntaxNode, piece: Piece) => T,
  ): Steps<T[]> {
    this.pieces.advance(tree);
    const all: T[] = [];
    for (const piece of this.pieces.all) {
      const { count } = perPiece;
      const said = perPiece.of(tree, piece, read);
      if (said !== undefined) all.push(said);
      // What is known already is no work to pause for.
      if (perPiece.count > count) yield;
    }
    return all;
  }

  /** The source in which made names mean nothing. */
  private *sureSource(tree: Tree, source: KeyedSource): Steps<KeyedSource> {
    const made = yield* this.madeNames(tree, source);
    const known = this.sureKeys;
    const isSame =
      known?.of === source.keys &&
      known.made.length === made.size &&
      known.made.every((name) => made.has(name));
    const sure = isSame ? known.sure : source.keys.without(made);
    if (!isSame) this.sureKeys = { of: source.keys, made: [...made], sure };
    return withKeys(source, sure);
  }
}
