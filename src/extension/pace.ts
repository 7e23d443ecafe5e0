/** How long the extension host may be kept busy at a stretch, in milliseconds. */
const SLICE = 15;

/** Does work of many pieces in slices, between which the extension host gets to everything else. */
export class Pace {
  #spent = 0;

  /** Does a piece of work, and lets others go first where the slice is over. */
  async do<T>(work: () => T): Promise<T> {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.#spent += performance.now() - start;
      if (this.#spent >= SLICE) {
        this.#spent = 0;
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
  }

  /** Says to a piece of work that can be interrupted when to stop; the time counts from now. */
  timer(): () => boolean {
    const end = performance.now() + SLICE;
    return () => performance.now() >= end;
  }
}
