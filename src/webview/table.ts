import type { Picture } from '../language/map/picture';
import { swatchSvg } from '../language/map/svg';
import type { Translate } from '../language/text/localize';
import { FIELDS } from '../model';
import { describe, element, svgElement } from './dom';
import { PAGE_PAINT } from './paint';
import { indexAfter, rove } from './roving';

/** What the table does when one of its rows is used. */
export interface TableEvents {
  /** A row is looked at, or none is any more. */
  readonly onLook: (row: number | undefined) => void;
  /** A row is to be shown in the picture. */
  readonly onGo: (row: number) => void;
  /** The rows are folded away, or shown again. */
  readonly onFold: () => void;
}

/** All rows of the mapping, as far as the filter leaves them. */
export class Table {
  readonly root: HTMLElement;
  readonly #rows: readonly HTMLTableRowElement[];
  readonly #scroller = element('div', { class: 'scroll' });
  readonly #count = element('span', { class: 'count', role: 'status' });
  readonly #fold: HTMLButtonElement;

  constructor(
    private readonly picture: Picture,
    private readonly t: Translate,
    { onLook, onGo, onFold }: TableEvents,
  ) {
    const tones = new Map(picture.statuses.map(({ status, tone }) => [status, tone]));
    this.#rows = picture.rows.map((row, index) => {
      const cells = FIELDS.map((field) => {
        const value = row[field];
        if (field !== 'status') {
          const kind = value === null ? 'cut null' : 'cut';
          const text = element('code', { class: kind, title: String(value) }, String(value));
          return element('td', {}, text);
        }
        const tone = tones.get(row.status);
        const swatch = tone ? [svgElement(swatchSvg(tone, PAGE_PAINT))] : [];
        return element(
          'td',
          { class: 'status' },
          ...swatch,
          element('span', { class: 'cut', title: row.status }, row.status),
        );
      });
      const made = element('tr', { tabindex: -1 }, ...cells);
      made.addEventListener('focus', () => onLook(index));
      made.addEventListener('blur', () => onLook(undefined));
      made.addEventListener('mouseenter', () => onLook(index));
      made.addEventListener('mouseleave', () => onLook(undefined));
      made.addEventListener('click', () => onGo(index));
      return made;
    });
    const head = element(
      'tr',
      {},
      ...FIELDS.map((field) => element('th', { scope: 'col' }, field)),
    );
    const table = element(
      'table',
      { role: 'grid', 'aria-label': t('All rows'), 'aria-rowcount': picture.rows.length + 1 },
      element('thead', {}, head),
      element('tbody', {}, ...this.#rows),
    );
    table.addEventListener('keydown', (event) => this.#onKey(event, onGo));
    this.#scroller.append(table);
    this.#scroller.id = 'rows';
    this.#fold = element(
      'button',
      { type: 'button', class: 'fold', 'aria-expanded': 'true', 'aria-controls': 'rows' },
      t('All rows'),
    );
    this.#fold.addEventListener('click', () => {
      this.isFolded = !this.isFolded;
      onFold();
    });
    this.root = element(
      'section',
      { class: 'rows', 'aria-label': t('All rows') },
      element('p', { class: 'rows-caption' }, this.#fold, this.#count),
      this.#scroller,
    );
  }

  /** Whether only the caption is left of the table, so that the picture has the room. */
  get isFolded(): boolean {
    return this.#scroller.hidden;
  }

  set isFolded(isFolded: boolean) {
    this.#scroller.hidden = isFolded;
    this.#fold.setAttribute('aria-expanded', String(!isFolded));
    this.root.classList.toggle('folded', isFolded);
  }

  /** Shows the rows that are left, and among them what the record is or could be. */
  mark(visible: ReadonlySet<number>, here: ReadonlySet<number>, near: ReadonlySet<number>): void {
    this.#rows.forEach((row, index) => {
      row.hidden = !visible.has(index);
      row.classList.toggle('here', here.has(index));
      row.classList.toggle('near', near.has(index));
      describe(row, near.has(index) && this.t('Would make the record possible'));
      row.setAttribute('aria-rowindex', String(index + 2));
      if (here.has(index)) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    });
    const shown = this.#shown();
    const current = shown.find((row) => row.tabIndex === 0) ?? shown[0];
    rove(this.#rows, current, false);
    const { rows, left } = this.picture;
    const parts = [this.t('{0} of {1} rows', shown.length, rows.length)];
    if (left > 0) parts.push(this.t('… and {0} more', left));
    this.#count.textContent = parts.join(' ');
  }

  /** Brings what the record is, or could be, into sight, unless the picture would have to leave for it. */
  reveal(): void {
    const { scrollHeight, clientHeight } = this.#scroller;
    if (scrollHeight <= clientHeight) return;
    const row = this.#shown().find(({ classList }) =>
      ['here', 'near'].some((name) => classList.contains(name)),
    );
    row?.scrollIntoView({ block: 'nearest' });
  }

  #shown(): HTMLTableRowElement[] {
    return this.#rows.filter(({ hidden }) => !hidden);
  }

  #onKey(event: KeyboardEvent, onGo: (row: number) => void): void {
    const shown = this.#shown();
    const index = shown.indexOf(event.target as HTMLTableRowElement);
    const row = shown[index];
    if (!row) return;
    const next = indexAfter(event.key, index, shown.length);
    if (event.key === 'Enter' || event.key === ' ') onGo(this.#rows.indexOf(row));
    else if (next !== undefined) rove(this.#rows, shown[next], true);
    else return;
    event.preventDefault();
  }
}
