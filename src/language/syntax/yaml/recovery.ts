import { type SyntaxNode, Tree, TreeFragment } from '@lezer/common';
import { sourceOf } from '../../text/source';
import { BoundedParse, ParseBudget } from '../lezer/bounded-parse';
import { inputOf } from '../lezer/input';
import { endOfLine, isLineBreak, LONGEST_LINE, startOfLine } from './lines';
import { yamlParser as parser, RECOVERY_COST } from './parser';
import { isClosed } from './scalars';

/** A change of a text that keeps every offset. */
interface Patch {
  readonly from: number;
  readonly text: string;
  /** Behind this the next problem is looked for. */
  readonly until: number;
}

/** Most that is put right in one text; while one types it is one thing. */
const MOST_REPAIRS = 8;
/** Problems that are looked at in one tree. A text with more of them is no YAML that is being typed. */
const MOST_PROBLEMS = 64;

/** A line that begins with a path. */
const PATH_LINE = /^ *(?:- +)*\$[^\n\r]*/gm;
const KEY_END = /:(?=\s|$)/;
/** Levels of a tree from which on the parser gives up on building it as it should. */
const DEEPEST = 2500;

/**
 * The tree of a text, with what is half-typed put right where that is cheap: a quote that is left open ends
 * with its line, and a line that is neither a pair nor part of one separates its neighbours. All offsets are
 * those of the text (UTF-16 code units); what is recovered shows in what the text has there.
 */
export function parseYaml(text: string): Tree {
  const readable = withoutMark(text);
  const { tree, isWhole } = parse(readable, [], new ParseBudget(text.length, RECOVERY_COST));
  return isWhole ? recover(tree, readable) : tree;
}

/** The text as the grammar has to see it, which counts a byte order mark as a column. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text;
}

/** The trees that are of another text than the one that is there. */
const MENDED = new WeakSet<Tree>();

/** Whether something half-typed was put right in a tree. */
export function isRecovered(tree: Tree): boolean {
  return MENDED.has(tree);
}

/** The tree with what is half-typed put right; the tree itself where nothing is, or nothing could be. */
export function recover(parsed: Tree, text: string): Tree {
  let tree = parsed;
  let current = text;
  let settled = -1;
  const budget = new ParseBudget(text.length, RECOVERY_COST);
  for (let repairs = 0; repairs < MOST_REPAIRS; repairs++) {
    const patch = firstPatch(tree, current, settled);
    if (!patch) break;
    const to = patch.from + patch.text.length;
    current = current.slice(0, patch.from) + patch.text + current.slice(to);
    const change = { fromA: patch.from, toA: to, fromB: patch.from, toB: to };
    const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
    const next = parse(current, fragments, budget);
    if (!next.isWhole) break;
    tree = next.tree;
    MENDED.add(tree);
    settled = Math.max(settled, patch.until);
  }
  return tree;
}

/** The tree of a text, or of its beginning where the whole takes too much; an empty one where that cannot be walked. */
function parse(text: string, fragments: readonly TreeFragment[], budget: ParseBudget) {
  const parsing = new BoundedParse(parser, inputOf(sourceOf(text)), budget, fragments);
  try {
    for (;;) {
      const tree = parsing.advance();
      if (tree && !isReadable(tree)) break;
      if (tree) return { tree, isWhole: !parsing.isCut };
    }
  } catch {
    // The parser recurses into some of what is nested thousands of levels deep.
  }
  return { tree: Tree.empty, isWhole: false };
}

/** Whether a tree can be walked. One that is nested deeper has nodes without a type, which the parser leaves in it. */
function isReadable(tree: Tree): boolean {
  let level: readonly Tree[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST) return false;
    level = level.flatMap(({ children }) => children.filter((child) => child instanceof Tree));
  }
  return true;
}

/** A place where the tree shows that something is wrong, and what ends before it. */
interface Problem {
  readonly at: number;
  readonly before: SyntaxNode;
}

/** The first problems behind an offset, in order. */
function problems(tree: Tree, text: string, behind: number): Problem[] {
  const found: Problem[] = [];
  const cursor = tree.cursor();
  let isAhead = true;
  while (found.length < MOST_PROBLEMS && cursor.next(isAhead)) {
    isAhead = cursor.to > behind;
    const at = cursor.from;
    if (cursor.type.isError && at > behind) found.push({ at, before: nodeBefore(tree, text, at) });
  }
  // A quote that is open to the end of the text is no error to the grammar.
  const last = nodeBefore(tree, text, text.length);
  if (last.name === 'QuotedLiteral' && last.from > behind && !isClosed(text, last.from, last.to)) {
    found.push({ at: last.from, before: last });
  }
  return found;
}

function nodeBefore(tree: Tree, text: string, offset: number): SyntaxNode {
  const from = Math.max(0, offset - LONGEST_LINE);
  return tree.resolveInner(from + text.slice(from, offset).trimEnd().length, -1);
}

function firstPatch(tree: Tree, text: string, behind: number): Patch | undefined {
  for (const { at, before } of problems(tree, text, behind)) {
    if (before.name !== 'QuotedLiteral' && before.name !== 'Literal') continue;
    const patch = isInFlow(before) ? patchFlow(before, at, text) : patchBlock(before, at, text);
    if (patch) return patch;
  }
  return undefined;
}

function patchFlow({ name, from, to }: SyntaxNode, at: number, text: string): Patch | undefined {
  const lineEnd = endOfLine(text, from);
  if (name === 'QuotedLiteral') {
    // The quote that closes an open one was to open another, so that a word follows it.
    const isOpen = isLeftOpen(text, from, to) || (at === to && /\w/.test(text.charAt(at)));
    if (isOpen && isAlone(text, from)) return blank(text, from, lineEnd);
    if (isOpen) return { from, text: 'x', until: lineEnd };
  }
  // In flow style a line break is as good as any blank: a missing comma can take its place.
  const lineBreak = startOfLine(text, at) - 1;
  return isLineBreak(text.charCodeAt(lineBreak))
    ? { from: lineBreak, text: ',', until: at }
    : undefined;
}

function patchBlock({ name, from, to }: SyntaxNode, at: number, text: string): Patch | undefined {
  const lineEnd = endOfLine(text, from);
  const isKey = isAlone(text, from);
  if (name === 'QuotedLiteral') {
    if (!isLeftOpen(text, from, to)) return undefined;
    if (isKey) return blank(text, from, lineEnd);
    const length = text.slice(from, lineEnd).trimEnd().length;
    return { from, text: 'x'.repeat(length), until: lineEnd };
  }
  if (text.charAt(at) !== ':') return undefined;
  if (lineEnd >= to) return isKey && at === to ? patchKeys(text, from, to, lineEnd) : undefined;
  // A plain scalar takes in the next line as far as the colon of the key there.
  const lineStart = startOfLine(text, at);
  return isKey ? blank(text, from, lineStart, at) : blank(text, lineStart, endOfLine(text, at));
}

/** The grammar knows no plain key with brackets or commas: here, and in all paths that are keys further down. */
function patchKeys(text: string, from: number, to: number, lineEnd: number): Patch | undefined {
  const key = text.slice(from, to);
  const plain = withoutBrackets(key);
  if (plain === key) return undefined;
  const rest = text.slice(to).replace(PATH_LINE, (line) => {
    const keyEnd = line.search(KEY_END);
    return keyEnd < 0 ? line : withoutBrackets(line.slice(0, keyEnd)) + line.slice(keyEnd);
  });
  return { from, text: plain + rest, until: lineEnd };
}

function withoutBrackets(key: string): string {
  return key.replace(/[[\]{},]/g, 'x');
}

/** Whether a quoted scalar is not closed on its line. */
function isLeftOpen(text: string, from: number, to: number): boolean {
  return endOfLine(text, from) < to || !isClosed(text, from, to);
}

function blank(text: string, from: number, to: number, until = to): Patch {
  return { from, text: text.slice(from, to).replace(/[^\n\r]/g, ' '), until };
}

/** Whether nothing but the marks of sequences precedes on the line. */
function isAlone(text: string, offset: number): boolean {
  return /^[ \t]*(?:-[ \t]+)*$/.test(text.slice(startOfLine(text, offset), offset));
}

function isInFlow({ parent }: SyntaxNode): boolean {
  let node = parent;
  while (node && !/^(?:Flow|Block)/.test(node.name)) node = node.parent;
  return node?.name.startsWith('Flow') === true;
}
