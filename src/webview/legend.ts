import type { StatusEntry } from '../language/map/picture';
import { swatchSvg } from '../language/map/svg';
import type { Translate } from '../language/text/localize';
import { element, svgElement } from './dom';
import { PAGE_PAINT } from './paint';
import { indexAfter, rove } from './roving';

/** The legend: what each status looks like. Choosing one leaves its rows. */
export class Legend {
  readonly root: HTMLElement;
  readonly #buttons: readonly HTMLButtonElement[];

  constructor(statuses: readonly StatusEntry[], t: Translate, onPick: (key: string) => void) {
    this.#buttons = statuses.map(({ key, status, tone, rows }) => {
      const button = element(
        'button',
        {
          type: 'button',
          class: 'legend-entry',
          'aria-pressed': 'false',
          'aria-label': t('{0}, {1} rows', status, rows.length),
          'data-key': key,
        },
        svgElement(swatchSvg(tone, PAGE_PAINT)),
        element('span', {}, status),
      );
      button.addEventListener('click', () => onPick(key));
      return button;
    });
    this.root = element(
      'div',
      { class: 'legend', role: 'toolbar', 'aria-label': t('Statuses') },
      ...this.#buttons,
    );
    rove(this.#buttons, this.#buttons[0], false);
    this.root.addEventListener('keydown', (event) => {
      const index = this.#buttons.indexOf(event.target as HTMLButtonElement);
      const next = indexAfter(event.key, index, this.#buttons.length);
      if (index < 0 || next === undefined) return;
      rove(this.#buttons, this.#buttons[next], true);
      event.preventDefault();
    });
  }

  /** Shows which status is chosen. */
  mark(picked: string | undefined): void {
    for (const button of this.#buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.key === picked));
    }
  }
}
