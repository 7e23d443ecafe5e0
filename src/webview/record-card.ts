import type { RecordView } from '../language/map/record';
import type { Translate } from '../language/text/localize';
import type { Row } from '../model';
import { element } from './dom';

const SIGNS: Readonly<Record<RecordView['kind'], string>> = { one: '✓', some: '…', none: '✕' };

/** What the record under the cursor is, where it is, and where it is impossible, what would make it possible. */
export function recordCard(
  view: RecordView | undefined,
  place: string | undefined,
  t: Translate,
  onGo: (row: Row) => void,
): HTMLElement {
  const card = element('section', { class: 'record', 'aria-label': t('Record under the cursor') });
  if (!view) {
    card.classList.add('empty');
    card.append(element('p', {}, t('Put the cursor on a record in the editor to see it here.')));
    return card;
  }
  card.classList.add(view.kind);
  const values = view.values.map(({ field, value }) =>
    element(
      'span',
      { class: 'value' },
      element('span', { class: 'field' }, field),
      ' ',
      element('code', {}, String(value)),
    ),
  );
  card.append(
    element(
      'p',
      { class: 'values' },
      element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[view.kind]),
      ...values,
      element('span', { class: 'place' }, place ?? ''),
    ),
    element('p', { class: 'verdict' }, view.verdict),
    ...view.remarks.map((remark) => element('p', { class: 'remark' }, remark)),
  );
  if (view.waysOut.length > 0) {
    const ways = view.waysOut.map(({ title, row }) => {
      const button = element('button', { type: 'button', class: 'way' }, title);
      button.addEventListener('click', () => onGo(row));
      return element('li', {}, button, element('span', { class: 'place' }, ` → ${row.status}`));
    });
    const heading = element('h2', {}, t('What would make it possible'));
    card.append(heading, element('ul', {}, ...ways));
  }
  return card;
}

/** The same as one text, to be read out. */
export function spokenRecord(view: RecordView | undefined, t: Translate): string {
  if (!view) return '';
  const ways = view.waysOut.map(({ title }) => title);
  const out = ways.length > 0 ? [`${t('What would make it possible')}:`, ways.join('; ')] : [];
  return [view.verdict, ...out].join(' ');
}
