/** How far the tests with random texts search: 1 for each change, more in a long run. */
const REACH = Number(process.env.ECS_STATES_REACH ?? 1);

/**
 * How often a property is tried.
 * @param runs what suffices for each change
 */
export function reach(runs: number): number {
  return Math.ceil(runs * REACH);
}

/**
 * Every how many of the places in many texts a test looks at; begin at another place in each text, so that places of
 * every kind are met.
 * @param step what suffices for each change
 */
export function stride(step: number): number {
  return Math.max(1, Math.round(step / REACH));
}
