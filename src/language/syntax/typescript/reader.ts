import { COMMON_KEYS } from '../../records/key-names';
import { withKeys } from '../../records/keyed-source';
import type { Quote, StateRecord } from '../../records/record';
import { sourceOf } from '../../text/source';
import { codeStrings } from '../embedded/finders/code-strings';
import { commentRange } from '../lezer/comment-range';
import { hasErrors } from '../lezer/errors';
import type { KeyPosition, Reader } from '../reader';
import { nullRangeIn, replacedRange } from './assertions';
import { detailsOf } from './objects';
import { CODE_LANGUAGE_IDS, parseCode } from './parser';
import { recordSlotIn } from './record-slot';
import { recordsInTree } from './records';
import { type Scan, type ScannedMember, scanMembers } from './recovery/members';
import { isInComment, skipTrivia, wordAt } from './recovery/tokens';

/** What the program shows or hands on as it is written; what is written at its end becomes a part of it. */
const TEXTS: ReadonlySet<string> = new Set(['JSXText', 'JSXAttributeValue', 'TemplateString']);
/** The same, up to the mark that ends it. */
const STRINGS: ReadonlySet<string> = new Set(['String', 'TemplateString', 'TemplateType']);

/** Reads TypeScript and JavaScript, with or without JSX. */
export const typescriptReader: Reader = {
  languageIds: CODE_LANGUAGE_IDS,
  fileExtensions: {
    '.ts': 'typescript',
    '.mts': 'typescript',
    '.cts': 'typescript',
    '.tsx': 'typescriptreact',
    '.js': 'javascript',
    '.mjs': 'javascript',
    '.cjs': 'javascript',
    '.jsx': 'javascriptreact',
  },
  lineComment: () => '//',
  inlineComment: (content) => `/* ${content} */`,
  separator: ': ',

  isCode: true,

  read(text, languageId, keys = COMMON_KEYS) {
    const tree = parseCode(text, languageId);
    return { records: recordsInTree(tree, withKeys(sourceOf(text), keys)), tree };
  },

  regions: codeStrings,

  replacedRange,

  isText: (tree, offset) =>
    TEXTS.has(tree.resolveInner(offset, -1).name) || STRINGS.has(tree.resolveInner(offset, 0).name),

  comments(source, languageId, known) {
    const tree = known ?? parseCode(source.read(0, source.length), languageId);
    return (offset) => {
      const { name, from, to } = tree.resolveInner(offset, 1);
      const isComment = name === 'LineComment' || name === 'BlockComment';
      return isComment ? commentRange(from, to, source) : undefined;
    };
  },

  isBroken: (tree, length) => tree.length < length || hasErrors(tree),

  keyPosition(text, _languageId, records, offset) {
    const around = records.filter(
      ({ kind, range }) => kind === 'object' && range.start < offset && offset <= range.end,
    );
    // Records are in order of their start, so the last one is the innermost.
    for (const record of around.reverse()) {
      const { start, end } = record.range;
      const { types } = detailsOf(record);
      const scan = scanMembers(text.slice(start, end), start, types);
      if (offset > scan.end) continue;
      return slotIn(text, record, scan, types, offset);
    }
    return undefined;
  },

  recordPosition: recordSlotIn,
  nullRange: nullRangeIn,

  writeValue(value, quote, record) {
    if (value === null) return 'null';
    return quoted(value, quote || quoteOfValues(record) || "'");
  },

  writeKey(key, quote, record) {
    if (quote === '' && key !== '' && wordAt(key, 0) === key) return key;
    const { keyQuote } = detailsOf(record);
    const used = [quote, keyQuote, quoteOfValues(record)].find(
      (each) => each === '"' || each === "'",
    );
    return quoted(key, used ?? "'");
  },
};

function quoted(text: string, quote: Quote): string {
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

function quoteOfValues(record: StateRecord): Quote {
  return record.fields.find(({ quote }) => quote !== '')?.quote ?? '';
}

/** The place for a key at an offset within the braces of a record. */
function slotIn(
  text: string,
  record: StateRecord,
  scan: Scan,
  types: boolean,
  offset: number,
): KeyPosition | undefined {
  const next = scan.members.findIndex(({ outer }) => offset <= outer.start);
  const index = next < 0 ? scan.members.length : next;
  const previous = scan.members[index - 1];
  const after = (from: number, member: ScannedMember | undefined) =>
    separatorBefore(text, scan, types, from, member);

  if (previous && offset <= previous.outer.end) {
    const { form, outer, quote, separated } = previous;
    if (form === 'pair') return { record, outer, quote, hasValue: true, after: '' };
    if (form !== 'name' || !separated) return undefined;
    const following = scan.members[index];
    return { record, outer, quote, hasValue: false, after: after(outer.end, following) };
  }
  const from = previous?.end ?? record.range.start + 1;
  if (!isSeparated(text, from, offset, types, !previous)) return undefined;
  const outer = { start: offset, end: offset };
  const following = scan.members[index];
  return { record, outer, quote: '', hasValue: false, after: after(offset, following) };
}

/** Whether a member may begin at an offset behind another that ends at `from`, or behind the brace. */
function isSeparated(
  text: string,
  from: number,
  offset: number,
  types: boolean,
  afterBrace: boolean,
): boolean {
  let separated = afterBrace;
  let at = from;
  for (;;) {
    const { index } = skipTrivia(text, at);
    if (index >= offset) break;
    if (text[index] !== ',' && text[index] !== ';') return false;
    separated = true;
    at = index + 1;
  }
  if (offset < at || isInComment(text, at, offset)) return false;
  return separated || (types && /[\n\r]/.test(text.slice(at, offset)));
}

/** What has to be written behind a new pair that ends at `from`, before the member that follows. */
function separatorBefore(
  text: string,
  scan: Scan,
  types: boolean,
  from: number,
  following: ScannedMember | undefined,
): string {
  const { index, newLine } = skipTrivia(text, from);
  if (!following || text[index] === ',' || text[index] === ';') return '';
  if (!types) return ',';
  const used = scan.members
    .map(({ end }) => text[skipTrivia(text, end).index])
    .find((char) => char === ',' || char === ';');
  return used ?? (newLine ? '' : ';');
}
