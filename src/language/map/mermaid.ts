import type { Path, Picture, StateNode, Stop } from './picture';
import type { Hue, StatusStyle, Stroke } from './status-styles';

/** Colours that can be distinguished on light and on dark ground: Mermaid knows no theme of the editor. */
const COLOURS: Readonly<Record<Hue, string>> = {
  blue: '#2f81f7',
  yellow: '#c29300',
  orange: '#e0700f',
  purple: '#8957e5',
  cyan: '#1298b0',
  magenta: '#cc4bb0',
  green: '#2da44e',
  red: '#e5534b',
  grey: '#808a94',
};

const DASHES: Readonly<Record<Stroke, string>> = { solid: '', dashed: '7 4', dotted: '2 4' };

/**
 * The picture as a Mermaid flow chart. Its links have no arrows: the mapping says which pairs there are, not
 * where an operation leads.
 */
export function mermaidOf({ states, statuses }: Picture): string {
  const styles = new Map(statuses.map(({ status }, index) => [status, `status${index}`]));
  const classOf = (status: string | undefined) => {
    const name = status === undefined ? undefined : styles.get(status);
    return name === undefined ? '' : `:::${name}`;
  };
  const lines = states.flatMap((state, index) => stateLines(state, `s${index}`, classOf));
  const classes = statuses.map(({ tone }, index) => `  classDef status${index} ${styleOf(tone)}`);
  return `${['flowchart LR', ...lines, ...classes].join('\n')}\n`;
}

function stateLines(
  state: StateNode,
  id: string,
  classOf: (status: string | undefined) => string,
): string[] {
  const label = state.status === undefined ? [state.vmState] : [state.vmState, state.status];
  return [
    `  ${id}([${quoted(label)}])${classOf(state.status)}`,
    ...state.paths.flatMap((path, index) => pathLines(path, id, `${id}p${index}`, classOf)),
  ];
}

function pathLines(
  { name, status, stops }: Path,
  state: string,
  id: string,
  classOf: (status: string | undefined) => string,
): string[] {
  return stops.map((stop: Stop, index) => {
    const from =
      index === 0 ? `${state} ---|${quoted([`${name} · ${status}`])}|` : `${id}_${index - 1} ---`;
    return `  ${from} ${id}_${index}(${quoted([stop.label])})${classOf(stop.status)}`;
  });
}

function styleOf({ hue, stroke }: StatusStyle): string {
  const dashes = DASHES[stroke] === '' ? '' : `,stroke-dasharray:${DASHES[stroke]}`;
  return `stroke:${COLOURS[hue]},stroke-width:2px${dashes}`;
}

/** A label of lines, none of them empty. What could mean something to Mermaid or to a page is written by its number. */
function quoted(lines: readonly string[]): string {
  const text = (line: string) =>
    line.replace(/[^\p{L}\p{N} _·()—-]/gu, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      // Control characters and halves of characters have no number that a page would show.
      return code < 0x20 || (code >= 0xd800 && code <= 0xdfff) ? ' ' : `#${code};`;
    });
  return `"${lines.map((line) => text(line) || '—').join('<br/>')}"`;
}
