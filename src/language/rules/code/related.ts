import type { EarlierCondition } from '../../analysis';
import type { Translate } from '../../text/localize';
import { choiceOf } from '../names';

/** What a place related to a finding says. */
export function relatedMessage({ failed, limit }: EarlierCondition, t: Translate): string {
  if (!limit) {
    return failed
      ? t('This check is false where the marked one is reached.')
      : t('This check is true where the marked one is reached.');
  }
  const { field, values, negated } = limit;
  return negated
    ? t('This check excludes {0} {1}.', field, choiceOf(values, t))
    : t('This check limits {0} to {1}.', field, choiceOf(values, t));
}
