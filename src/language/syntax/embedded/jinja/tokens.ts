import type { Range } from '../../../text/range';

/** A token of an expression of Jinja. */
export interface Token extends Range {
  readonly kind: 'name' | 'string' | 'number' | 'mark';
  readonly text: string;
}

const TOKEN =
  /\s*(?:([\p{L}_$][\p{L}\p{N}_$]*)|('(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?)|(\d+(?:\.\d+)?)|(==|!=|<=|>=|\/\/|\*\*|[^\s]))/suy;

/** The tokens of a text; any text has some. */
export function tokensOf(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = from;
  for (;;) {
    const found = TOKEN.exec(text);
    if (!found) return tokens;
    const [, name, string, number, mark] = found;
    const written = name ?? string ?? number ?? mark ?? '';
    const end = TOKEN.lastIndex;
    if (end > to) return tokens;
    const kind = name ? 'name' : string ? 'string' : number ? 'number' : 'mark';
    tokens.push({ kind, text: written, start: end - written.length, end });
  }
}
