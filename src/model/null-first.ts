/**
 * Those without a task first, which most servers have in common; the order is kept otherwise.
 * @param stateOf what an item is sorted by; the item itself where absent
 */
export function nullFirst<T>(
  items: readonly T[],
  stateOf: (item: T) => unknown = (item) => item,
): T[] {
  const rank = (item: T) => (stateOf(item) === null ? 0 : 1);
  return [...items].sort((a, b) => rank(a) - rank(b));
}
