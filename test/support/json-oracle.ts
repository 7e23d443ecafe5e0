import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { readKey } from '../../src/language/records/keys';
import type { Quote, StateField, StateRecord, Value } from '../../src/language/records/record';
import type { Range } from '../../src/language/text/range';

/**
 * The records of a text as jsonc-parser has it, for texts without syntax errors. A second opinion on the
 * reader: it shares no code with it but the meaning of keys.
 * @returns undefined where jsonc-parser reports syntax errors
 */
export function oracleRecords(text: string, languageId: string): StateRecord[] | undefined {
  const documents = languageId === 'jsonl' ? text.split('\n') : [text];
  const records: StateRecord[] = [];
  let offset = 0;
  for (const document of documents) {
    const errors: ParseError[] = [];
    const root = parseTree(document, errors, { allowTrailingComma: true });
    if (document.trim() !== '' && errors.length > 0) return undefined;
    if (root) collect(root, offset, records);
    offset += document.length + 1;
  }
  return records;
}

function collect(node: Node, base: number, records: StateRecord[]): void {
  if (node.type === 'object') {
    const fields = (node.children ?? []).flatMap((property) => stateField(property, base));
    if (fields.length > 0) records.push({ kind: 'object', range: range(node, base), fields });
  }
  for (const child of node.children ?? []) collect(child, base, records);
}

function stateField(property: Node, base: number): StateField[] {
  const [key, value] = property.children ?? [];
  const meaning = key && readKey(key.value);
  if (!meaning || !value) return [];
  const outer = range(value, base);
  const isText = value.type === 'string';
  return [
    {
      field: meaning.field,
      spelling: key.value,
      key: inside(range(key, base)),
      value: isText ? { kind: 'text', text: value.value } : bare(value),
      inner: isText ? inside(outer) : outer,
      outer,
      quote: (isText ? '"' : '') as Quote,
    },
  ];
}

function bare(value: Node): Value {
  return { kind: value.type === 'null' ? 'null' : 'opaque' };
}

function range(node: Node, base: number): Range {
  return { start: base + node.offset, end: base + node.offset + node.length };
}

function inside({ start, end }: Range): Range {
  return { start: start + 1, end: end - 1 };
}
