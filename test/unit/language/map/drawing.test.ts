import { strict as assert } from 'node:assert';
import { type Layout, layoutOf, narrowLayoutOf } from '../../../../src/language/map/layout';
import { mermaidOf } from '../../../../src/language/map/mermaid';
import { type Direction, neighbour } from '../../../../src/language/map/neighbour';
import { pictureOf } from '../../../../src/language/map/picture';
import { HUES, type Hue } from '../../../../src/language/map/status-styles';
import { type Paint, svgOf } from '../../../../src/language/map/svg';
import { english } from '../../../../src/language/text/localize';
import {
  createRelation,
  DIALECTS,
  HUAWEI_CLOUD,
  type Relation,
  relationOf,
} from '../../../../src/model';
import { chinese } from '../../../support/localize';

const PAINT: Paint = {
  hue: Object.fromEntries(HUES.map((hue) => [hue, '#123456'])) as Record<Hue, string>,
  ground: '#fff',
  band: '#eee',
  bandBorder: 'none',
  text: '#000',
  muted: '#777',
  font: 'sans-serif',
  monospaced: "'a', monospace",
};

const HOSTILE = [
  '<script>alert(1)</script>',
  '"/><image href="x" onerror="alert(1)"/>',
  "' onclick='x",
  '&amp; &lt; ]]> <!-- -->',
  'a\u0000b\u0008c\uffff',
  '\ud800 \udfff',
  '虚拟机状态🙂',
  'x'.repeat(10_000),
  'end\n  click s0 "javascript:alert(1)"',
  '%%{init: {}}%% #quot; `x` |y| ]) --> z',
  '',
];
const HOSTILE_RELATION = createRelation(
  HOSTILE.flatMap((name): [string, string | null, string][] => [
    [name, null, name],
    [name, name, name],
  ]),
);
const RELATIONS: [string, Relation][] = [
  ...DIALECTS.map((dialect): [string, Relation] => [dialect, relationOf(dialect)]),
  ['hostile names', HOSTILE_RELATION],
  ['nothing', createRelation([])],
];

function svg(relation: Relation, interactive: boolean): string {
  const picture = pictureOf(relation, english);
  return svgOf(picture, layoutOf(picture), { paint: PAINT, interactive }, english);
}

/** The tags of a well-formed XML text; throws where it is none. */
function tagsOf(xml: string): string[] {
  const open: string[] = [];
  const tags: string[] = [];
  const rest = xml.replace(
    /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="(?:[^"&<]|&(?:amp|lt|gt|quot|#39);)*")*)\s*(\/?)>/g,
    (_, closing: string, name: string, attributes: string, empty: string) => {
      if (closing) assert.equal(open.pop(), name);
      else {
        const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, attribute]) => attribute);
        assert.equal(new Set(names).size, names.length, attributes);
        tags.push(name);
        if (!empty) open.push(name);
      }
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that XML does not have
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  return tags;
}

describe('the map as SVG', () => {
  for (const [name, relation] of RELATIONS) {
    for (const interactive of [true, false]) {
      it(`is well-formed and holds shapes and text only: ${name}, ${interactive ? 'page' : 'file'}`, () => {
        const known = ['svg', 'title', 'g', 'rect', 'path', 'text', 'tspan', 'circle'];
        const strangers = tagsOf(svg(relation, interactive)).filter((tag) => !known.includes(tag));
        assert.deepEqual(strangers, []);
      });
    }
  }

  it('has nothing that could run or load, and no style that a strict page forbids', () => {
    for (const interactive of [true, false]) {
      const text = svg(HOSTILE_RELATION, interactive);
      const attributes = [...text.matchAll(/ ([\w:-]+)="(?=[^<]*>)/g)].map(
        ([, name]) => name ?? '',
      );
      assert.ok(attributes.length > 100);
      for (const name of attributes) assert.doesNotMatch(name, /^on|^style$|href/);
    }
  });

  it('has a button with a name for each place on a page, and none in a file', () => {
    const picture = pictureOf(HUAWEI_CLOUD, english);
    const page = svg(HUAWEI_CLOUD, true);
    assert.equal(page.match(/role="button"/g)?.length, 36);
    assert.equal(page.match(/aria-label="[^"]{5,}"/g)?.length, 37);
    for (const { key } of picture.states) {
      assert.ok(page.includes(`data-key="${key.replaceAll('"', '&quot;')}"`));
    }
    assert.match(page, /aria-label="active ACTIVE, 13 rows"/);
    assert.match(page, /aria-label="stopped, powering-on: SHUTOFF; start"/);
    assert.doesNotMatch(svg(HUAWEI_CLOUD, false), /tabindex|role="button"/);
  });

  it('names every state, step and status, in a file with the legend', () => {
    const text = svg(HUAWEI_CLOUD, false);
    const { vm_state, task_state, status } = HUAWEI_CLOUD.values;
    for (const name of [...vm_state, ...task_state, ...status]) {
      if (name !== null) assert.ok(text.includes(`>${name}<`), name);
    }
  });
});

/** Every box of a layout, without the bands behind. */
function boxes({ states }: Layout) {
  return states.flatMap(({ box, paths }) => [
    box,
    ...paths.flatMap(({ stops }) => stops.map((stop) => stop.box)),
  ]);
}

/** What a layout is made of, by how it is laid out. */
const LAYOUTS: readonly [string, (relation: Relation) => Layout][] = [
  ...[1, 2, 3].map((columns): [string, (relation: Relation) => Layout] => [
    `${columns} columns`,
    (relation) => layoutOf(pictureOf(relation, english), columns),
  ]),
  ...[0, 320, 480].map((width): [string, (relation: Relation) => Layout] => [
    `narrow, ${width}`,
    (relation) => narrowLayoutOf(pictureOf(relation, english), width),
  ]),
];

describe('the layout of the map', () => {
  for (const [name, relation] of RELATIONS) {
    for (const [shape, lay] of LAYOUTS) {
      it(`keeps everything apart and inside: ${name}, ${shape}`, () => {
        const layout = lay(relation);
        const all = boxes(layout);
        for (const [index, a] of all.entries()) {
          assert.ok(a.x >= 0 && a.y >= 0);
          assert.ok(a.x + a.width <= layout.width && a.y + a.height <= layout.height);
          for (const b of all.slice(index + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y;
            assert.ok(apart, JSON.stringify([a, b]));
          }
        }
      });
    }
  }

  it('is lower in two columns', () => {
    const picture = pictureOf(HUAWEI_CLOUD, english);
    assert.ok(layoutOf(picture, 2).height < layoutOf(picture, 1).height * 0.7);
  });

  for (const width of [340, 400, 600]) {
    it(`fits into a room of ${width}`, () => {
      const layout = narrowLayoutOf(pictureOf(HUAWEI_CLOUD, english), width);
      assert.ok(layout.width <= width, `${layout.width}`);
    });
  }

  it('does not let one long name make all states wide', () => {
    const long = createRelation([
      ...HUAWEI_CLOUD.rows.map(
        ({ vm_state, task_state, status }): [string, string | null, string] => [
          vm_state,
          task_state,
          status,
        ],
      ),
      ['x'.repeat(1000), null, 'y'.repeat(1000)],
    ]);
    const widthOf = (relation: Relation) =>
      layoutOf(pictureOf(relation, english)).states[0]?.box.width ?? 0;
    assert.ok(widthOf(long) < 2.5 * widthOf(HUAWEI_CLOUD));
    const drawn = svg(long, false).match(/(?<=>)[^<]+/g) ?? [];
    for (const text of drawn) assert.ok(text.length <= 40, text);
  });
});

describe('arrow keys in the map', () => {
  const picture = pictureOf(HUAWEI_CLOUD, english);
  const layout = layoutOf(picture, 1);
  const names = new Map(
    picture.states.flatMap(({ key, vmState, paths }) => [
      [key, vmState] as const,
      ...paths.flatMap(({ stops }) =>
        stops.map((stop) => [stop.key, `${vmState}/${stop.label}`] as const),
      ),
    ]),
  );
  const keyOf = (name: string) => [...names].find(([, other]) => other === name)?.[0] ?? '';

  it('lead from a state to its nearest path, also where that is below', () => {
    const narrow = narrowLayoutOf(picture, 400);
    const reached = neighbour(narrow, keyOf('active'), 'right');
    assert.equal(reached && names.get(reached), 'active/rebooting');
  });

  const cases: [string, Direction, string | undefined][] = [
    ['active', 'down', 'stopped'],
    ['active', 'up', 'building'],
    ['building', 'up', undefined],
    ['deleted', 'down', undefined],
    ['deleted', 'right', undefined],
    ['active', 'left', undefined],
    ['active', 'right', 'active/rebuilding'],
    ['active/rebuilding', 'left', 'active'],
    ['active/rebuilding', 'right', 'active/rebuild_block_device_mapping'],
    ['active/rebuild_spawning', 'right', undefined],
    ['active/rebooting', 'down', 'active/rebooting_hard'],
    ['active/deleting', 'down', 'stopped/resize_prep'],
    ['active/rebuild_spawning', 'down', 'active/migrating'],
    ['error/deleting', 'first', 'building'],
    ['active/rebooting', 'last', 'deleted'],
  ];
  for (const [from, direction, to] of cases) {
    it(`${direction} from ${from}: ${to ?? 'nowhere'}`, () => {
      const reached = neighbour(layout, keyOf(from), direction);
      assert.equal(reached && names.get(reached), to);
    });
  }

  it('reach every place', () => {
    const directions: Direction[] = ['left', 'right', 'up', 'down'];
    const seen = new Set([layout.states[0]?.state.key ?? '']);
    for (const key of seen) {
      for (const direction of directions) {
        const next = neighbour(layout, key, direction);
        if (next !== undefined) seen.add(next);
      }
    }
    assert.deepEqual(seen, new Set(names.keys()));
  });

  it('begin anew from a place that is gone', () => {
    assert.equal(neighbour(layout, 'gone', 'down'), layout.states[0]?.state.key);
  });
});

describe('the map as Mermaid', () => {
  const mermaid = (relation: Relation) => mermaidOf(pictureOf(relation, english));

  it('has a node for every row, joined without arrows', () => {
    const text = mermaid(HUAWEI_CLOUD);
    assert.match(text, /^flowchart LR\n {2}s0\(\["building<br\/>BUILD"\]\):::status0\n/);
    assert.ok(text.includes('  s0 ---|"create · BUILD"| s0p0_0("scheduling"):::status0\n'));
    assert.ok(text.includes('  s0p0_0 --- s0p0_1("block_device_mapping"):::status0\n'));
    assert.equal(text.match(/:::status\d+$/gm)?.length, 36);
    assert.equal(text.match(/^ {2}classDef /gm)?.length, 12);
    assert.doesNotMatch(text, /-->|->/);
  });

  it('is in the reader’s language', () => {
    const text = mermaidOf(pictureOf(HUAWEI_CLOUD, chinese));
    assert.ok(text.includes('"普通重启 · REBOOT"'));
  });

  it('keeps hostile names inside their labels', () => {
    const line =
      /^(?:flowchart LR| {2}(?:s\d+(?:p\d+_\d+)? ---(?:\|"[^"\n]+"\|)? )?s\d+(?:p\d+_\d+)?(?:\(\["[^"\n]+"\]\)|\("[^"\n]+"\)):::status\d+| {2}classDef status\d+ [\w#:,. -]+|)$/;
    for (const written of mermaid(HOSTILE_RELATION).split('\n')) assert.match(written, line);
    assert.doesNotMatch(mermaid(HOSTILE_RELATION).replaceAll('<br/>', ''), /[<>`%&]/);
  });
});
