import { filteredRows } from '../language/map/filter';
import { layoutOf } from '../language/map/layout';
import { mermaidOf } from '../language/map/mermaid';
import type { MapData, MapRequest } from '../language/map/messages';
import { type Picture, pictureOf } from '../language/map/picture';
import { type RecordView, viewRecord } from '../language/map/record';
import { svgOf } from '../language/map/svg';
import type { Translate } from '../language/text/localize';
import { english } from '../language/text/localize';
import { extendedRelation, type Relation, type Row, relationOf } from '../model';
import { element } from './dom';
import { Graph } from './graph';
import { Legend } from './legend';
import { filePaint } from './paint';
import { recordCard, spokenRecord } from './record-card';
import { Table } from './table';

/** What the page keeps while it is hidden, and over a restart. */
interface Kept {
  readonly filter?: string;
  readonly picked?: string | undefined;
  readonly isTableFolded?: boolean;
}

declare function acquireVsCodeApi(): {
  postMessage(request: MapRequest): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const editor = acquireVsCodeApi();

/** The page, for one mapping in one language. */
class StateMap {
  readonly #picture: Picture;
  readonly #rowsOf: ReadonlyMap<string, readonly number[]>;
  readonly #graph: Graph;
  readonly #legend: Legend;
  readonly #table: Table;
  readonly #input: HTMLInputElement;
  readonly #card = element('div', { class: 'card' });
  readonly #live = element('div', { class: 'unseen', role: 'status' });
  #picked: string | undefined;
  #view: RecordView | undefined;

  constructor(
    readonly root: HTMLElement,
    private readonly relation: Relation,
    private readonly t: Translate,
    dialect: string,
    kept: Kept,
  ) {
    this.#picture = pictureOf(relation, t);
    const { states, statuses } = this.#picture;
    this.#rowsOf = new Map([
      ...[...states, ...statuses].map(({ key, rows }) => [key, rows] as const),
      ...states.flatMap(({ paths }) =>
        paths.flatMap(({ stops }) => stops.map(({ key, rows }) => [key, rows] as const)),
      ),
    ]);
    const pick = (key: string) => this.#pick(key);
    const drawing = element('div', { class: 'drawing' });
    this.#graph = new Graph(drawing, this.#picture, t, pick);
    this.#legend = new Legend(statuses, t, pick);
    this.#table = new Table(this.#picture, t, {
      onLook: (row) => this.#graph.link(row),
      onGo: (row) => this.#graph.focusRow(row),
      onFold: () => this.#keep(),
    });
    this.#table.isFolded = kept.isTableFolded ?? false;
    const placeholder = t('Filter: state, task, status, operation');
    this.#input = element('input', { type: 'search', placeholder, 'aria-label': placeholder });
    this.#input.value = kept.filter ?? '';
    this.#input.addEventListener('input', () => this.#apply());
    this.#picked = this.#rowsOf.has(kept.picked ?? '') ? kept.picked : undefined;
    root.replaceChildren(
      element(
        'header',
        {},
        element('h1', {}, t('State map'), ' ', element('span', { class: 'place' }, dialect)),
        this.#input,
        element(
          'div',
          { class: 'actions' },
          this.#button(t('Copy as Mermaid'), () => {
            editor.postMessage({ type: 'copy', text: mermaidOf(this.#picture) });
          }),
          this.#button(t('Save as SVG'), () => {
            const options = { paint: filePaint(), interactive: false };
            const text = svgOf(this.#picture, layoutOf(this.#picture), options, t);
            editor.postMessage({ type: 'save', text });
          }),
        ),
      ),
      this.#card,
      this.#live,
      element(
        'main',
        {},
        element(
          'section',
          { class: 'picture', 'aria-label': t('Map of the server states') },
          this.#legend.root,
          element(
            'div',
            { class: 'scroll' },
            drawing,
            element(
              'p',
              { class: 'note' },
              t(
                'A path holds the tasks of one operation, in the order of the table. The table does not show where an operation leads.',
              ),
            ),
          ),
        ),
        this.#table.root,
      ),
    );
    root.addEventListener('keydown', this.#onEscape);
    this.#apply();
  }

  /** Ends what the page listens to. */
  dispose(): void {
    this.#graph.dispose();
    this.root.removeEventListener('keydown', this.#onEscape);
  }

  /** Shows another record, or none. */
  show(record: MapData['record']): void {
    this.#view = record && viewRecord(this.relation, record.row, this.t);
    this.#card.replaceChildren(
      recordCard(this.#view, record?.place, this.t, (row) =>
        this.#graph.focusRow(this.#picture.rows.indexOf(row)),
      ),
    );
    const spoken = spokenRecord(this.#view, this.t);
    // Said again only when it is something else: every movement of the cursor comes here.
    if (this.#live.textContent !== spoken) this.#live.textContent = spoken;
    this.#apply();
    this.#reveal();
  }

  #reveal(): void {
    this.#graph.reveal();
    this.#table.reveal();
  }

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || (this.#input.value === '' && this.#picked === undefined)) return;
    this.#input.value = '';
    this.#picked = undefined;
    this.#apply();
    this.#reveal();
  };

  #button(label: string, onClick: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button', class: 'action' }, label);
    button.addEventListener('click', onClick);
    return button;
  }

  #pick(key: string): void {
    this.#picked = this.#picked === key ? undefined : key;
    this.#apply();
  }

  #apply(): void {
    const filter = this.#input.value;
    const { rows } = this.#picture;
    const chosen = this.#picked === undefined ? undefined : this.#rowsOf.get(this.#picked);
    const visible = new Set(
      [...filteredRows(rows, filter, this.t)].filter((row) => chosen?.includes(row) ?? true),
    );
    const indices = (wanted: readonly Row[] = []) =>
      new Set(wanted.map((row) => rows.indexOf(row)));
    const here = indices(this.#view?.rows);
    const near = indices(this.#view?.waysOut.map(({ row }) => row));
    const wrong = this.#view?.wrongState;
    this.#graph.mark({ picked: this.#picked, visible, here, near, wrong });
    this.#legend.mark(this.#picked);
    this.#table.mark(visible, here, near);
    this.#keep();
  }

  #keep(): void {
    const isTableFolded = this.#table.isFolded;
    editor.setState({ filter: this.#input.value, picked: this.#picked, isTableFolded });
  }
}

let shown: { readonly map: StateMap; readonly of: string } | undefined;

window.addEventListener('message', ({ data }: MessageEvent<MapData>) => {
  const { dialect, additionalRows, language, messages, record } = data;
  const of = JSON.stringify([dialect, additionalRows, language]);
  if (shown?.of !== of) {
    const t: Translate = (message, ...args) =>
      english(Object.hasOwn(messages, message) ? (messages[message] ?? message) : message, ...args);
    shown?.map.dispose();
    document.documentElement.lang = language;
    const relation = extendedRelation(relationOf(dialect), additionalRows);
    const root = document.getElementById('state-map') as HTMLElement;
    const map = new StateMap(root, relation, t, dialect, editor.getState() ?? {});
    shown = { map, of };
  }
  shown.map.show(record);
});

editor.postMessage({ type: 'ready' });
