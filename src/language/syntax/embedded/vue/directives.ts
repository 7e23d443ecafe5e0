import { expressionEnd } from '../balance';
import { inAttribute } from '../encodings';
import type { MarkupAttribute } from '../markup';
import type { ProgramStretch } from '../template-program';

/** What a directive's code is: a condition of its element, a pattern, a handler, a loop, or an expression. */
export type DirectiveKind =
  | 'if'
  | 'else-if'
  | 'else'
  | 'pattern'
  | 'handler'
  | 'loop'
  | 'expression';

/** An attribute whose value is code. */
export interface Directive {
  readonly kind: DirectiveKind;
  readonly attribute: MarkupAttribute;
  /** The code: stretches of the file, and what character references stand for. */
  readonly parts: readonly ProgramStretch[];
  /** The code as it is read. */
  readonly code: string;
  /** Whether nothing in it is left open. */
  readonly isWhole: boolean;
}

const DIRECTIVE = /^(?:v-|[:@.#]|slot-scope$)/;
const CONDITIONS: ReadonlyMap<string, DirectiveKind> = new Map([
  ['v-if', 'if'],
  ['v-else-if', 'else-if'],
  ['v-else', 'else'],
]);
/** Those that name what a slot is given. */
const PATTERN = /^(?:#|v-slot|slot-scope)/;
const EVENT = /^(?:@|v-on\b)/;
const REFERENCE = /&(?:quot|apos|amp|lt|gt|#3[49]|#x2[27]);/gi;
const CHARACTERS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

/** The directive that an attribute is, if it is one with code, or an `else`. */
export function directiveOf(attribute: MarkupAttribute): Directive | undefined {
  const { name, value, text: written = '', quote } = attribute;
  const condition = CONDITIONS.get(name);
  if (condition === 'else') {
    return { kind: 'else', attribute, parts: [], code: '', isWhole: true };
  }
  if (!value || written.trim() === '' || !DIRECTIVE.test(name)) return undefined;
  const kind = condition ?? kindOf(name);
  const encode = inAttribute(quote);
  const parts = decoded(written).map((part) => ({
    start: value.start + part.start,
    end: value.start + part.end,
    encode,
    ...(part.text !== undefined && { text: part.text }),
  }));
  const code = written.replace(REFERENCE, characterOf);
  return { kind, attribute, parts, code, isWhole: expressionEnd(code) === code.length };
}

function kindOf(name: string): DirectiveKind {
  if (PATTERN.test(name)) return 'pattern';
  if (EVENT.test(name)) return 'handler';
  return name === 'v-for' ? 'loop' : 'expression';
}

/** The stretches of a value, those apart that stand for another character. */
function decoded(written: string): ProgramStretch[] {
  const parts: ProgramStretch[] = [];
  let end = 0;
  for (const { 0: reference, index } of written.matchAll(REFERENCE)) {
    if (end < index) parts.push({ start: end, end: index });
    end = index + reference.length;
    parts.push({ start: index, end, text: characterOf(reference) });
  }
  return end < written.length ? [...parts, { start: end, end: written.length }] : parts;
}

function characterOf(reference: string): string {
  return CHARACTERS[reference.toLowerCase()] ?? reference;
}
