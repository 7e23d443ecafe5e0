import type { Encode } from './offset-map';

/** What would be read as a character reference. */
const REFERENCE = /&#?\w+;/;

/** The code of a `script` element. */
export const inScript: Encode = (text) => (/<\/script/i.test(text) ? undefined : text);

/** An expression between marks, of which this one ends it. */
export function before(mark: string): Encode {
  return (text) => (text.includes(mark) || text.includes('</') ? undefined : text);
}

const inDoubleQuotes = inQuotes('"', "'");
const inSingleQuotes = inQuotes("'", '"');

/** An expression in the value of an attribute with these quotes. */
export function inAttribute(quote: '"' | "'" | ''): Encode {
  if (quote === '') return (text) => (/[\s"'`=<>]/.test(text) ? undefined : text);
  return quote === '"' ? inDoubleQuotes : inSingleQuotes;
}

/** Strings within take the other quotes. */
function inQuotes(quote: string, other: string): Encode {
  return (text) => {
    if (REFERENCE.test(text)) return undefined;
    if (!text.includes(quote)) return text;
    return text.includes(other) ? undefined : text.replaceAll(quote, other);
  };
}
