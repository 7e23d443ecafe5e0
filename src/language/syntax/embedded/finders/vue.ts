import { ComponentCode } from '../component-code';
import { before, inAttribute, inScript } from '../encodings';
import { type MarkupAttribute, walkMarkup } from '../markup';
import type { EmbeddedRegion } from '../region';
import { isScript, ScriptLanguage } from '../script-language';
import { hideFromMarkup, interpolationsIn } from './interpolations';

/** An attribute whose value is code: a directive, or its short form. */
const DIRECTIVE = /^(?:v-|[:@.#]|slot-scope$)/;
/** Those that have a pattern, which is read as the object that it looks like. */
const PATTERN = /^(?:#|v-slot|slot-scope)/;
const EVENT = /^(?:@|v-on\b)/;
/** What is no statement, as it has no name. */
const FUNCTION = /^\s*(?:async\s+)?function\b/;
const inMustaches = before('}}');

/** The scripts and the expressions in the template of a single-file component of Vue. */
export function vueRegions(text: string): EmbeddedRegion[] {
  const code = new ComponentCode(text);
  // A handler runs some other time: what it assigns says nothing of the rest.
  const handlers = new ComponentCode(text);
  const language = new ScriptLanguage();
  const interpolations = interpolationsIn(text);
  let next = 0;
  walkMarkup(hideFromMarkup(text, interpolations), {
    tag({ attributes }) {
      for (const attribute of attributes) addDirective(code, handlers, attribute);
    },
    text(range, element) {
      if (element) {
        if (!isScript(element)) return;
        language.note(element);
        code.add({ ...range, before: ';', after: '', encode: inScript });
        return;
      }
      for (let found = interpolations[next]; found && found.start < range.end; ) {
        if (found.start >= range.start) {
          const { start, end } = found;
          code.add({ start: start + 2, end: end - 2, ...PARENTHESES, encode: inMustaches });
        }
        found = interpolations[++next];
      }
    },
  });
  return [...code.regions(language.id), ...handlers.regions(language.id)];
}

const HANDLER = { before: ';()=>{', after: '}' } as const;
const PARENTHESES = { before: ';(', after: ')', isApart: true } as const;

function addDirective(
  code: ComponentCode,
  handlers: ComponentCode,
  attribute: MarkupAttribute,
): void {
  const { name, value, text: written, quote } = attribute;
  if (!value || written === undefined || !DIRECTIVE.test(name)) return;
  // The parser of the file takes character references for what they stand for, of another length.
  if (written.trim() === '' || written.includes('&quot;') || written.includes('&amp;')) return;
  const piece = { ...value, encode: inAttribute(quote), isApart: true };
  if (PATTERN.test(name)) {
    if (!written.includes('=')) code.add({ ...piece, ...PARENTHESES });
  } else if (EVENT.test(name) && !FUNCTION.test(written)) {
    const hasRoom = name.length + 2 >= HANDLER.before.length;
    handlers.add({ ...piece, ...(hasRoom ? HANDLER : { before: ';', after: ';' }) });
  } else if (quote === '') code.add({ ...piece, before: ';', after: '' });
  else code.add({ ...piece, ...PARENTHESES, code: name === 'v-for' ? asLoop(written) : undefined });
}

/** `a of b` is read as `a in b`, which is an expression. */
function asLoop(written: string): string {
  return written.replace(/^(\s*(?:[\w$]+|\([^()]*\)|\{[^{}]*\})\s)(of)(\s)/, '$1in$3');
}
