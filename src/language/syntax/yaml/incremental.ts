import type { Input, Tree } from '@lezer/common';
import type { KeyNames } from '../../records/key-names';
import { type KeyedSource, withKeys } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import type { TextChange } from '../../text/changes';
import type { TextSource } from '../../text/source';
import { TreeParse } from '../lezer/incremental-parse';
import { inputOf } from '../lezer/input';
import { recordsOf, type SubtreeResult, type SubtreeResults } from '../lezer/subtree-records';
import { TreeWalk, type Visitor } from '../lezer/tree-walk';
import type { LiveSyntax } from '../reader';
import { yamlParser as parser, RECOVERY_COST } from './parser';
import { readRaws } from './records';
import { recover, withoutMark } from './recovery';
import { resolveRecords } from './resolve';
import { isClosed } from './scalars';

/** How far the end of a text is looked at for a quote that is open there. */
const TAIL = 4096;

/** YAML, of which the parser takes over what an edit leaves, and the records are read where it does not. */
export class LiveYaml implements LiveSyntax {
  records: readonly StateRecord[] = [];
  tree: Tree | undefined;
  needsFullReparse = false;
  private readonly parse = new TreeParse(parser, RECOVERY_COST);
  private readonly results: SubtreeResults = new WeakMap();
  private walk: TreeWalk | undefined;
  private isRecovered = false;
  /** The tree with what is half-typed put right, where that is another one. */
  private recovered: Tree | undefined;
  private isDone = false;

  constructor(private readonly keys: KeyNames) {}

  change(changes: readonly TextChange[]): void {
    this.parse.change(changes);
    this.walk = undefined;
    this.isRecovered = false;
    this.recovered = undefined;
    this.isDone = false;
  }

  advance(source: TextSource, isOver: () => boolean): boolean {
    if (this.isDone) return true;
    const tree = this.parse.advance(markless(source), isOver);
    if (!tree) return false;
    this.walk ??= new TreeWalk(tree, this.results, visitorOf(withKeys(source, this.keys)));
    let result = this.walk.advance(isOver);
    if (
      result &&
      result.firstError !== Infinity &&
      this.parse.isParsedInChunks &&
      !this.isRecovered
    ) {
      return this.readAtOnce(source, isOver);
    }
    if (result && !this.isRecovered && this.parse.isWhole) {
      this.isRecovered = true;
      const recovered = recoveredTree(tree, result, source);
      this.needsFullReparse = recovered !== undefined;
      if (recovered && recovered !== tree) {
        this.walk = new TreeWalk(recovered, this.results, visitorOf(withKeys(source, this.keys)));
        result = this.walk.advance(isOver);
        this.recovered = recovered;
      }
    }
    if (!result) return false;
    this.records = resolveRecords(recordsOf(result));
    this.tree = this.recovered ?? tree;
    this.walk = undefined;
    this.isDone = true;
    return true;
  }

  /** What is broken is understood by what is around it, however far that is away. */
  private readAtOnce(source: TextSource, isOver: () => boolean): boolean {
    this.parse.restart();
    this.walk = undefined;
    return this.advance(source, isOver);
  }
}

function visitorOf(source: KeyedSource): Visitor {
  return {
    enter(ref, { items }) {
      for (const raw of readRaws(ref, source)) items.push(raw);
    },
  };
}

/** The tree with what is half-typed put right, which takes the whole text; undefined where nothing is wrong. */
function recoveredTree(
  tree: Tree,
  { firstError }: SubtreeResult,
  source: TextSource,
): Tree | undefined {
  if (firstError === Infinity && !endsInOpenQuote(tree, source)) return undefined;
  return recover(tree, withoutMark(source.read(0, source.length)));
}

function endsInOpenQuote(tree: Tree, source: TextSource): boolean {
  const { length } = source;
  const start = Math.max(0, length - TAIL);
  const end = start + source.read(start, length).trimEnd().length;
  const last = tree.resolveInner(end, -1);
  return last.name === 'QuotedLiteral' && !isClosed(source.read(last.from, last.to));
}

/** The text as the grammar has to see it. */
function markless(source: TextSource): Input {
  const input = inputOf(source);
  return {
    ...input,
    chunk: (from) => (from === 0 ? withoutMark(input.chunk(0)) : input.chunk(from)),
    read: (from, to) => (from === 0 ? withoutMark(input.read(0, to)) : input.read(from, to)),
  };
}
