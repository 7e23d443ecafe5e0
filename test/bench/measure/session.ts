import type { Candidate, Operation } from '../candidates/candidate';
import type { Input } from '../inputs/inputs';
import { EditorDocument, type KeyPress } from './editor-document';

/**
 * The operations that a candidate has, of those that make sense for the input. Key presses come last, since they
 * may leave another document behind.
 */
export function operationsOf(candidate: Candidate, { holdsStates }: Input): Operation[] {
  const all: Operation[] = holdsStates
    ? ['open', 'hover', 'complete', 'afterKeyPress']
    : ['open', 'afterKeyPress'];
  return all.filter((operation) => candidate[operation] !== undefined);
}

/** One candidate at work on one input: the document, what the candidate keeps, and the next key to be pressed. */
export class Session {
  readonly #document: EditorDocument;
  #state: unknown;
  #press: KeyPress;
  readonly #types: KeyPress;
  readonly #takesBack: KeyPress;

  constructor(
    readonly candidate: Candidate,
    readonly input: Input,
  ) {
    const offset = input.cursor;
    this.#types = { offset, removed: 0, inserted: 'x' };
    this.#takesBack = { offset, removed: 1, inserted: '' };
    this.#press = this.#takesBack;
    this.#document = new EditorDocument(input.text);
  }

  get state(): unknown {
    return this.#state;
  }

  /** What the editor does before it tells anyone: a character is typed, or taken back if one was typed. */
  press(): void {
    this.#press = this.#press === this.#types ? this.#takesBack : this.#types;
    this.#document.apply(this.#press);
  }

  /** Whether a typed character stands in the document. */
  get isTyped(): boolean {
    return this.#press === this.#types;
  }

  /** Carries out the operation. Waits only where the candidate does, for waiting takes time, too. */
  run(operation: Operation): unknown {
    const { candidate, input } = this;
    if (operation === 'hover') return candidate.hover?.(this.#state, input.cursor);
    if (operation === 'complete') return candidate.complete?.(this.#state, input.cursor);
    const next =
      operation === 'open'
        ? candidate.open(this.#document)
        : candidate.afterKeyPress?.(this.#state, this.#press, this.#document);
    return next instanceof Promise ? next.then((state) => this.#keep(state)) : this.#keep(next);
  }

  #keep(state: unknown): void {
    this.#state = state;
  }
}
