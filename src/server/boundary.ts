/** Tells the client's log what failed. */
export interface Log {
  error(message: string): void;
}

/** Keeps a failure from ending the server or a request: logs the first one of each name. */
export class Boundary {
  readonly #failed = new Set<string>();

  constructor(private readonly log: Log) {}

  /** The action's result, or the fallback where it throws. */
  run<T>(name: string, fallback: T, action: () => T): T {
    try {
      return action();
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
