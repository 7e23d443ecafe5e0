import { strict as assert } from 'node:assert';
import { type Picture, pictureOf } from '../../../../src/language/map/picture';
import { statusStylesOf } from '../../../../src/language/map/status-styles';
import { english } from '../../../../src/language/text/localize';
import {
  createRelation,
  DIALECTS,
  extendedRelation,
  HUAWEI_CLOUD,
  relationOf,
} from '../../../../src/model';

/** Every place of a picture with the rows it stands for. */
function places({ states }: Picture): { key: string; rows: readonly number[] }[] {
  return states.flatMap(({ key, own, paths }) => [
    { key, rows: own },
    ...paths.flatMap(({ stops }) => stops),
  ]);
}

/** The picture as people would tell it: each state, and its paths as `operation STATUS: steps`. */
function told(picture: Picture): Record<string, string[]> {
  return Object.fromEntries(
    picture.states.map(({ vmState, status, paths }) => [
      `${vmState} ${status}`,
      paths.map(
        ({ operation, status: shown, stops }) =>
          `${operation.name} ${shown}: ${stops.map(({ label }) => label).join(', ')}`,
      ),
    ]),
  );
}

const MANY = Array.from({ length: 3000 }, (_, index) => ({
  vm_state: `state${index % 7}`,
  task_state: `step${index}`,
  status: 'BUSY',
}));

const RELATIONS = [
  ...DIALECTS.map((dialect) => [dialect, relationOf(dialect)] as const),
  ['nothing', createRelation([])],
  [
    'a pair twice',
    createRelation([
      ['a', 'b', 'C'],
      ['a', 'b', 'D'],
      ['a', 'b', 'D'],
      ['a', null, 'C'],
      ['a', null, 'D'],
    ]),
  ],
  ['names that are everybody’s', createRelation([['__proto__', 'constructor', 'toString']])],
] as const;

describe('the picture of the mapping', () => {
  for (const [name, relation] of RELATIONS) {
    it(`has every row in exactly one place: ${name}`, () => {
      const picture = pictureOf(relation, english);
      const drawn = places(picture).flatMap(({ rows }) => rows);
      assert.deepEqual(
        [...drawn].sort((a, b) => a - b),
        relation.rows.map((_, index) => index),
      );
      assert.equal(picture.left, 0);
    });

    it(`gives each place a key of its own, and the state and the status of its rows: ${name}`, () => {
      const picture = pictureOf(relation, english);
      const keys = places(picture).map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length);
      for (const { vmState, rows, paths } of picture.states) {
        for (const row of rows) assert.equal(picture.rows[row]?.vm_state, vmState);
        for (const { status, rows: steps } of paths.flatMap(({ stops }) => stops)) {
          for (const row of steps) {
            assert.equal(picture.rows[row]?.vm_state, vmState);
            assert.equal(picture.rows[row]?.status, status);
          }
        }
      }
    });
  }

  it('is this one for the default mapping', () => {
    assert.deepEqual(told(pictureOf(HUAWEI_CLOUD, english)), {
      'building BUILD': ['create BUILD: scheduling, block_device_mapping, networking, spawning'],
      'active ACTIVE': [
        'soft reboot REBOOT: rebooting, reboot_pending, reboot_started',
        'forced reboot HARD_REBOOT: rebooting_hard, reboot_pending_hard, reboot_started_hard',
        'rebuild REBUILD: rebuilding, rebuild_block_device_mapping, rebuild_spawning',
        'live migration MIGRATING: migrating',
        'stop ACTIVE: powering-off',
        'delete ACTIVE: deleting',
      ],
      'stopped SHUTOFF': [
        'resize (flavor change) RESIZE: resize_prep, resize_migrating, resize_migrated, resize_finish',
        'rebuild REBUILD: rebuilding, rebuild_block_device_mapping, rebuild_spawning',
        'start SHUTOFF: powering-on',
        'delete SHUTOFF: deleting',
      ],
      'resized VERIFY_RESIZE': ['resize rollback REVERT_RESIZE: resize_reverting'],
      'error ERROR': [
        'rebuild REBUILD: rebuilding, rebuild_block_device_mapping, rebuild_spawning',
        'delete ERROR: deleting',
      ],
      'deleted DELETED': [],
    });
  });

  it('draws steps that tell nothing as one, and those that an edition names one by one', () => {
    const { 'building BUILD': building, 'shelved SHELVED': shelved } = told(
      pictureOf(relationOf('openstack'), english),
    );
    assert.deepEqual(building, [
      'create BUILD: scheduling, block_device_mapping, networking, spawning',
      'no operation BUILD: 38 tasks',
    ]);
    assert.match(shelved?.[0] ?? '', /: shelving, shelving_image_pending_upload/);
    assert.deepEqual(shelved?.slice(1), [
      'unshelve SHELVED: unshelving',
      'no operation SHELVED: 38 tasks',
    ]);
  });

  it('stays readable for every edition', () => {
    for (const dialect of DIALECTS) {
      const picture = pictureOf(relationOf(dialect), english);
      assert.ok(places(picture).length < 80, dialect);
    }
  });

  it('shows a row that takes the place of another', () => {
    const row = { vm_state: 'active', task_state: 'migrating', status: 'MOVING' };
    const { 'active ACTIVE': active } = told(
      pictureOf(extendedRelation(HUAWEI_CLOUD, [row]), english),
    );
    assert.ok(active?.includes('live migration MOVING: migrating'));
    assert.ok(!active?.some((path) => path.includes('MIGRATING')));
  });

  it('tells how many rows are too many to be drawn', () => {
    const picture = pictureOf(extendedRelation(HUAWEI_CLOUD, MANY), english);
    assert.equal(picture.rows.length, 2000);
    assert.equal(picture.left, 1036);
    assert.ok(places(picture).length < 60);
  });
});

describe('the looks of the statuses', () => {
  for (const dialect of DIALECTS) {
    it(`differ: ${dialect}`, () => {
      const { status } = relationOf(dialect).values;
      const looks = [...statusStylesOf(status).values()].map(
        ({ hue, stroke }) => `${hue} ${stroke}`,
      );
      assert.equal(new Set(looks).size, status.length);
    });
  }

  it('are there for more statuses than looks', () => {
    const statuses = Array.from({ length: 100 }, (_, index) => `STATUS${index}`);
    for (const tone of statusStylesOf(statuses).values()) assert.ok(tone.hue && tone.stroke);
  });
});
