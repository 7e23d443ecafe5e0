import {
  FIELDS,
  type Field,
  isPossible,
  type PartialRow,
  type Relation,
  statusOf,
} from '../../model';
import type { Translate } from '../text/localize';
import { meaningOf } from './glossary';
import { pitfallOf } from './pitfalls';
import { enumerate, named, type Value, written } from './written-names';

/** Meaning and pitfall of a literal, as Markdown; `''` for a name that the field does not have. */
export function literalDocumentation(
  field: Field,
  value: Value,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string {
  const pitfall = pitfallOf(field, value, relation, others, t);
  const parts = [meaningOf(field, value, t), pitfall === undefined ? '' : `> ${pitfall.text}`];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Names the fields that alone rule the literal out; all of them where it takes them together. Plain text. */
export function contradictionOf(
  own: PartialRow,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): string {
  const blamed = culpritsOf(own, relation, others);
  const present = FIELDS.flatMap((field) => {
    const value = blamed[field];
    return value === undefined ? [] : [`${field} ${value}`];
  });
  return t('contradicts {0}', enumerate(present, t));
}

/** The other fields that alone rule the literal out; all of them where it takes them together. */
export function culpritsOf(own: PartialRow, relation: Relation, others: PartialRow): PartialRow {
  const entries = Object.entries(others);
  const culprits = entries.filter(
    ([field, value]) => !isPossible(relation, { ...own, [field]: value }),
  );
  return Object.fromEntries(culprits.length > 0 ? culprits : entries);
}

/** The sentence on the status that a pair shows; none where the pair is not known or shows none. */
export function resultingStatus(relation: Relation, record: PartialRow, t: Translate): string[] {
  const { vm_state, task_state } = record;
  if (vm_state === undefined || task_state === undefined) return [];
  const status = statusOf(relation, vm_state, task_state);
  if (status === undefined) return [];
  const [state, task] = [named('vm_state', vm_state), named('task_state', task_state)];
  return [t('{0} with {1} shows status {2}.', state, task, `**${written(status)}**`)];
}
