/** Names one kind of answer that is kept in a `Memo`, and its type. */
export class MemoKey<T> {
  /** Only the type is of use: keys of other types are not taken for this one. */
  declare protected readonly answer: T;
}

/** Answers that were computed from one version of a text; they are dropped with that version. */
export class Memo {
  readonly #answers = new Map<MemoKey<unknown>, unknown>();

  /** The answer that was kept last under the key; undefined where there is none. */
  get<T>(key: MemoKey<T>): T | undefined {
    return this.#answers.get(key) as T | undefined;
  }

  /** Keeps an answer in place of the one before. */
  set<T>(key: MemoKey<T>, answer: T): void {
    this.#answers.set(key, answer);
  }
}
