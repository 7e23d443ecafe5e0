import type { Field } from '../../../../model';

/** How a field can be without a state, one bit each. A member that is missing reads as undefined. */
export const NULL = 1;
export const UNDEFINED = 2;
export const EMPTY = 4;
export const ALL_FORMS = NULL | UNDEFINED | EMPTY;

/** What a field without a state reads as, by its bit. */
export const FORMS: readonly (readonly [bit: number, value: null | undefined | ''])[] = [
  [NULL, null],
  [UNDEFINED, undefined],
  [EMPTY, ''],
];

/**
 * What the fields of a server can be apart from the states of its row.
 *
 * `asked` takes the code at its word: a field that it never checks for absence is there, and no task is null. `always`
 * assumes that every field can be absent in every way.
 */
export type AbsencePolicy = 'asked' | 'always';

/** The forms that each field of one server can have whatever its row, and those of a task that is none. */
export interface Forms extends Readonly<Record<Field, number>> {
  readonly idle: number;
}

/** Collects the forms that code asks about. */
export class AskedForms implements Forms {
  vm_state = 0;
  task_state = 0;
  status = 0;
  /** The ways in which it asks for no task. They differ in what they let through. */
  private readonly ways = new Set<number>();

  /** Where code asks in one way only, no task is what that way asks for; where it asks in several, it has reason to. */
  get idle(): number {
    const [way = NULL, ...more] = this.ways;
    return more.length === 0 && (way === NULL || way === (NULL | UNDEFINED)) ? way : ALL_FORMS;
  }

  /**
   * Notes a question for absence.
   * @param isCertain whether it cannot be meant for a server without a task: that one has the member, with no state
   */
  ask(field: Field, forms: number, isCertain = false): void {
    if (field !== 'task_state' || isCertain) this[field] |= forms;
    if (field === 'task_state') this.ways.add(forms);
  }
}

/** The forms of a server that nothing is assumed of. */
export const ANY_FORMS: Forms = {
  vm_state: ALL_FORMS,
  task_state: ALL_FORMS,
  status: ALL_FORMS,
  idle: ALL_FORMS,
};
