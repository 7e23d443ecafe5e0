import { type Field, isLiteral, type Relation, sameNameFolded } from '../../model';
import { readKey, stateOfTypeName } from './keys';
import type { Value } from './record';

/** How a `task_state` of none was rendered by whoever wrote the text. */
const RENDERED_NULLS: ReadonlySet<string> = new Set(['none', 'null', '-', '']);

/** Words in a value's place that are of the right shape and yet name a type, an order or a placeholder, not a state. */
const NOT_A_STATE =
  /^(?:string|str|text|n?varchar|char|keyword|u?int|integer|long|number|bool|boolean|date|datetime|timestamp|object|json|enum|type|any|state|task|value|status|asc|desc|true|false|todo|tbd)$|[_-](?:state|status|type|field|key|name|value)$/i;

/** A word in whole upper case, its parts joined in any way. */
export const UPPER = /^[A-Z][A-Z_-]*$/;

/** What a state looks like: anything else in its place was not meant as one. */
const SHAPES: Readonly<Record<Field, RegExp>> = {
  vm_state: /^(?:[a-z][a-z_-]*|[A-Z][A-Z_-]*)$/,
  task_state: /^(?:[a-z][a-z_-]*|[A-Z][A-Z_-]*)$/,
  status: /^(?:[A-Z][A-Z_-]*|[A-Za-z][a-z_-]*)$/,
};

/**
 * The state that a value stands for: a name (known or not), null for no task, or undefined where the
 * value cannot be a state and nothing can be said of it.
 */
export function stateOf(relation: Relation, field: Field, value: Value): string | null | undefined {
  if (value.kind === 'null') return field === 'task_state' ? null : undefined;
  if (value.kind !== 'text') return undefined;
  const { text } = value;
  if (field === 'task_state' && isRenderedNull(text)) return null;
  if (isLiteral(relation, field, text)) return text;
  if (text.length > 64) return undefined;
  const canBeState =
    SHAPES[field].test(text) || sameNameFolded(relation, field, text) !== undefined;
  return canBeState && !isDescription(text) ? text : undefined;
}

function isRenderedNull(text: string): boolean {
  const word = text.trim();
  // The longest is four letters: a long text is not made lower case for nothing.
  return word.length <= 4 && RENDERED_NULLS.has(word.toLowerCase());
}

/** As `stateOf`, without a status that may be a label: `Running`, `ok`. */
export function writtenState(
  relation: Relation,
  field: Field,
  value: Value,
): string | null | undefined {
  const state = stateOf(relation, field, value);
  const mayBeLabel = field === 'status' && typeof state === 'string' && !UPPER.test(state);
  const isLabel = mayBeLabel && sameNameFolded(relation, field, state) === undefined;
  return isLabel ? undefined : state;
}

function isDescription(text: string): boolean {
  return (
    NOT_A_STATE.test(text) ||
    readKey(text) !== undefined ||
    readKey(text.toLowerCase()) !== undefined ||
    stateOfTypeName(text) !== undefined
  );
}
