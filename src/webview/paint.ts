import { HUES, type Hue } from '../language/map/status-styles';
import type { Paint } from '../language/map/svg';

const hues = Object.fromEntries(HUES.map((hue) => [hue, `var(--map-${hue})`]));

/** What the picture is drawn with on the page: the theme's colours, whichever theme comes. */
export const PAGE_PAINT: Paint = {
  hue: hues as Record<Hue, string>,
  ground: 'var(--map-ground)',
  band: 'var(--map-band)',
  bandBorder: 'var(--map-band-border)',
  text: 'var(--map-text)',
  muted: 'var(--map-muted)',
  font: 'var(--map-font)',
  monospaced: 'var(--map-monospaced)',
};

/** What a picture is drawn with that leaves the page: the theme's colours as they are now. */
export function filePaint(): Paint {
  const probe = document.createElement('span');
  document.body.append(probe);
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const resolved = (colour: string): string => {
    probe.style.color = colour;
    if (!context) return getComputedStyle(probe).color;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    if (alpha === 0) return 'none';
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  const paint: Paint = {
    hue: Object.fromEntries(HUES.map((hue) => [hue, resolved(PAGE_PAINT.hue[hue])])) as Record<
      Hue,
      string
    >,
    ground: resolved(PAGE_PAINT.ground),
    band: resolved(PAGE_PAINT.band),
    bandBorder: resolved(PAGE_PAINT.bandBorder),
    text: resolved(PAGE_PAINT.text),
    muted: resolved(PAGE_PAINT.muted),
    font: 'system-ui, sans-serif',
    monospaced: 'ui-monospace, Menlo, Consolas, monospace',
  };
  probe.remove();
  return paint;
}
