import type { Path, Picture, StateNode, Stop } from './picture';

/** A rectangle, in the picture's own units; y grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stop and where it stands. */
export interface PlacedStop {
  readonly stop: Stop;
  readonly label: string;
  readonly box: Box;
}

/** A path and where it runs: from its state to its last stop. */
export interface PlacedPath {
  readonly path: Path;
  /** Where the name of the operation begins, on its base line. */
  readonly caption: { readonly x: number; readonly y: number };
  /** One line, or more where the stops need several. */
  readonly lines: readonly string[];
  readonly stops: readonly PlacedStop[];
}

/** A state and where it stands, with its paths. */
export interface PlacedState {
  readonly state: StateNode;
  readonly label: string;
  /** The band behind the state and its paths. */
  readonly band: Box;
  readonly box: Box;
  readonly paths: readonly PlacedPath[];
}

/** The picture with a place for everything. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
}

/** The size of the letters of states and of stops. */
export const FONT_SIZE = { state: 14, stop: 11, caption: 10 } as const;

/** How wide a letter of a monospaced font is, as a part of its height. */
const LETTER = 0.602;

/** Names longer than this are cut in the picture; its texts have them whole. */
const LONGEST_LABEL = 40;

const MARGIN = 10;
const BAND = { padding: 14, gap: 10 } as const;
const STATE = { height: 48, padding: 20, narrowest: 112 } as const;
/** The room in which lines fan out from a state to its paths. */
const FAN = 52;
const STOP = { height: 24, padding: 10, gap: 14 } as const;
const CAPTION = 15;
const PATH_GAP = 7;
/** How far apart lines leave their state, and how far off its middle at most. */
const LEAVE = { apart: 5, most: 15 } as const;
/** Where a path would become wider than this, it goes on below. */
const WIDEST_PATH = 620;

/**
 * Gives everything a place: states below each other, the paths of each to its right.
 * @param columns how many columns the states are spread over
 */
export function layoutOf(picture: Picture, columns = 1): Layout {
  const stateWidth = Math.max(
    STATE.narrowest,
    ...picture.states.map(
      ({ vmState, status }) =>
        Math.max(
          widthOf(shorten(vmState), FONT_SIZE.state),
          widthOf(shorten(status ?? ''), FONT_SIZE.caption) + 16,
        ) +
        2 * STATE.padding,
    ),
  );
  const blocks = picture.states.map((state) => placeState(state, stateWidth));
  const width = Math.max(0, ...blocks.map(({ width }) => width));
  const states: PlacedState[] = [];
  let height = 0;
  let x = MARGIN;
  for (const column of split(blocks, columns)) {
    let y = MARGIN;
    for (const block of column) {
      states.push(block.at(x, y, width));
      y += block.height + BAND.gap;
    }
    height = Math.max(height, y - BAND.gap + MARGIN);
    x += width + BAND.gap;
  }
  return { width: Math.max(x - BAND.gap, MARGIN) + MARGIN, height, states };
}

/** A label as it is drawn. */
export function shorten(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : text;
}

/** A state with its paths, of known size, which can be put anywhere. */
interface Block {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number, width: number): PlacedState;
}

function placeState(state: StateNode, stateWidth: number): Block {
  const paths = state.paths.map(placePath);
  const pathsHeight =
    paths.reduce((sum, { height }) => sum + height, 0) + PATH_GAP * Math.max(paths.length - 1, 0);
  const inner = Math.max(STATE.height, pathsHeight);
  const widest = Math.max(0, ...paths.map(({ width }) => width));
  return {
    width: 2 * BAND.padding + stateWidth + (paths.length > 0 ? FAN + widest : 0),
    height: inner + 2 * BAND.padding,
    at(x, y, width) {
      const band = { x, y, width, height: inner + 2 * BAND.padding };
      const middle = y + BAND.padding + inner / 2;
      const box = {
        x: x + BAND.padding,
        y: middle - STATE.height / 2,
        width: stateWidth,
        height: STATE.height,
      };
      const right = box.x + box.width;
      const apart = Math.min(LEAVE.apart, (2 * LEAVE.most) / Math.max(paths.length - 1, 1));
      let top = y + BAND.padding + (inner - pathsHeight) / 2;
      const placed = paths.map((path, index) => {
        // They begin behind the round end of the state, which is drawn over them.
        const from = { x: right - 8, y: middle + (index - (paths.length - 1) / 2) * apart };
        const at = path.at(from, right + FAN, top);
        top += path.height + PATH_GAP;
        return at;
      });
      return { state, label: shorten(state.vmState), band, box, paths: placed };
    },
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A path of known size, which can be put anywhere. */
interface PathBlock {
  readonly width: number;
  readonly height: number;
  at(from: Point, x: number, y: number): PlacedPath;
}

function placePath(path: Path): PathBlock {
  const rows = wrapped(path.stops);
  return {
    width: Math.max(0, ...rows.map((row) => (row.at(-1)?.end ?? 0) + 4)),
    height: CAPTION + rows.length * STOP.height + (rows.length - 1) * PATH_GAP,
    at(from, x, y) {
      const rowY = (index: number) => y + CAPTION + index * (STOP.height + PATH_GAP);
      const lines = rows.map((row, index) => {
        const middle = rowY(index) + STOP.height / 2;
        const last = row.at(-1);
        return curve(from, { x, y: middle }, x + (last ? last.end - last.width / 2 : 0));
      });
      const stops = rows.flatMap((row, index) =>
        row.map(({ stop, label, start, width }) => ({
          stop,
          label,
          box: { x: x + start, y: rowY(index), width, height: STOP.height },
        })),
      );
      return { path, caption: { x: x + 2, y: y + CAPTION - 6 }, lines, stops };
    },
  };
}

interface MeasuredStop {
  readonly stop: Stop;
  readonly label: string;
  readonly start: number;
  readonly width: number;
  readonly end: number;
}

function wrapped(stops: readonly Stop[]): MeasuredStop[][] {
  const rows: MeasuredStop[][] = [[]];
  let start = 0;
  for (const stop of stops) {
    const label = shorten(stop.label);
    const width = widthOf(label, FONT_SIZE.stop) + 2 * STOP.padding;
    if (start > 0 && start + width > WIDEST_PATH) {
      rows.push([]);
      start = 0;
    }
    rows.at(-1)?.push({ stop, label, start, width, end: start + width });
    start += width + STOP.gap;
  }
  return rows;
}

/** A line that leaves a state to the right, swings to the height of its path and runs along it. */
function curve(from: Point, to: Point, end: number): string {
  const bend = (to.x - from.x) * 0.55;
  const bow = `C${round(from.x + bend)} ${round(from.y)} ${round(to.x - bend)} ${round(to.y)}`;
  return `M${round(from.x)} ${round(from.y)}${bow} ${round(to.x)} ${round(to.y)}H${round(end)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Letters outside Latin are twice as wide in monospaced fonts, nearly all of them. */
function widthOf(text: string, fontSize: number): number {
  let letters = 0;
  for (const letter of text) letters += letter > '\u2e7f' ? 2 : 1;
  return Math.ceil(letters * fontSize * LETTER);
}

/** Spreads blocks over columns in their order, so that the highest is as low as can be. */
function split(blocks: readonly Block[], columns: number): Block[][] {
  const heightOf = (column: readonly Block[]) =>
    column.reduce((sum, { height }) => sum + height + BAND.gap, 0);
  const fill = (limit: number) => {
    const filled: Block[][] = [[]];
    for (const block of blocks) {
      const column = filled.at(-1) ?? [];
      if (column.length > 0 && heightOf(column) + block.height > limit) filled.push([block]);
      else column.push(block);
    }
    return filled;
  };
  let low = heightOf(blocks) / Math.max(columns, 1);
  let high = heightOf(blocks);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(middle).length > columns) low = middle;
    else high = middle;
  }
  return fill(high);
}
