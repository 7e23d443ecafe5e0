/** Keys that are JSONPaths to a field of another object, as tests of HTTP interfaces have them. */

/** A path to a field. */
export interface PathKey {
  /** The path of the object that has the field. */
  readonly owner: string;
  /** The name of the object that has the field, its place in a list passed over; `''` for the root. */
  readonly holder: string;
  readonly name: string;
}

const LONGEST = 200;
const STEP = String.raw`\.[\w-]+|\[(?:\d+|\*|\?[^\]]*|'[^'\]]*'|"[^"\]]*")\]`;
const PATH = new RegExp(`^\\$(?:${STEP})+$`);
const STEPS = new RegExp(STEP, 'g');
const NAMED = /^(?:\.|\[['"])([^'"\]]+)/;

/** Reads a key that is a path, as `$.server['OS-EXT-STS:vm_state']`; undefined for all other keys. */
export function readPathKey(key: string): PathKey | undefined {
  if (!key.startsWith('$') || key.length > LONGEST || !PATH.test(key)) return undefined;
  const steps = key.match(STEPS) ?? [];
  const last = steps.at(-1) ?? '';
  const name = NAMED.exec(last)?.[1];
  const holder = steps.slice(0, -1).findLast((step) => NAMED.test(step)) ?? '';
  if (name === undefined) return undefined;
  const owner = key.slice(0, key.length - last.length);
  return { owner, holder: NAMED.exec(holder)?.[1] ?? '', name };
}
