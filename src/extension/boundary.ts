import type * as vscode from 'vscode';

/**
 * Keeps a failure from reaching the editor: logs the first one of each name, gives the fallback then and after.
 * A provider that throws on each key press would otherwise flood the log and the user.
 */
export class Boundary {
  readonly #failed = new Set<string>();

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /** The action's result, or the fallback where it fails. */
  async run<T>(name: string, fallback: T, action: () => T | Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      if (!this.#failed.has(name)) {
        this.#failed.add(name);
        this.log.error(
          `${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
        );
      }
      return fallback;
    }
  }
}
