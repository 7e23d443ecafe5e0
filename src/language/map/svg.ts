import type { Translate } from '../text/localize';
import type { Box, Layout, PlacedPath, PlacedState, PlacedStop } from './layout';
import { FONT_SIZE } from './measure';
import type { Picture } from './picture';
import type { Hue, StatusStyle, Stroke } from './status-styles';

/** What the picture is drawn with: any colours and fonts that SVG knows. */
export interface Paint {
  readonly hue: Readonly<Record<Hue, string>>;
  /** What is behind the letters of states and stops. */
  readonly ground: string;
  readonly band: string;
  readonly bandBorder: string;
  readonly text: string;
  readonly muted: string;
  readonly font: string;
  readonly monospaced: string;
}

/** What a picture is wanted for: to be looked at, or to be used on a page as well. */
export interface SvgOptions {
  readonly paint: Paint;
  /** Whether states and stops can be chosen: they are buttons then. */
  readonly interactive: boolean;
}

const DASHES: Readonly<Record<Stroke, string>> = { solid: '', dashed: '7 4', dotted: '1.5 4' };

/** The size of what stands for a status in a legend, which wants finer dashes. */
const SWATCH = { width: 24, height: 12 } as const;
const SWATCH_DASHES: Readonly<Record<Stroke, string>> = {
  solid: '',
  dashed: '5 3',
  dotted: '0.5 3.5',
};

/** Characters that XML does not have, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Draws a picture as SVG. Whatever its names are, they are only ever text in it. */
export function svgOf(
  picture: Picture,
  layout: Layout,
  { paint, interactive }: SvgOptions,
  t: Translate,
): string {
  const tones = new Map(picture.statuses.map(({ status, tone }) => [status, tone]));
  const draw = { paint, interactive, t, tones };
  const { width, height } = layout;
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const title = escaped(t('Map of the server states'));
  const legend = interactive ? undefined : legendOf(picture, layout, draw);
  if (!legend) {
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="group" aria-label="${title}">${layout.states.map((state) => stateSvg(state, draw)).join('')}</svg>`;
  }
  const whole = height + legend.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" role="img" aria-label="${title}">`,
    `<title>${title}</title><rect width="${width}" height="${whole}" fill="${escaped(paint.ground)}"/>`,
    ...layout.states.map((state) => stateSvg(state, draw)),
    legend.svg,
    '</svg>',
  ].join('\n');
}

/** A tone as it stands in the picture, small, for a legend next to it. */
export function swatchSvg(tone: StatusStyle, paint: Paint): string {
  const { width, height } = SWATCH;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${swatch(tone, paint, 0, height / 2)}</svg>`;
}

/** Text as it may stand in XML, between tags and in attributes. */
function escaped(text: string): string {
  return text.replace(NOT_XML, '\ufffd').replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
}

interface Draw {
  readonly paint: Paint;
  readonly interactive: boolean;
  readonly t: Translate;
  readonly tones: ReadonlyMap<string, StatusStyle>;
}

function stateSvg(placed: PlacedState, draw: Draw): string {
  const { band, paths, state } = placed;
  const { paint, tones } = draw;
  const { x, y, width, height } = band;
  const place = `x="${x}" y="${y}" width="${width}" height="${height}" rx="12"`;
  const hue = hueOf(state.status === undefined ? undefined : tones.get(state.status), paint);
  return [
    '<g class="block">',
    `<rect class="band" ${place} fill="${escaped(paint.band)}" stroke="${escaped(paint.bandBorder)}"/>`,
    `<rect class="tint" ${place} fill="${hue}" fill-opacity="0.035"/>`,
    // Lines come first, so that they run behind what they join.
    ...paths.map((path) => lineSvg(path, draw)),
    nodeSvg(placed, draw),
    ...paths.flatMap((path) => path.stops.map((stop) => stopSvg(stop, placed, path, draw))),
    '</g>',
  ].join('');
}

function lineSvg(
  { path, caption, lines }: PlacedPath,
  { paint, tones, interactive }: Draw,
): string {
  const stroke = strokeOf(tones.get(path.status), paint);
  const key = interactive ? ` data-path="${escaped(path.key)}"` : '';
  return [
    `<g class="path"${key}>`,
    ...lines.map(
      (line) => `<path class="line" d="${line}" fill="none" stroke-width="3" ${stroke}/>`,
    ),
    `<text class="caption" x="${caption.x}" y="${caption.y}" font-size="${FONT_SIZE.caption}" font-family="${escaped(paint.font)}" fill="${escaped(paint.muted)}">`,
    `${escaped(caption.name)} · <tspan font-weight="600" fill="${escaped(paint.text)}">${escaped(caption.status)}</tspan></text>`,
    '</g>',
  ].join('');
}

function nodeSvg({ state, label, status, box }: PlacedState, draw: Draw): string {
  const { paint, tones, t } = draw;
  const tone = state.status === undefined ? undefined : tones.get(state.status);
  const middle = box.x + box.width / 2;
  // What is read out begins with what is to be seen.
  const name = t('{0} {1}, {2} rows', state.vmState, state.status ?? status, state.rows.length);
  return [
    `<g class="node" ${buttonOf(state.key, name, draw)}>`,
    ring(box, 4, draw),
    rect(box, tone, paint, 2.5),
    `<text class="name" x="${middle}" y="${box.y + 21}" text-anchor="middle" font-size="${FONT_SIZE.state}" font-weight="600" font-family="${escaped(paint.monospaced)}" fill="${escaped(paint.text)}">${escaped(label)}</text> `,
    `<text class="status" x="${middle}" y="${box.y + 37}" text-anchor="middle" font-size="${FONT_SIZE.caption}" font-family="${escaped(paint.font)}" fill="${escaped(paint.muted)}">${escaped(status)}</text>`,
    badge({ x: box.x + box.width - 8, y: box.y + 4 }, draw),
    '</g>',
  ].join('');
}

function stopSvg(
  { stop, label, box }: PlacedStop,
  { state }: PlacedState,
  { path }: PlacedPath,
  draw: Draw,
): string {
  const { paint, tones, t } = draw;
  const name = t('{0}, {1}: {2}; {3}', state.vmState, stop.label, stop.status, path.name);
  return [
    `<g class="stop" ${buttonOf(stop.key, name, draw)}>`,
    ring(box, 3, draw),
    rect(box, tones.get(stop.status), paint, 1.5),
    `<text x="${box.x + box.width / 2}" y="${box.y + 16}" text-anchor="middle" font-size="${FONT_SIZE.stop}" font-family="${escaped(paint.monospaced)}" fill="${escaped(paint.text)}">${escaped(label)}</text>`,
    badge({ x: box.x + box.width, y: box.y + box.height / 2 }, draw),
    '</g>',
  ].join('');
}

function buttonOf(key: string, name: string, { interactive }: Draw): string {
  return interactive
    ? `role="button" tabindex="-1" aria-pressed="false" data-key="${escaped(key)}" aria-label="${escaped(name)}"`
    : '';
}

/** What shows on a page that something has the focus, or is what a record is. */
function ring({ x, y, width, height }: Box, off: number, { interactive }: Draw): string {
  if (!interactive) return '';
  return `<rect class="ring" x="${x - off}" y="${y - off}" width="${width + 2 * off}" height="${height + 2 * off}" rx="${height / 2 + off}" fill="none" stroke="none"/>`;
}

/** What shows on a page whether a record is right here, could be, or cannot: a tick and a cross, of which one is seen. */
function badge({ x, y }: { x: number; y: number }, { interactive }: Draw): string {
  if (!interactive) return '';
  return [
    `<g class="badge"><circle class="disc" cx="${x}" cy="${y}" r="8"/>`,
    `<path class="tick" d="M${x - 3.5} ${y + 0.3}l2.6 2.7l4.6 -5.6" fill="none"/>`,
    `<path class="cross" d="M${x - 3} ${y - 3}l6 6m0 -6l-6 6" fill="none"/></g>`,
  ].join('');
}

function rect(
  { x, y, width, height }: Box,
  tone: StatusStyle | undefined,
  paint: Paint,
  thickness: number,
): string {
  const place = `x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}"`;
  return [
    `<rect class="ground" ${place} fill="${escaped(paint.ground)}"/>`,
    `<rect class="frame" ${place} fill="${hueOf(tone, paint)}" fill-opacity="0.13" stroke-width="${thickness}" ${strokeOf(tone, paint)}/>`,
  ].join('');
}

function hueOf(tone: StatusStyle | undefined, paint: Paint): string {
  return escaped(tone ? paint.hue[tone.hue] : paint.muted);
}

function strokeOf(
  tone: StatusStyle | undefined,
  paint: Paint,
  dashesOf: Readonly<Record<Stroke, string>> = DASHES,
): string {
  const colour = `stroke="${hueOf(tone, paint)}"`;
  const dashes = dashesOf[tone?.stroke ?? 'dotted'];
  return dashes === ''
    ? colour
    : `${colour} stroke-dasharray="${dashes}"${tone?.stroke === 'dotted' ? ' stroke-linecap="round"' : ''}`;
}

function swatch(tone: StatusStyle, paint: Paint, x: number, y: number): string {
  const { width, height } = SWATCH;
  const place = `x="${x + 1}" y="${y - height / 2 + 1}" width="${width - 2}" height="${height - 2}" rx="${height / 2 - 1}"`;
  return `<rect ${place} fill="${hueOf(tone, paint)}" fill-opacity="0.3" stroke-width="2" ${strokeOf(tone, paint, SWATCH_DASHES)}/>`;
}

/** The legend under a picture that stands alone. */
function legendOf(
  { statuses }: Picture,
  { width, height }: Layout,
  { paint }: Draw,
): { svg: string; height: number } {
  const cell = Math.min(
    Math.max(150, ...statuses.map(({ status }) => status.length * 8 + 44)),
    320,
  );
  const perRow = Math.max(1, Math.floor((width - 20) / cell));
  const cells = statuses.map(({ status, tone }, index) => {
    const x = 16 + (index % perRow) * cell;
    const y = height + 12 + Math.floor(index / perRow) * 20;
    return `${swatch(tone, paint, x, y)}<text x="${x + 34}" y="${y + 4}" font-size="${FONT_SIZE.stop}" font-family="${escaped(paint.font)}" fill="${escaped(paint.text)}">${escaped(status.slice(0, 36))}</text>`;
  });
  return { svg: cells.join(''), height: 20 + Math.ceil(statuses.length / perRow) * 20 };
}
