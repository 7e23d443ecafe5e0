import { strict as assert } from 'node:assert';
import { applied, complete, diagnose, hover } from '../../../../../src/language';
import { CURSOR, withCursor } from '../../../../support/cursor';

const VM = "srv['OS-EXT-STS:vm_state']";
const TASK = "srv['OS-EXT-STS:task_state']";

/** `code word` of each diagnostic. */
function found(text: string): string[] {
  return diagnose(text, 'typescript').map(
    ({ code, start, end }) => `${code} ${text.slice(start, end)}`,
  );
}

const FOUND: readonly (readonly [code: string, ...found: string[]])[] = [
  [`${TASK} = 'spawnning';`, 'unknown-task-state spawnning'],
  [`${TASK} ??= 'spawnning';`, 'unknown-task-state spawnning'],
  [`${TASK} ||= 'spawnning';`, 'unknown-task-state spawnning'],
  [`${TASK} = 'starting';`, 'unknown-task-state starting'],
  [`${VM} = 'runing';`, 'unknown-vm-state runing'],
  [`${VM} = 'spawning';`, 'wrong-field spawning'],
  ["s.vm_state = 'stoped';", 'unknown-vm-state stoped'],
  [`expect(${VM}).toBe('actve');`, 'unknown-vm-state actve'],
  [`expect(${VM}).not.toStrictEqual('actve');`, 'unknown-vm-state actve'],
  [`expect(${VM}).to.not.equal('actve');`, 'unknown-vm-state actve'],
  [`assert.deepEqual(${VM}, 'actve');`, 'unknown-vm-state actve'],
  [`assert.strictEqual('actve', ${VM});`, 'unknown-vm-state actve'],
  ["expect(srv).toHaveProperty('OS-EXT-STS:vm_state', 'actve');", 'unknown-vm-state actve'],
  [`const vm = ${VM} ?? 'actve';`, 'unknown-vm-state actve'],
  [`const task = ${TASK} || 'deeting';`, 'unknown-task-state deeting'],
  [`if (${VM} === 'active' && srv.status === 'ACTIV') go();`, 'unknown-status ACTIV'],
  [`if (!(srv?.status !== 'ACTIV' || ${VM} === 'active')) go();`, 'unknown-status ACTIV'],
  [`go(srv.status == 'SHUTOF' && !${TASK} && a.b);`, 'unknown-status SHUTOF'],
  [`const WANT = 'actve'; if (${VM} === WANT) go();`, 'unknown-vm-state actve'],
  [`export const GONE = 'deletd' as const; go(GONE != s.vm_state);`, 'unknown-vm-state deletd'],
  [
    "export const VmState = { ACTIVE: 'active', STOPPED: 'stoped' } as const; s.vm_state === VmState.STOPPED;",
    'unknown-vm-state stoped',
  ],
  [
    `const VM_STATES = Object.freeze({ 'up': "actve" }); switch (${VM}) { case VM_STATES['up']: }`,
    'unknown-vm-state actve',
  ],
];

/** Labels, columns and words for none are written where states are. */
const SILENT: readonly string[] = [
  `${VM} = 'active'; ${TASK} = null; ${TASK} = ''; ${TASK} = 'deleting';`,
  `labels['OS-EXT-STS:vm_state'] = 'State'; widths['OS-EXT-STS:vm_state'] = 'auto';`,
  "sort['OS-EXT-STS:task_state'] = 'asc'; types['OS-EXT-STS:task_state'] = 'keyword';",
  `${VM} === 'active'; labels.vm_state = 'Machine'; filter.task_state = 'eq';`,
  `expect(${VM}).toBe('foo'); assert.equal(${VM}, 'whatever');`,
  `const vm = ${VM} ?? 'unknown'; const shown = ${VM} || 'ERROR'; const task = ${TASK} ?? 'idle';`,
  `const task = ${TASK} || 'loading'; ${TASK} ??= 'none';`,
  "job.status = 'runing'; expect(order.status).toBe('shiped'); assert.equal(volume.status, 'availble');",
  `if (${VM} === 'active' && order.status === 'ACTIV') go(); if (${VM}) s.status === 'ACTIV';`,
  `if (${VM} === 'active' || srv.status === 'READY') go(); f(${VM} === 'active', srv.status === 'DONE');`,
  `let WANT = 'actve'; ${VM} === WANT; const other = 'actve'; function f(other) { return ${VM} === other; }`,
  `const KEY = 'actve'; ${VM} === KEY; ${TASK} === KEY; const ANY = 'whatever'; ${VM} === ANY;`,
  `const S = { A: 'actve' }; S.A = read(); ${VM} === S.A; const T = { B: 'actve' }; ${VM} === T.C;`,
  `import { WANT } from './states'; ${VM} === WANT; const { GONE } = states; ${VM} === GONE;`,
  "const Order = { DONE: 'shiped' }; order.status === Order.DONE; const RUN = 'runing'; job.taskState === RUN;",
  "job.taskState = 'finishd'; expect(job.task_state).toEqual('queud'); job.task_state ?? 'idle';",
];

/** Text with a cursor, and what it is when the state is accepted that begins as the label does. */
const COMPLETED: readonly (readonly [text: string, label: string, after: string])[] = [
  [`${TASK} = '${CURSOR}';`, 'deleting', `${TASK} = 'deleting';`],
  [`${VM} = ${CURSOR};`, 'stopped', `${VM} = 'stopped';`],
  [`s.vm_state ??= 'sto${CURSOR}';`, 'stopped', "s.vm_state ??= 'stopped';"],
  [`expect(${VM}).toBe('${CURSOR}')`, 'stopped', `expect(${VM}).toBe('stopped')`],
  [`expect(${VM}).to.equal(${CURSOR})`, 'stopped', `expect(${VM}).to.equal('stopped')`],
  [`assert.equal(${VM}, ${CURSOR})`, 'stopped', `assert.equal(${VM}, 'stopped')`],
  [`assert.equal('${CURSOR}', ${VM})`, 'stopped', `assert.equal('stopped', ${VM})`],
  [`const vm = ${VM} ?? '${CURSOR}';`, 'stopped', `const vm = ${VM} ?? 'stopped';`],
  [`const vm = ${VM} || ${CURSOR};`, 'stopped', `const vm = ${VM} || 'stopped';`],
  [
    `${VM} === 'active' && srv.status === '${CURSOR}'`,
    'ACTIVE',
    `${VM} === 'active' && srv.status === 'ACTIVE'`,
  ],
  [
    `const WANT = 'stop${CURSOR}'; ${VM} === WANT;`,
    'stopped',
    `const WANT = 'stopped'; ${VM} === WANT;`,
  ],
];

const HOVERED: readonly string[] = [
  `${TASK} = 'dele${CURSOR}ting';`,
  `s.vm_state = 'stop${CURSOR}ped';`,
  `expect(${VM}).toBe('sto${CURSOR}pped');`,
  `assert.equal(${VM}, 'sto${CURSOR}pped');`,
  `const vm = ${VM} ?? 'sto${CURSOR}pped';`,
  `if (${VM} === 'active' && srv.status === 'ACT${CURSOR}IVE') go();`,
  `const WANT = 'sto${CURSOR}pped'; ${VM} === WANT;`,
  `const VmState = { STOPPED: 'sto${CURSOR}pped' } as const; s.vm_state === VmState.STOPPED;`,
];

describe('language: TypeScript, places of states', () => {
  for (const [code, ...expected] of FOUND) {
    it(`reports ${code}`, () => assert.deepEqual(found(code), expected));
  }

  for (const code of SILENT) {
    it(`is silent about ${code}`, () => assert.deepEqual(found(code), []));
  }

  for (const [marked, label, after] of COMPLETED) {
    it(`completes ${marked}`, () => {
      const { text, offset } = withCursor(marked);
      const item = complete(text, 'typescript', offset).find((each) => each.label === label);
      assert.ok(item);
      const { start, end, insertText } = item;
      assert.equal(applied(text, [{ start, end, newText: insertText }]), after);
    });
  }

  for (const marked of HOVERED) {
    it(`explains ${marked}`, () => {
      const { text, offset } = withCursor(marked);
      assert.ok(hover(text, 'typescript', offset));
    });
  }
});
