import type { Status } from '../../model';

/** The colours of the map, by names that a page or a file gives its own values for. */
export const HUES = [
  'blue',
  'yellow',
  'orange',
  'purple',
  'cyan',
  'magenta',
  'green',
  'red',
  'grey',
] as const;

/** A colour of the map. */
export type Hue = (typeof HUES)[number];

/** How lines are drawn, for those who do not see colours. */
const STROKES = ['solid', 'dashed', 'dotted'] as const;

/** How a line is drawn. */
export type Stroke = (typeof STROKES)[number];

/** What a status looks like. */
export interface StatusStyle {
  readonly hue: Hue;
  readonly stroke: Stroke;
}

/** What people expect: green runs, red has failed, and what belongs together looks alike. */
const STATUS_STYLES: Readonly<Record<Status, StatusStyle>> = {
  BUILD: { hue: 'blue', stroke: 'solid' },
  REBOOT: { hue: 'yellow', stroke: 'solid' },
  HARD_REBOOT: { hue: 'orange', stroke: 'dashed' },
  REBUILD: { hue: 'purple', stroke: 'solid' },
  MIGRATING: { hue: 'cyan', stroke: 'solid' },
  RESIZE: { hue: 'magenta', stroke: 'solid' },
  ACTIVE: { hue: 'green', stroke: 'solid' },
  SHUTOFF: { hue: 'grey', stroke: 'solid' },
  REVERT_RESIZE: { hue: 'magenta', stroke: 'dotted' },
  VERIFY_RESIZE: { hue: 'magenta', stroke: 'dashed' },
  ERROR: { hue: 'red', stroke: 'solid' },
  DELETED: { hue: 'grey', stroke: 'dashed' },
};

const lookOf = ({ hue, stroke }: StatusStyle) => `${hue} ${stroke}`;
const taken = new Set(Object.values(STATUS_STYLES).map(lookOf));

/** The looks that are left for the statuses of other editions. */
const SPARE: readonly StatusStyle[] = (['dashed', 'dotted', 'solid'] as const)
  .flatMap((stroke) => HUES.map((hue) => ({ hue, stroke })))
  .filter((tone) => !taken.has(lookOf(tone)));

/** What each of the statuses looks like; all differ as long as there are different looks. */
export function statusStylesOf(statuses: readonly string[]): ReadonlyMap<string, StatusStyle> {
  const own: Readonly<Record<string, StatusStyle>> = STATUS_STYLES;
  let next = 0;
  return new Map(
    statuses.map((status) => {
      const tone = Object.hasOwn(own, status) ? own[status] : SPARE[next++ % SPARE.length];
      return [status, tone as StatusStyle];
    }),
  );
}
