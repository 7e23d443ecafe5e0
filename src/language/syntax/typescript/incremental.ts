import type { Tree } from '@lezer/common';
import type { KeyNames } from '../../records/key-names';
import { type KeyedSource, withKeys } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import type { TextChange } from '../../text/changes';
import type { TextSource } from '../../text/source';
import { TreeParse } from '../lezer/incremental-parse';
import { inputOf } from '../lezer/input';
import { recordsOf, type SubtreeResult, type SubtreeResults } from '../lezer/subtree-records';
import { TreeWalk } from '../lezer/tree-walk';
import type { LiveSyntax } from '../reader';
import { TypeScriptVisitor } from './incremental-visitor';
import { SCANNED_PER_TEXT } from './objects';
import { parserFor, RECOVERY_COST } from './parser';
import { recordsInTree } from './records';

/** TypeScript and JavaScript, of which the parser takes over what an edit leaves. */
export class LiveTypeScript implements LiveSyntax {
  records: readonly StateRecord[] = [];
  tree: Tree | undefined;
  /** After an error has come and gone the tree of a text can be another than that of a full parse. */
  needsFullReparse = false;
  private readonly parse: TreeParse;
  private readonly results: SubtreeResults = new WeakMap();
  private walk: TreeWalk | undefined;
  private isDone = false;
  private groups = 0;
  private reads = 0;

  constructor(
    languageId: string,
    private readonly keys: KeyNames,
  ) {
    this.parse = new TreeParse(parserFor(languageId), RECOVERY_COST);
  }

  change(changes: readonly TextChange[]): void {
    this.parse.change(changes);
    this.walk = undefined;
    this.isDone = false;
  }

  advance(text: TextSource, isOver: () => boolean): boolean {
    if (this.isDone) return true;
    const source = withKeys(text, this.keys);
    const tree = this.parse.advance(inputOf(source), isOver);
    if (!tree) return false;
    const newGroup = () => this.groups++;
    this.walk ??= new TreeWalk(tree, this.results, new TypeScriptVisitor(source, newGroup));
    const result = this.walk.advance(isOver);
    if (result && result.firstError !== Infinity && this.parse.isParsedInChunks) {
      return this.readAtOnce(text, isOver);
    }
    if (!result) return false;
    this.records = recordsIn(tree, result, source);
    this.tree = tree;
    // What was parsed at once is what a full parse gives.
    this.needsFullReparse = this.reads++ > 0 && result.firstError !== Infinity;
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

/** Where so much is broken that not all of it is read by tokens, what is depends on what is before. */
function recordsIn(tree: Tree, result: SubtreeResult, source: KeyedSource): StateRecord[] {
  return result.scanned > SCANNED_PER_TEXT ? recordsInTree(tree, source) : recordsOf(result);
}
