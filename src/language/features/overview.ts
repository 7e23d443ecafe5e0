import type { ParsedDocument } from '../document/parsed-document';
import { evidenceOf } from '../records/evidence';
import type { Context } from '../settings/context';
import type { Translate } from '../text/localize';

/** What a text has about servers. */
export interface Overview {
  /** Objects that have states of a server. */
  readonly records: number;
  /** States that code compares with, or that a type lists. */
  readonly literals: number;
}

/** Counts what is about servers. */
export function overviewOf(reading: ParsedDocument, context: Context): Overview {
  const own = reading.records.filter((record) => evidenceOf(context.relation, record) !== 'none');
  const objects = own.filter(({ kind }) => kind === 'object').length;
  const overview = { records: objects, literals: own.length - objects };
  return reading.embedded.reduce(({ records, literals }, { document }) => {
    const inner = overviewOf(document, context);
    return { records: records + inner.records, literals: literals + inner.literals };
  }, overview);
}

/** An overview in a few words; `''` where there is nothing about servers. */
export function overviewText({ records, literals }: Overview, t: Translate): string {
  const parts = [
    records > 0 ? t('Server records: {0}', records) : '',
    literals > 0 ? t('Server states in code: {0}', literals) : '',
  ].filter((part) => part !== '');
  return parts.length === 2 ? t('{0}, {1}', parts[0] ?? '', parts[1] ?? '') : (parts[0] ?? '');
}
