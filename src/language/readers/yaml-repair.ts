import { type SyntaxNode, type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/yaml';
import { isClosed } from './yaml-scalars';

/** A change of a text that keeps every offset. */
interface Patch {
  readonly from: number;
  readonly text: string;
  /** The patch has mended something if there is no problem left up to here. */
  readonly until: number;
}

/** Parses that are tried to mend one text; while one types a single one is enough. */
const MOST_REPAIRS = 8;
/** Problems that are looked at in one tree. A text with more of them is no YAML that is being typed. */
const MOST_PROBLEMS = 64;
/** Longest stretch that is looked at round a problem. */
const LONGEST_STRETCH = 4096;

/**
 * How long a parse may take: far longer than any document needs. The grammar looks back to the start of the
 * line at every mark, so that one line of nothing but marks takes quadratic time.
 */
const PATIENCE_MS = 500;
const PATIENCE_MS_PER_UNIT = 0.002;
const STEPS_PER_LOOK = 16;

/**
 * The tree of a text, with what is half-typed put right where that is cheap: a quote that is left open ends
 * with its line, and a line that is neither a pair nor part of one separates its neighbours. All offsets are
 * those of the text (UTF-16 code units); what is mended shows in what the text has there.
 */
export function parseYaml(text: string): Tree {
  // The grammar counts a byte order mark as a column.
  let current = text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text;
  let { tree, isWhole } = parse(current, []);
  let settled = -1;
  for (let tries = 0; isWhole && tries < MOST_REPAIRS; tries++) {
    const patch = firstPatch(tree, current, settled);
    if (!patch) break;
    const to = patch.from + patch.text.length;
    const mended = current.slice(0, patch.from) + patch.text + current.slice(to);
    const change = { fromA: patch.from, toA: to, fromB: patch.from, toB: to };
    const next = parse(mended, TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]));
    const left = problems(next.tree, mended, settled)[0];
    settled = patch.until;
    if (!next.isWhole || (left && left.at <= patch.until)) continue;
    ({ tree, isWhole } = next);
    current = mended;
  }
  return tree;
}

/** The tree of a text, or of as much of its beginning as could be parsed in time. */
function parse(text: string, fragments: readonly TreeFragment[]) {
  const deadline = Date.now() + PATIENCE_MS + text.length * PATIENCE_MS_PER_UNIT;
  const parsing = parser.startParse(text, fragments);
  for (let step = 1; ; step++) {
    const tree = parsing.advance();
    if (tree) return { tree, isWhole: parsing.stoppedAt === null };
    if (step % STEPS_PER_LOOK === 0 && parsing.stoppedAt === null && Date.now() > deadline) {
      parsing.stopAt(parsing.parsedPos);
    }
  }
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
  const from = Math.max(0, offset - LONGEST_STRETCH);
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
  // A quote that is left open is closed by the next one, which was to open another.
  const isOpen = lineEnd < to || !isClosed(text, from, to) || (at === to && /\w/.test(text.charAt(at)));
  if (name === 'QuotedLiteral' && isOpen) {
    return isAlone(text, from) ? blank(text, from, lineEnd) : { from, text: 'x', until: lineEnd };
  }
  // Here a line break is as good as any blank, so that a missing comma can take its place.
  const lineBreak = startOfLine(text, at) - 1;
  return lineBreak > 0 ? { from: lineBreak, text: ',', until: at } : undefined;
}

function patchBlock(scalar: SyntaxNode, at: number, text: string): Patch | undefined {
  const { name, from, to } = scalar;
  const lineEnd = endOfLine(text, from);
  const isKey = isAlone(text, from);
  if (name === 'QuotedLiteral') {
    const isOpen = lineEnd < to || !isClosed(text, from, to);
    if (isKey && lineEnd < at) return blank(text, from, lineEnd)
    if (!isOpen) return undefined;
    const length = text.slice(from, lineEnd).trimEnd().length;
    return { from, text: 'x'.repeat(length), until: lineEnd };
  }
  // A plain scalar takes in the line behind it, up to the colon of the key there.
  if (lineEnd >= to || text.charAt(at) !== ':') return undefined;
  const lineStart = startOfLine(text, at);
  return isKey ? blank(text, from, lineStart, at) : blank(text, lineStart, endOfLine(text, at));
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

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function endOfLine(text: string, offset: number): number {
  const lineBreak = /[\n\r]|$/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}
