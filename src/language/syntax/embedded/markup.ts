import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Range } from '../../text/range';

/** An attribute of a start tag. Offsets are UTF-16 code units. */
export interface MarkupAttribute {
  readonly name: string;
  /** The value without its quotes; undefined where there is none. */
  readonly value: Range | undefined;
  /** The value as it is written. */
  readonly text: string | undefined;
  /** The quote that stands there; `''` for none. */
  readonly quote: '"' | "'" | '';
}

/** A start tag with all its attributes. */
export interface MarkupTag extends Range {
  readonly name: string;
  readonly attributes: readonly MarkupAttribute[];
  /** Whether it is closed by its own mark, as `<br/>` is. */
  readonly isClosed: boolean;
}

/** What a walk through markup meets, in order. */
export interface MarkupVisitor {
  tag?(tag: MarkupTag): void;
  /** An end tag. The range is that of its name. */
  close?(name: string, range: Range): void;
  /**
   * Text between tags.
   * @param element the one whose content is not markup, as `script`; undefined elsewhere
   */
  text?(range: Range, element: MarkupTag | undefined): void;
  /** A comment with its marks. */
  comment?(range: Range): void;
}

/** Elements whose content is not markup. */
const RAW_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style']);
const QUOTES: Readonly<Record<QuoteType, MarkupAttribute['quote']>> = {
  [QuoteType.NoValue]: '',
  [QuoteType.Unquoted]: '',
  [QuoteType.Single]: "'",
  [QuoteType.Double]: '"',
};

/** Walks through markup of any kind of brokenness; the time it takes grows with the text. */
export function walkMarkup(text: string, visitor: MarkupVisitor): void {
  const tokenizer = new Tokenizer(
    { decodeEntities: false, recognizeSelfClosing: true },
    callbacksFor(text, visitor),
  );
  tokenizer.write(text);
  tokenizer.end();
}

function callbacksFor(text: string, visitor: MarkupVisitor): TokenizerCallbacks {
  let name: Range | undefined;
  let attributes: MarkupAttribute[] = [];
  let attribute: string | undefined;
  let value: Range | undefined;
  let written: Range | undefined;
  let raw: MarkupTag | undefined;
  const endText = () => {
    if (written) visitor.text?.(written, raw);
    written = undefined;
  };
  const endAttribute = (quote: MarkupAttribute['quote']) => {
    if (attribute !== undefined) {
      const written = value && text.slice(value.start, value.end);
      attributes.push({ name: attribute, value, text: written, quote });
    }
    attribute = undefined;
  };
  const endTag = (end: number, isClosed: boolean) => {
    if (!name) return;
    const start = name.start - 1;
    const tag = { name: text.slice(name.start, name.end), start, end, attributes, isClosed };
    name = undefined;
    raw = !isClosed && RAW_ELEMENTS.has(tag.name.toLowerCase()) ? tag : undefined;
    visitor.tag?.(tag);
  };
  return {
    onopentagname: (start, end) => {
      endText();
      name = { start, end };
      attributes = [];
    },
    onattribname: (start, end) => {
      attribute = text.slice(start, end);
      value = undefined;
    },
    onattribdata: (start, end) => {
      value = { start: value?.start ?? start, end };
    },
    onattribentity: () => {},
    onattribend: (type, end) => {
      // What is empty has no data.
      if (!value && type !== QuoteType.NoValue) value = { start: end, end };
      endAttribute(QUOTES[type]);
    },
    onopentagend: (at) => endTag(at + 1, false),
    onselfclosingtag: (at) => endTag(at + 1, true),
    onclosetag: (start, end) => {
      endText();
      raw = undefined;
      visitor.close?.(text.slice(start, end), { start, end });
    },
    // Text comes in parts, which end at whatever might have been a tag.
    ontext: (start, end) => {
      if (written && written.end !== start) endText();
      written = { start: written?.start ?? start, end };
    },
    ontextentity: () => {},
    oncomment: (start, end) => {
      endText();
      const stop = Math.min(end + 1, text.length);
      visitor.comment?.({ start: text.lastIndexOf('<', start), end: stop });
    },
    oncdata: endText,
    ondeclaration: endText,
    onprocessinginstruction: endText,
    // The last tag may be half typed.
    onend: () => {
      endText();
      const before = value && text.charAt(value.start - 1);
      endAttribute(before === '"' || before === "'" ? before : '');
      endTag(text.length, false);
    },
  };
}
