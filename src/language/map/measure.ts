import type { Path, Stop } from './picture';

/** The size of the letters of states, of stops, and of what is written above paths. */
export const FONT_SIZE = { state: 14, stop: 11, caption: 10 } as const;

/** The place a caption has above the stops of its path, and the distance between lines of stops. */
export const PATH = { caption: 18, gap: 6 } as const;

/** How wide a letter of a monospaced font is, as a part of its height. */
const LETTER = 0.602;

/** Names longer than this are cut in the picture; its texts have them whole. */
const LONGEST = { state: 24, stop: 40 } as const;

const STATE = { padding: 20, narrowest: 112 } as const;
const STOP = { height: 24, padding: 10, gap: 14 } as const;

/** A stop, how it is written, and where it is in its line. */
export interface MeasuredStop {
  readonly stop: Stop;
  readonly label: string;
  readonly start: number;
  readonly width: number;
  readonly end: number;
}

/** A path whose stops are in lines. */
export interface MeasuredPath {
  readonly path: Path;
  readonly caption: { readonly name: string; readonly status: string };
  readonly lines: readonly (readonly MeasuredStop[])[];
  readonly width: number;
  readonly height: number;
}

/** The height of a stop. */
export const STOP_HEIGHT = STOP.height;

/** The name of a state or a status as it is drawn. */
export function stateLabel(text: string): string {
  return shortened(text, LONGEST.state);
}

/** How wide the node of a state is that has these labels. */
export function stateWidth(label: string, status: string): number {
  const widest = Math.max(
    widthOf(label, FONT_SIZE.state),
    widthOf(status, FONT_SIZE.caption) + STATE.padding,
  );
  return Math.max(STATE.narrowest, widest + 2 * STATE.padding);
}

/** Puts the stops of a path into lines, none of which is wider than wanted unless a single stop is. */
export function measuredPath(path: Path, widest: number): MeasuredPath {
  const lines: MeasuredStop[][] = [[]];
  let start = 0;
  for (const stop of path.stops) {
    const label = shortened(stop.label, LONGEST.stop);
    const width = widthOf(label, FONT_SIZE.stop) + 2 * STOP.padding;
    if (start > 0 && start + width > widest) {
      lines.push([]);
      start = 0;
    }
    lines.at(-1)?.push({ stop, label, start, width, end: start + width });
    start += width + STOP.gap;
  }
  const caption = { name: path.name, status: stateLabel(path.status) };
  return {
    path,
    caption,
    lines,
    width: Math.max(
      widthOf(`${caption.name} · ${caption.status}`, FONT_SIZE.caption),
      ...lines.map((line) => line.at(-1)?.end ?? 0),
    ),
    height: PATH.caption + lines.length * STOP.height + (lines.length - 1) * PATH.gap,
  };
}

/** Letters outside Latin are twice as wide in monospaced fonts, nearly all of them. */
function widthOf(text: string, fontSize: number): number {
  let letters = 0;
  for (const letter of text) letters += letter > '\u2e7f' ? 2 : 1;
  return Math.ceil(letters * fontSize * LETTER);
}

function shortened(text: string, longest: number): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}
