import type { Range } from '../../../text/range';

/** What a statement of Jinja begins with that has a condition or a value. */
const STATEMENT = /^(\s*(?:if|elif|set\s+\w+\s*=)\s)/;

/** The expressions between the marks of a template: `{{ … }}` and `{% if … %}`. */
export function expressionsIn(text: string): Range[] {
  const found: Range[] = [];
  for (let at = nextMark(text, 0); at >= 0; at = nextMark(text, at)) {
    const isStatement = text.charAt(at + 1) === '%';
    // `${{ … }}` is an expression of something else.
    const isForeign = text.charAt(at - 1) === '$';
    const close = text.indexOf(isStatement ? '%}' : '}}', at + 2);
    if (close < 0) return found;
    const content = text.slice(at + 2, close).replace(/-$/, ' ');
    const lead = isStatement ? (STATEMENT.exec(content.replace(/^-/, ' '))?.[1]?.length ?? -1) : 0;
    const sign = !isStatement && content.startsWith('-') ? 1 : 0;
    const end = at + 2 + content.trimEnd().length;
    if (lead >= 0 && !isForeign) found.push({ start: at + 2 + lead + sign, end });
    at = close + 2;
  }
  return found;
}

function nextMark(text: string, from: number): number {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === '{' || next === '%') return at;
  }
  return -1;
}
