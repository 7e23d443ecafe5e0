import type { ParsedDocument } from '../document/parsed-document';
import { evidenceOf } from '../records/evidence';
import type { Context } from '../settings/context';
import { LineIndex } from '../text/line-index';
import type { Translate } from '../text/localize';

/** What a text has about servers. */
export interface Overview {
  /** Objects that have states of a server. */
  readonly records: number;
  /** States that code compares with, or that a type lists. */
  readonly literals: number;
  /** The line, from 1, from which on the text is not read: to parse it takes more than any text that means something. */
  readonly unreadFrom?: number;
}

/** Counts what is about servers. */
export function overviewOf(reading: ParsedDocument, context: Context): Overview {
  const counts = countsOf(reading, context);
  const unreadFrom = lineUnreadFrom(reading);
  return unreadFrom === undefined ? counts : { ...counts, unreadFrom };
}

function countsOf(reading: ParsedDocument, context: Context): Overview {
  const own = reading.records.filter((record) => evidenceOf(context.relation, record) !== 'none');
  const objects = own.filter(({ kind }) => kind === 'object').length;
  const counts = { records: objects, literals: own.length - objects };
  return reading.embedded.reduce(({ records, literals }, { document }) => {
    const inner = countsOf(document, context);
    return { records: records + inner.records, literals: literals + inner.literals };
  }, counts);
}

function lineUnreadFrom(reading: ParsedDocument): number | undefined {
  const { tree, source } = reading;
  if (!tree || tree.length >= source.length) return undefined;
  return new LineIndex(reading.text).lineAt(tree.length) + 1;
}

/** An overview in a few words; `''` where there is nothing about servers. */
export function overviewText({ records, literals, unreadFrom }: Overview, t: Translate): string {
  const parts = [
    records > 0 ? t('Server records: {0}', records) : '',
    literals > 0 ? t('Server states in code: {0}', literals) : '',
    unreadFrom === undefined ? '' : t('Not read from line {0} on', unreadFrom),
  ].filter((part) => part !== '');
  const [first = '', ...rest] = parts;
  return rest.reduce((left, right) => t('{0}, {1}', left, right), first);
}
