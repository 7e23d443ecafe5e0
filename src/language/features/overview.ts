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
export function overviewOf({ records }: ParsedDocument, { relation }: Context): Overview {
  const own = records.filter((record) => evidenceOf(relation, record) !== 'none');
  const objects = own.filter(({ kind }) => kind === 'object').length;
  return { records: objects, literals: own.length - objects };
}

/** An overview in a few words; `''` where there is nothing about servers. */
export function overviewText({ records, literals }: Overview, t: Translate): string {
  const parts = [
    records > 0 ? t('Server records: {0}', records) : '',
    literals > 0 ? t('Server states in code: {0}', literals) : '',
  ].filter((part) => part !== '');
  return parts.length === 2 ? t('{0}, {1}', parts[0] ?? '', parts[1] ?? '') : (parts[0] ?? '');
}
