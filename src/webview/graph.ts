import { type Layout, layoutOf, narrowLayoutOf } from '../language/map/layout';
import { type Direction, neighbour } from '../language/map/neighbour';
import type { Picture } from '../language/map/picture';
import { svgOf } from '../language/map/svg';
import type { Translate } from '../language/text/localize';
import { describe, svgElement } from './dom';
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

/** How much smaller than drawn the picture may get, by its columns, before one that needs less room is better. */
const SMALLEST = [
  [2, 0.85],
  [1, 0.78],
] as const;

/** A narrow picture is laid out again for every so many pixels. */
const STEP = 40;

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
  /** The state that it cannot have with its task. */
  readonly wrong: string | undefined;
}

/** The picture on the page. */
export class Graph {
  readonly #rowsOf = new Map<string, readonly number[]>();
  readonly #rowsOfPath: ReadonlyMap<string, readonly number[]>;
  #layout: Layout;
  #svg: SVGSVGElement;
  /** What the layout was made for. */
  #shape = '1 columns';
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
    this.#rowsOfPath = new Map(
      picture.states.flatMap(({ paths }) =>
        paths.map(({ key, stops }) => [key, stops.flatMap(({ rows }) => rows)]),
      ),
    );
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
    const { picked, visible, here, near, wrong } = marks;
    const has = (rows: readonly number[], among: ReadonlySet<number>) =>
      rows.some((row) => among.has(row));
    const states = new Map(this.picture.states.map((state) => [state.key, state]));
    for (const place of this.#places()) {
      const key = place.dataset.key ?? '';
      const rows = this.#rowsOf.get(key) ?? [];
      const isHere = has(rows, here);
      place.setAttribute('aria-pressed', String(key === picked));
      const state = states.get(key);
      place.classList.toggle('dim', !has(state?.rows ?? rows, visible));
      const isWrong = wrong !== undefined && state?.vmState === wrong;
      const isNear = has(rows, near);
      place.classList.toggle('wrong', isWrong);
      place.classList.toggle('here', isHere);
      place.classList.toggle('near', isNear);
      describe(
        place,
        isNear
          ? this.t('Would make the record possible')
          : isWrong && this.t('The record cannot be in this state with its task'),
      );
      if (isHere) place.setAttribute('aria-current', 'true');
      else place.removeAttribute('aria-current');
    }
    for (const path of this.#svg.querySelectorAll<SVGGElement>('[data-path]')) {
      const rows = this.#rowsOfPath.get(path.dataset.path ?? '') ?? [];
      path.classList.toggle('dim', !has(rows, visible));
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

  /** Lays the picture out as the room is: in two columns where they are large enough to be read, narrow where one is not. */
  #fit(): void {
    const room = this.container.clientWidth;
    if (room === 0) return;
    const { shape, layout } = this.#arrange(room);
    if (shape === this.#shape) return;
    this.#shape = shape;
    this.#layout = layout;
    const focused = (document.activeElement as SVGGElement | null)?.dataset?.key;
    const hadFocus = this.#svg.contains(document.activeElement);
    this.#svg = this.#draw();
    if (this.#marks) this.mark(this.#marks);
    if (hadFocus && focused !== undefined) this.#focus(focused);
    else this.reveal();
  }

  #arrange(room: number): { shape: string; layout: Layout } {
    for (const [columns, smallest] of SMALLEST) {
      const layout = layoutOf(this.picture, columns);
      if (room >= layout.width * smallest) return { shape: `${columns} columns`, layout };
    }
    const width = Math.floor(room / STEP) * STEP;
    return { shape: `narrow ${width}`, layout: narrowLayoutOf(this.picture, width) };
  }
}
