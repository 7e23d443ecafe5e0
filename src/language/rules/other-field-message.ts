import type { Field } from '../../model';
import type { Translate } from '../text/localize';

/** Says that a value is a state of another field than the one it is in. */
export function otherFieldMessage(
  state: string,
  ownField: Field,
  field: Field,
  expected: string | undefined,
  t: Translate,
): string {
  return expected === undefined
    ? t("'{0}' is a {1}, not a {2}.", state, ownField, field)
    : t("'{0}' is a {1}, not a {2}. Did you mean '{3}'?", state, ownField, field, expected);
}
