import {
  type MeasuredPath,
  measuredPath,
  PATH,
  STOP_HEIGHT,
  stateLabel,
  stateWidth,
} from './measure';
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
  /** The names of the operation and the status, and where they begin on their base line. */
  readonly caption: {
    readonly name: string;
    readonly status: string;
    readonly x: number;
    readonly y: number;
  };
  /** One line, or more where the stops need several. */
  readonly lines: readonly string[];
  readonly stops: readonly PlacedStop[];
}

/** A state and where it stands, with its paths. */
export interface PlacedState {
  readonly state: StateNode;
  readonly label: string;
  readonly status: string;
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

const MARGIN = 10;
const BAND = { padding: 14, gap: 10 } as const;
const STATE_HEIGHT = 48;
/** What a status is called where there is none. */
const NO_STATUS = '—';

/** The room in which lines fan out from a state to its paths. */
const FAN = 52;
/** How far apart lines leave their state, and how far off its middle at most. */
const LEAVE = { apart: 5, most: 15 } as const;
/** Where a path would become wider than this, it goes on below. */
const WIDEST_PATH = 620;

/** Where the lines of a narrow picture go down from their state, and how they turn to their stops. */
const TRUNK = { indent: 18, apart: 5, widest: 40, turn: 12, branch: 22 } as const;
/** The least room for the stops of a narrow picture: most of them fit in. */
const NARROWEST_PATH = 200;

/**
 * Gives everything a place: states below each other, the paths of each to its right.
 * @param columns how many columns the states are spread over
 */
export function layoutOf(picture: Picture, columns = 1): Layout {
  const width = commonStateWidth(picture);
  return inColumns(
    picture.states.map((state) => blockBeside(state, width)),
    columns,
  );
}

/** Gives everything a place where there is little room from left to right: the paths of each state are below it. */
export function narrowLayoutOf(picture: Picture, width: number): Layout {
  const most = Math.max(1, ...picture.states.map(({ paths }) => paths.length));
  const trunk = Math.min(TRUNK.widest, (most - 1) * TRUNK.apart);
  const indent = TRUNK.indent + trunk + TRUNK.branch;
  const widest = Math.max(NARROWEST_PATH, width - 2 * (MARGIN + BAND.padding) - indent);
  const size = { width: commonStateWidth(picture), indent, widest };
  return inColumns(
    picture.states.map((state) => blockBelow(state, size)),
    1,
  );
}

function inColumns(blocks: readonly Block[], columns: number): Layout {
  const width = Math.max(0, ...blocks.map(({ width }) => width));
  const states: PlacedState[] = [];
  let height = 0;
  let x = MARGIN;
  for (const column of split(blocks, columns)) {
    let y = MARGIN;
    for (const block of column) {
      states.push(block.at({ x, y, width, height: block.height }));
      y += block.height + BAND.gap;
    }
    height = Math.max(height, y - BAND.gap + MARGIN);
    x += width + BAND.gap;
  }
  return { width: Math.max(x - BAND.gap, MARGIN) + MARGIN, height, states };
}

/** A state with its paths, of known size, which can be put anywhere. */
interface Block {
  readonly width: number;
  readonly height: number;
  at(band: Box): PlacedState;
}

function blockBeside(state: StateNode, width: number): Block {
  const paths = state.paths.map((path) => measuredPath(path, WIDEST_PATH));
  const pathsHeight = heightOf(paths);
  const inner = Math.max(STATE_HEIGHT, pathsHeight);
  const widest = Math.max(0, ...paths.map((path) => path.width + 4));
  return {
    width: 2 * BAND.padding + width + (paths.length > 0 ? FAN + widest : 0),
    height: inner + 2 * BAND.padding,
    at(band) {
      const top = band.y + BAND.padding;
      const middle = top + inner / 2;
      const box = boxAt(band.x + BAND.padding, middle - STATE_HEIGHT / 2, width);
      const right = box.x + width;
      const apart = Math.min(LEAVE.apart, (2 * LEAVE.most) / Math.max(paths.length - 1, 1));
      const lineTo = (index: number) => {
        // They begin behind the round end of the state, which is drawn over them.
        const from = { x: right - 8, y: middle + (index - (paths.length - 1) / 2) * apart };
        return (to: Point) => bow(from, to);
      };
      const first = { x: right + FAN, y: top + (inner - pathsHeight) / 2 };
      return { ...placed(state, band, box), paths: placedPaths(paths, first, lineTo) };
    },
  };
}

function blockBelow(
  state: StateNode,
  { width, indent, widest }: { width: number; indent: number; widest: number },
): Block {
  const paths = state.paths.map((path) => measuredPath(path, widest));
  return {
    width: 2 * BAND.padding + Math.max(width, ...paths.map((path) => indent + path.width + 4)),
    height: 2 * BAND.padding + STATE_HEIGHT + (paths.length > 0 ? PATH.gap + heightOf(paths) : 0),
    at(band) {
      const box = boxAt(band.x + BAND.padding, band.y + BAND.padding, width);
      const bottom = box.y + STATE_HEIGHT;
      const apart = Math.min(TRUNK.apart, TRUNK.widest / Math.max(paths.length - 1, 1));
      const lineTo = (index: number) => {
        // The first to turn off is the rightmost, so that none crosses another.
        const x = box.x + TRUNK.indent + (paths.length - 1 - index) * apart;
        return (to: Point) => turn({ x, y: bottom - 2 }, to);
      };
      const first = { x: box.x + indent, y: bottom + PATH.gap };
      return { ...placed(state, band, box), paths: placedPaths(paths, first, lineTo) };
    },
  };
}

function placed(state: StateNode, band: Box, box: Box): Omit<PlacedState, 'paths'> {
  const label = stateLabel(state.vmState);
  return { state, label, status: stateLabel(state.status ?? NO_STATUS), band, box };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Puts paths below each other; the line to each of their rows of stops begins where the index of the path puts it. */
function placedPaths(
  paths: readonly MeasuredPath[],
  { x, y }: Point,
  lineTo: (index: number) => (to: Point) => string,
): PlacedPath[] {
  let top = y;
  return paths.map(({ path, caption, lines, height }, index) => {
    const start = top;
    const rowY = (row: number) => start + PATH.caption + row * (STOP_HEIGHT + PATH.gap);
    const begin = lineTo(index);
    top += height + PATH.gap;
    return {
      path,
      caption: { ...caption, x: x + 2, y: start + PATH.caption - 8 },
      lines: lines.map((stops, row) => {
        const last = stops.at(-1);
        const end = x + (last ? last.end - last.width / 2 : 0);
        return `${begin({ x, y: rowY(row) + STOP_HEIGHT / 2 })}H${round(end)}`;
      }),
      stops: lines.flatMap((stops, row) =>
        stops.map(({ stop, label, start, width }) => ({
          stop,
          label,
          box: { x: x + start, y: rowY(row), width, height: STOP_HEIGHT },
        })),
      ),
    };
  });
}

/** A line that leaves a state to the right and swings to the height of its path. */
function bow(from: Point, to: Point): string {
  const bend = (to.x - from.x) * 0.55;
  const swing = `C${round(from.x + bend)} ${round(from.y)} ${round(to.x - bend)} ${round(to.y)}`;
  return `M${round(from.x)} ${round(from.y)}${swing} ${round(to.x)} ${round(to.y)}`;
}

/** A line that goes down from a state and turns off to the right. */
function turn(from: Point, to: Point): string {
  const corner = `Q${round(from.x)} ${round(to.y)} ${round(from.x + TRUNK.turn)} ${round(to.y)}`;
  return `M${round(from.x)} ${round(from.y)}V${round(to.y - TRUNK.turn)}${corner}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function boxAt(x: number, y: number, width: number): Box {
  return { x, y, width, height: STATE_HEIGHT };
}

function heightOf(paths: readonly MeasuredPath[]): number {
  const gaps = PATH.gap * Math.max(paths.length - 1, 0);
  return paths.reduce((sum, { height }) => sum + height, gaps);
}

/** All states are equally wide, so that their paths begin below each other. */
function commonStateWidth({ states }: Picture): number {
  const widths = states.map(({ vmState, status }) =>
    stateWidth(stateLabel(vmState), stateLabel(status ?? NO_STATUS)),
  );
  return Math.max(0, ...widths);
}

/** Spreads blocks over columns in their order, so that the highest is as low as can be. */
function split(blocks: readonly Block[], columns: number): Block[][] {
  const heightOfColumn = (column: readonly Block[]) =>
    column.reduce((sum, { height }) => sum + height + BAND.gap, 0);
  const fill = (limit: number) => {
    const filled: Block[][] = [[]];
    for (const block of blocks) {
      const column = filled.at(-1) ?? [];
      if (column.length > 0 && heightOfColumn(column) + block.height > limit) filled.push([block]);
      else column.push(block);
    }
    return filled;
  };
  let low = heightOfColumn(blocks) / Math.max(columns, 1);
  let high = heightOfColumn(blocks);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(middle).length > columns) low = middle;
    else high = middle;
  }
  return fill(high);
}
