/** How long the workbench may take to show what it should, in milliseconds. */
export const PATIENCE = 120_000;

/** Pause before the workbench is looked at again, in milliseconds. */
const PAUSE = 50;

/**
 * Looks again and again until what is seen fulfills a condition, and gives it.
 * Fails after some time, with what was seen last and `what` was waited for.
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  condition: (seen: T) => boolean,
  what: string,
): Promise<T> {
  const limit = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (condition(seen)) return seen;
    if (Date.now() > limit) {
      throw new Error(`Waited in vain for ${what}; last seen: ${JSON.stringify(seen)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
