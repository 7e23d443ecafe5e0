import type { Box, Layout, PlacedStop } from './layout';

/** Where arrow keys lead. */
export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/**
 * The place of the picture that an arrow key leads to: from state to state, along a path and back to its state,
 * and from path to path. Undefined where the picture ends.
 * @param key the place where one is, by its key
 */
export function neighbour(layout: Layout, key: string, direction: Direction): string | undefined {
  const { states } = layout;
  if (direction === 'first') return states[0]?.state.key;
  if (direction === 'last') return states.at(-1)?.state.key;
  const step = direction === 'down' || direction === 'right' ? 1 : -1;
  const stateIndex = states.findIndex(({ state }) => state.key === key);
  if (stateIndex >= 0) {
    if (direction === 'left') return undefined;
    if (direction !== 'right') return states[stateIndex + step]?.state.key;
    const here = states[stateIndex];
    const beginnings = here?.paths.flatMap(({ stops }) => stops.slice(0, 1)) ?? [];
    return here && nearest(beginnings, here.box, 'y')?.stop.key;
  }
  const lines = states.flatMap(({ state, paths }) =>
    paths.map(({ stops }) => ({ state: state.key, stops })),
  );
  const lineIndex = lines.findIndex(({ stops }) => stops.some(({ stop }) => stop.key === key));
  const line = lines[lineIndex];
  const at = line?.stops.findIndex(({ stop }) => stop.key === key) ?? -1;
  const here = line?.stops[at];
  if (!line || !here) return states[0]?.state.key;
  if (direction === 'left' && at === 0) return line.state;
  if (direction === 'left' || direction === 'right') return line.stops[at + step]?.stop.key;
  return nearest(lines[lineIndex + step]?.stops ?? [], here.box, 'x')?.stop.key;
}

function nearest(stops: readonly PlacedStop[], box: Box, axis: 'x' | 'y'): PlacedStop | undefined {
  const off = (stop: PlacedStop) => Math.abs(stop.box[axis] - box[axis]);
  return stops.reduce<PlacedStop | undefined>(
    (best, stop) => (best === undefined || off(stop) < off(best) ? stop : best),
    undefined,
  );
}
