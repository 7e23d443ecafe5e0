/** Names of states and lists of them, as Markdown. The settings can add rows with any names, which must not be Markdown. */
import { FIELDS, type Field, type PartialRow } from '../../model';
import type { Translate } from '../text/localize';

/** A state, or null where there is no task. */
export type Value = string | null;

/** A name in code font; escaped where it cannot be in that. */
export function inCode(value: Value): string {
  const isPlain = value === null || /^[\p{L}\p{N}_ -]+$/u.test(value);
  return isPlain ? `\`${value}\`` : written(value);
}

/** A name in the font of the sentence, escaped; null in code font, as it is no word of the sentence. */
export function written(value: Value): string {
  return value?.replace(/\s+/g, ' ').replace(/[^\p{L}\p{N}_ -]/gu, '\\$&') ?? '`null`';
}

/** A field with its value. */
export function named(field: Field, value: Value): string {
  return `${field} ${written(value)}`;
}

/** The fields of a row that are known, with their values. */
export function fieldList(fields: PartialRow, t: Translate): string {
  const present = FIELDS.flatMap((field) => {
    const value = fields[field];
    return value === undefined ? [] : [named(field, value)];
  });
  return enumerate(present, t);
}

/** Names of which all are meant. */
export function enumerate([first = '', ...rest]: readonly string[], t: Translate): string {
  return rest.reduce((list, item) => t('{0}, {1}', list, item), first);
}

/** Names of which one is meant. */
export function choice([first = '', ...rest]: readonly string[], t: Translate): string {
  return rest.reduce(
    (list, item, index) =>
      index === rest.length - 1 ? t('{0} or {1}', list, item) : t('{0}, {1}', list, item),
    first,
  );
}
