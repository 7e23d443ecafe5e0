/**
 * Long work in small steps: it pauses at each `yield`, so that whoever runs it can stop there and go on later,
 * and returns what it has worked out.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Takes all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Takes steps until the time is over, at least one.
 * @returns the result, or undefined as long as there are steps left
 */
export function advance<T>(
  steps: Steps<T>,
  isOver: () => boolean,
): { readonly result: T } | undefined {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { result: value };
    if (isOver()) return undefined;
  }
}
