import type { Translate } from '../text/localize';

type Value = string | null;

/** More names than these help nobody to choose. */
const MOST_NAMES = 4;

/** A value in a message: in quotes, except for null. */
function quoted(value: Value, t: Translate): string {
  return value === null ? 'null' : t("'{0}'", value);
}

/** Values in a message, the first few of them where there are many. */
export function listOf(values: readonly Value[], t: Translate): string {
  return list(values, t, (left, right) => t('{0}, {1}', left, right));
}

/** Values without quotes, for names in upper case, which nobody takes for words of the sentence. */
export function plainListOf(values: readonly string[], t: Translate): string {
  return list(
    values,
    t,
    (left, right) => t('{0}, {1}', left, right),
    (value) => value ?? 'null',
  );
}

/** Values of which one is meant. */
export function choiceOf(values: readonly Value[], t: Translate): string {
  const isWhole = values.length <= MOST_NAMES;
  return list(values, t, (left, right, isLast) =>
    isLast && isWhole ? t('{0} or {1}', left, right) : t('{0}, {1}', left, right),
  );
}

function list(
  values: readonly Value[],
  t: Translate,
  join: (left: string, right: string, isLast: boolean) => string,
  write: (value: Value) => string = (value) => quoted(value, t),
): string {
  const shown = values.slice(0, MOST_NAMES).map(write);
  const [first = '', ...rest] = shown;
  const joined = rest.reduce(
    (left, right, index) => join(left, right, index === rest.length - 1),
    first,
  );
  const more = values.length - shown.length;
  return more > 0 ? t('{0} (and {1} more)', joined, more) : joined;
}
