/** Where a failure is written down: a log of the editor or of the client. */
export interface FailureLog {
  error(message: string): void;
}

/**
 * Keeps a failure from reaching the editor: logs the first one of each name, and gives the fallback then and after.
 * A provider that throws on each key press would otherwise flood the log and the user.
 */
export class Boundary {
  readonly #failed = new Set<string>();

  constructor(private readonly log: FailureLog) {}

  /** The action's result, or the fallback where it fails; the promise is never rejected. */
  async run<T>(name: string, fallback: T, action: () => T | Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      if (!this.#failed.has(name)) {
        this.#failed.add(name);
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.log.error(`${name}: ${text}`);
      }
      return fallback;
    }
  }
}
