import type { Translate } from '../language/localize';
import { type Layout, layoutOf } from '../language/map/layout';
import { type Direction, neighbour } from '../language/map/neighbour';
import type { Picture } from '../language/map/picture';
import { svgOf } from '../language/map/svg';
import { svgElement } from './dom';
import { PAGE_PAINT } from './paint';
import { rove } from './roving';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** How much smaller than drawn two columns may get before one is better. */
const SMALLEST = 0.8;

/** What is to be seen in the picture. */
export interface GraphMarks {
  /** The place that is chosen. */
  readonly picked: string | undefined;
  /** The rows that the filter leaves. */
  readonly visible: ReadonlySet<number>;
  /** The rows that the record under the cursor agrees with. */
  readonly here: ReadonlySet<number>;
  /** The rows that would make it possible. */
  readonly near: ReadonlySet<number>;
}

/** The picture on the page. */
export class Graph {
  readonly #rowsOf = new Map<string, readonly number[]>();
  #layout: Layout;
  #svg: SVGSVGElement;
  #columns = 1;
  #marks: GraphMarks | undefined;
  readonly #observer: ResizeObserver;

  constructor(
    private readonly container: HTMLElement,
    private readonly picture: Picture,
    private readonly t: Translate,
    private readonly onPick: (key: string) => void,
  ) {
    for (const { key, own, paths } of picture.states) {
      this.#rowsOf.set(key, own);
      for (const { stops } of paths)
        for (const stop of stops) this.#rowsOf.set(stop.key, stop.rows);
    }
    this.#layout = layoutOf(picture, 1);
    this.#svg = this.#draw();
    this.#observer = new ResizeObserver(() => this.#fit());
    this.#observer.observe(container);
  }

  /** Ends what follows the page's size. */
  dispose(): void {
    this.#observer.disconnect();
  }

  /** Shows what is chosen, filtered away, and what the record is. */
  mark(marks: GraphMarks): void {
    this.#marks = marks;
    const { picked, visible, here, near } = marks;
    const has = (rows: readonly number[], among: ReadonlySet<number>) =>
      rows.some((row) => among.has(row));
    const stateRows = new Map(this.picture.states.map(({ key, rows }) => [key, rows]));
    for (const place of this.#places()) {
      const key = place.dataset.key ?? '';
      const rows = this.#rowsOf.get(key) ?? [];
      const isHere = has(rows, here);
      place.setAttribute('aria-pressed', String(key === picked));
      place.classList.toggle('dim', !has(stateRows.get(key) ?? rows, visible));
      place.classList.toggle('here', isHere);
      place.classList.toggle('near', has(rows, near));
      if (isHere) place.setAttribute('aria-current', 'true');
      else place.removeAttribute('aria-current');
    }
  }

  /** Brings what the record is, or could be, into sight. */
  reveal(): void {
    const place = this.#svg.querySelector('.here, .near');
    place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Goes to the place that stands for a row. */
  focusRow(row: number): void {
    const [key] = [...this.#rowsOf].find(([, rows]) => rows.includes(row)) ?? [];
    if (key !== undefined) this.#focus(key);
  }

  /** Shows which place stands for a row that is looked at elsewhere. */
  link(row: number | undefined): void {
    for (const place of this.#places()) {
      const rows = this.#rowsOf.get(place.dataset.key ?? '') ?? [];
      place.classList.toggle('linked', row !== undefined && rows.includes(row));
    }
  }

  #places(): SVGGElement[] {
    return [...this.#svg.querySelectorAll<SVGGElement>('[data-key]')];
  }

  #draw(): SVGSVGElement {
    const svg = svgElement(
      svgOf(this.picture, this.#layout, { paint: PAGE_PAINT, interactive: true }, this.t),
    );
    this.container.replaceChildren(svg);
    const keyAt = (event: Event) =>
      (event.target as Element).closest<SVGGElement>('[data-key]')?.dataset.key;
    svg.addEventListener('click', (event) => {
      const key = keyAt(event);
      if (key === undefined) return;
      this.#focus(key);
      this.onPick(key);
    });
    svg.addEventListener('keydown', (event) => {
      const key = keyAt(event);
      if (key === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const direction = Object.hasOwn(DIRECTIONS, event.key) ? DIRECTIONS[event.key] : undefined;
      if (event.key === 'Enter' || event.key === ' ') this.onPick(key);
      else if (direction) this.#focus(neighbour(this.#layout, key, direction) ?? key);
      else return;
      event.preventDefault();
    });
    const places = [...svg.querySelectorAll<SVGGElement>('[data-key]')];
    rove(places, places[0], false);
    return svg;
  }

  #focus(key: string): void {
    const places = this.#places();
    const place = places.find(({ dataset }) => dataset.key === key);
    if (place) rove(places, place, true);
  }

  /** Spreads the picture over two columns where they are large enough to be read. */
  #fit(): void {
    const room = this.container.clientWidth;
    const wide = layoutOf(this.picture, 2);
    const columns = room >= wide.width * SMALLEST ? 2 : 1;
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#layout = layoutOf(this.picture, columns);
    const focused = (document.activeElement as SVGGElement | null)?.dataset?.key;
    const hadFocus = this.#svg.contains(document.activeElement);
    this.#svg = this.#draw();
    if (this.#marks) this.mark(this.#marks);
    if (hadFocus && focused !== undefined) this.#focus(focused);
  }
}
