import type { SyntaxNode, Tree } from '@lezer/common';
import type { Relation } from '../../model';
import { isPrefixed } from '../records/evidence';
import type { KeyNames } from '../records/key-names';
import { type KeyedSource, withKeys } from '../records/keyed-source';
import type { StateRecord } from '../records/record';
import type { TextChange } from '../text/changes';
import { finish, type Steps } from '../text/steps';
import type { CodeFinding } from './finding';
import { constantsOf } from './flow/evaluation/constant-evaluation';
import type { FileConstants } from './flow/evaluation/file-constants';
import type { Detector } from './flow/findings/detector';
import { allFindings, knownStatesIn, summarizeRegion } from './flow/findings/function-findings';
import type { KnownStates } from './flow/findings/known-states';
import {
  movedSummary,
  type RegionSummary,
  type SummarizedRegion,
} from './flow/findings/region-summary';
import { type DerivedName, derivedNames, movedNames } from './literals/derived-names';
import { DerivedScopes } from './literals/derived-scopes';
import { indirectRecords } from './literals/indirect-records';
import { oncePerLiteral } from './literals/once-per-literal';
import { type IndirectInRegion, indirectInRegion, movedExtras } from './literals/region-literals';
import { PerRegion } from './per-region';
import { innermostAt } from './region-lookup';
import { nodeOf, type Region, Regions } from './regions';

/** Keeps the numbers of groups apart from those of the records that are read otherwise. */
const FIRST_GROUP = 1_000_000_000;

/** What regions say, given facts that are of the whole text: where these change, all regions are read again. */
interface CachedResult<T> {
  readonly keys: KeyNames;
  readonly relation?: Relation;
  readonly detectors?: readonly Detector[];
  readonly perPiece: PerRegion<T>;
}

/**
 * What is known of the code of one document, so that a change costs what it touches: what the regions of the text say
 * is kept as long as nothing in them changes. Its answers are those of a new one.
 */
export class AnalysisCache {
  private readonly regions = new Regions();
  private made: CachedResult<readonly DerivedName[]> | undefined;
  private derived: { readonly tree: Tree; readonly scopes: DerivedScopes } | undefined;
  private extras: CachedResult<IndirectInRegion> | undefined;
  private followed: CachedResult<RegionSummary> | undefined;
  private constants: { readonly constants: FileConstants; readonly relation: Relation } | undefined;
  /** The keys without derived members, as long as both are the same. */
  private sureKeys: { of: KeyNames; made: readonly string[]; sure: KeyNames } | undefined;
  private groups = FIRST_GROUP;

  /** How many regions were followed since what is given for the whole text has changed. */
  get followedPieces(): number {
    return this.followed?.perPiece.count ?? 0;
  }

  /** Takes changes of the text that were made at once. */
  change(changes: readonly TextChange[]): void {
    this.regions.change(changes);
  }

  /**
   * The names of state fields that stand for values of the code's own making.
   * @param tree that of the source, which is the text after all changes so far, here and below
   */
  *derivedNames(tree: Tree, source: KeyedSource): Steps<DerivedScopes> {
    const { keys } = source;
    if (this.made?.keys !== keys) {
      this.made = { keys, perPiece: new PerRegion(movedNames) };
      this.derived = undefined;
    }
    if (this.derived?.tree === tree) return this.derived.scopes;
    const read = (node: SyntaxNode, region: Region) => derivedNames(source, node, region);
    const names = (yield* this.ask(tree, this.made.perPiece, read)).flat();
    const scopes = new DerivedScopes(tree, source, names);
    this.derived = { tree, scopes };
    return scopes;
  }

  /**
   * All records of code: those that its tree shows, and those of literals that are states by a way round, without
   * the ones of derived names, in order of their start.
   */
  *records(
    tree: Tree,
    source: KeyedSource,
    shown: readonly StateRecord[],
  ): Steps<readonly StateRecord[]> {
    const derived = yield* this.derivedNames(tree, source);
    const isSure = ({ kind, fields }: StateRecord) =>
      kind !== 'code' || !fields.some((field) => derived.has(field));
    const isAboutServers = () => shown.some(({ fields }) => fields.some(isPrefixed));
    const extra = yield* this.indirectRecords(tree, source, isAboutServers);
    if (extra.length === 0 && derived.isEmpty) return shown;
    const sure = derived.isEmpty ? [...shown, ...extra] : [...shown, ...extra].filter(isSure);
    return oncePerLiteral(sure).sort((a, b) => a.range.start - b.range.start);
  }

  /** The records of literals that are states by a way round, in order of their start. */
  *indirectRecords(
    tree: Tree,
    whole: KeyedSource,
    isAboutServers: () => boolean = () => false,
  ): Steps<StateRecord[]> {
    const source = yield* this.sureSource(tree, whole);
    const { keys } = source;
    if (this.extras?.keys !== keys) this.extras = { keys, perPiece: new PerRegion(movedExtras) };
    const newGroup = () => this.groups++;
    const read = (node: SyntaxNode, region: Region) =>
      indirectInRegion(source, node, region, newGroup);
    const told = yield* this.ask(tree, this.extras.perPiece, read);
    return indirectRecords(tree, source, told, newGroup, isAboutServers);
  }

  /**
   * What is wrong with the conditions of the text, in order of their start.
   * @param detectors what looks at them, the same array as long as it holds the same ones
   */
  *findings(
    tree: Tree,
    whole: KeyedSource,
    relation: Relation,
    detectors: readonly Detector[],
  ): Steps<CodeFinding[]> {
    const source = yield* this.sureSource(tree, whole);
    const { keys } = source;
    const constants = this.constantsFor(tree, source, relation);
    const known = this.followed;
    const isSame =
      known?.keys === keys && known.relation === relation && known.detectors === detectors;
    const followed = isSame
      ? known
      : { keys, relation, detectors, perPiece: new PerRegion<RegionSummary>(movedSummary) };
    this.followed = followed;
    const { perPiece } = followed;
    const file = { source, relation, constants, detectors };
    const read = (node: SyntaxNode, region: Region): RegionSummary =>
      summarizeRegion(file, node, region, (inner) => perPiece.of(tree, inner, read)?.assigned);
    yield* this.ask(tree, perPiece, read);
    const summarized = (region: Region): SummarizedRegion[] => {
      const inner = region.inner.flatMap(summarized);
      const summary = perPiece.of(tree, region, read);
      return summary ? [{ summary, inner }] : inner;
    };
    const { statements } = this.regions;
    const isBroken = statements.some((region) => region.isBroken);
    return allFindings(file, tree, statements.flatMap(summarized), isBroken);
  }

  /**
   * What the conditions before leave of the state that is read or compared at an offset.
   * @param detectors those that findings are asked for with, so that what they have shown is used again
   * @returns undefined where that is any, or nobody knows
   */
  knownStates(
    tree: Tree,
    whole: KeyedSource,
    relation: Relation,
    detectors: readonly Detector[],
    offset: number,
  ): KnownStates | undefined {
    const source = finish(this.sureSource(tree, whole));
    finish(this.findings(tree, whole, relation, detectors));
    const region = innermostAt(this.regions.statements, offset);
    const node = region && nodeOf(tree, region);
    const { followed } = this;
    if (!region || !node || !followed) return undefined;
    const constants = this.constantsFor(tree, source, relation);
    const file = { source, relation, constants, detectors };
    const read = (inner: SyntaxNode, of: Region): RegionSummary =>
      summarizeRegion(file, inner, of, (each) => followed.perPiece.of(tree, each, read)?.assigned);
    const assignedIn = (inner: Region) => followed.perPiece.of(tree, inner, read)?.assigned;
    return knownStatesIn(file, node, region, assignedIn, offset);
  }

  /** The constants of the text. Where they are others than before, conditions are followed again. */
  private constantsFor(tree: Tree, source: KeyedSource, relation: Relation): FileConstants {
    const { constants: known, relation: ofRelation } = this.constants ?? {};
    const isSame = known?.tree === tree && known.source.keys === source.keys;
    if (isSame && ofRelation === relation) return known;
    const constants = constantsOf(source, tree, relation);
    if (known && !constants.agreesWith(known)) this.followed = undefined;
    this.constants = { constants, relation };
    return constants;
  }

  /** What all regions of the tree say, in order. */
  private *ask<T>(
    tree: Tree,
    perPiece: PerRegion<T>,
    read: (node: SyntaxNode, region: Region) => T,
  ): Steps<T[]> {
    this.regions.advance(tree);
    const all: T[] = [];
    for (const region of this.regions.all) {
      const { count } = perPiece;
      const said = perPiece.of(tree, region, read);
      if (said !== undefined) all.push(said);
      // What is known already is no work to pause for.
      if (perPiece.count > count) yield;
    }
    return all;
  }

  /** The source in which derived members mean nothing. */
  private *sureSource(tree: Tree, source: KeyedSource): Steps<KeyedSource> {
    const { members: made } = yield* this.derivedNames(tree, source);
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
