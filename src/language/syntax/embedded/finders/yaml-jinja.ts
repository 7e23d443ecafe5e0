import type { SyntaxNode, Tree } from '@lezer/common';
import { DecodedText } from '../decoded-text';
import { expressionsIn } from '../jinja/expressions';
import { type Part, translate } from '../jinja/translate';
import type { EmbeddedRegion } from '../region';
import { stringRegion, YAML_DOUBLE_QUOTED, YAML_SINGLE_QUOTED } from '../strings';

/** Keys of Ansible whose value is an expression without marks; one of a list, all of which have to hold. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'until',
  'when',
  'failed_when',
  'changed_when',
  'that',
]);
/** What is asked of a server in an expression. */
const MENTIONS = /(?:vm|task)[-_]?state|status/gi;
const LONGEST_KEY = 20;

/** The expressions of Jinja in the scalars of YAML, as one program of JavaScript. */
export function jinjaRegion(text: string, tree: Tree): EmbeddedRegion | undefined {
  const program = new DecodedText(text, asPlain);
  let end = 0;
  let list: SyntaxNode | undefined;
  let isEmpty = true;
  for (const { index } of text.matchAll(MENTIONS)) {
    if (index < end) continue;
    const node = tree.resolveInner(index, 1);
    end = Math.max(end, Math.min(node.to, index + 1));
    if (!SCALARS.has(node.name) || node.parent?.name === 'Key') continue;
    end = node.to;
    const key = keyOf(node);
    const isCondition = key !== undefined && CONDITIONS.has(keyText(text, key));
    const scalar = decoded(text, node);
    const hasMarks = /\{[{%]/.test(scalar.text);
    const expressions =
      isCondition && !hasMarks
        ? [{ start: 0, end: scalar.text.length }]
        : expressionsIn(scalar.text);
    const items = isCondition ? itemsOf(node) : undefined;
    for (const expression of expressions) {
      const parts = translate(scalar.text, expression.start, expression.end);
      if (parts.length === 0) continue;
      const joins = items !== undefined && list?.from === items.from;
      program.generated(isEmpty ? '(' : joins ? ') && (' : ');\n(');
      add(program, scalar, parts);
      isEmpty = false;
      list = items;
    }
  }
  if (isEmpty) return undefined;
  program.generated(');\n');
  return program.region('javascript');
}

const SCALARS: ReadonlySet<string> = new Set(['Literal', 'QuotedLiteral', 'BlockLiteralContent']);

/** A plain scalar ends at some marks, and with its line. */
function asPlain(text: string): string | undefined {
  return /[\n\r]|: | #/.test(text) ? undefined : text;
}

function add(program: DecodedText, scalar: EmbeddedRegion, parts: readonly Part[]): void {
  for (const part of parts) {
    if (typeof part === 'string') program.generated(part);
    else if ('code' in part) program.generated(part.code);
    else program.partOf(scalar, part);
  }
}

/** What a scalar says. The lines of a block or of a plain one are taken as they are, for blanks do not count. */
function decoded(text: string, { name, from, to }: SyntaxNode): EmbeddedRegion {
  const quote = text.charAt(from);
  if (name === 'QuotedLiteral') {
    const end = to - from > 1 && text.charAt(to - 1) === quote ? to - 1 : to;
    const form = quote === '"' ? YAML_DOUBLE_QUOTED : YAML_SINGLE_QUOTED;
    return stringRegion(text, from + 1, end, form, 'javascript');
  }
  const plain = new DecodedText(text, asPlain);
  plain.verbatim(from, to);
  return plain.region('javascript');
}

/** The key whose value a scalar is, or an item of. */
function keyOf(node: SyntaxNode): SyntaxNode | undefined {
  let around = node.parent;
  if (node.name === 'BlockLiteralContent') around = around?.parent ?? null;
  if (around?.name === 'Item') around = around.parent?.parent ?? null;
  const key = around?.name === 'Pair' ? around.getChild('Key') : null;
  return key ?? undefined;
}

function keyText(text: string, { from, to }: SyntaxNode): string {
  return text.slice(from, Math.min(to, from + LONGEST_KEY)).replace(/^["']|["']$/g, '');
}

/** The sequence that a scalar is an item of. */
function itemsOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.parent?.name === 'Item' ? (node.parent.parent ?? undefined) : undefined;
}
