import type { Field, LetterCase } from '../../model';
import type { Range } from '../text/range';

/** The quoting character round a value or key; `''` for a plain one. */
export type Quote = '"' | "'" | '`' | '';

/**
 * What stands in the place of a value.
 * - `text`: a string, decoded (escapes resolved)
 * - `null`: the syntax's own null
 * - `missing`: nothing yet, as while typing
 * - `opaque`: anything that says nothing of a state (objects, numbers, templates, variables, tags, aliases)
 */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'opaque' };

/** A state field as it is written in a text. */
export interface StateField {
  readonly field: Field;
  /** The key as written, decoded: `OS-EXT-STS:vm_state`, `vmState`, ... */
  readonly spelling: string;
  /** Set where the key is a name of the user's own. */
  readonly own?: true;
  /** Set for the `state` of a notification, which stands for vm_state next to a task_state. */
  readonly notified?: true;
  /** The key without its quotes; for a type's name or a compared member, that name. */
  readonly key: Range;
  readonly value: Value;
  /** The value without its quotes. Empty where the value is missing: the place to type it. */
  readonly inner: Range;
  /** The value with its quotes; equal to `inner` for plain values. */
  readonly outer: Range;
  readonly quote: Quote;
  /**
   * Set where another source may win over this value when the program runs (a spread that follows it):
   * the literal can be checked, its combination with others cannot.
   */
  readonly overridable?: true;
  /** Set where an alias stands in the place of the value: the name of the anchor whose value it is. */
  readonly alias?: string;
  /**
   * The values of a list in the place of the value, or those that a schema there allows and shows: each is one that
   * the field can have. `value` is opaque then.
   */
  readonly items?: readonly Item[];
}

/** One of several values of a field. */
export type Item = Pick<StateField, 'value' | 'inner' | 'outer' | 'quote'>;

/**
 * Where a record was found.
 * - `object`: an object, mapping, object literal, type literal or interface
 * - `code`: a literal that code compares a member with; such a record has one field
 * - `union`: one literal of a type alias named after a state; such a record has one field
 */
export type RecordKind = 'object' | 'code' | 'union';

/**
 * Which literals of a record are checked, where other words than states may stand in the same place.
 * - `likely`: those that look like a state, if a wrong one; columns and labels have such keys, too
 * - `near`: those that are nearly a state
 */
export type Caution = 'likely' | 'near';

/** The state fields of one object, in order of appearance. A field may appear twice (duplicate keys). */
export interface StateRecord {
  readonly kind: RecordKind;
  /** The whole object, brackets included; for `code` and `union`, the expression or type. */
  readonly range: Range;
  readonly fields: readonly StateField[];
  /**
   * The fields that the object takes over from others (YAML's merge keys) because it has none of its own instead; at
   * most one of each. Their ranges are those of the objects that they are written in.
   */
  readonly inherited?: readonly StateField[];
  /** `code` and `union` only: the literals that belong together (one switch, array or union) share a number. */
  readonly group?: number;
  /** `code` only: whether a member of something is looked at (`x.vm_state`), not a variable (`vm_state`). */
  readonly member?: boolean;
  /** `code` only: what is compared, as it is written, where that is short. */
  readonly subject?: string;
  /**
   * `code` only: set where the words may be the code's own, as keys and arguments are. Only what is nearly a
   * state, next to others that are states, is checked.
   */
  readonly loose?: true;
  /** `code` and `union`: set where the literal is not compared with the state, but assigned, expected or its default. */
  readonly caution?: Caution;
  /** `code` only: set where the code has states in another case than the API: `server.vm_state.toUpperCase()`. */
  readonly letterCase?: LetterCase;
  /** What stands around the fields and shows that the object is a server: see `signs`; absent for nothing. */
  readonly signs?: number;
  /** Set where the keys are paths to the fields of another object, so that none can be added next to them. */
  readonly isPath?: true;
  /** Set where it was decided when the record was read, how sure it is that it is about a server. */
  readonly evidence?: 'plausible' | 'sure';
}
