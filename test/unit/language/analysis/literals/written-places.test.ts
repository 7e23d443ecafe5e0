import { strict as assert } from 'node:assert';
import { complete, diagnose, hover } from '../../../../../src/language';

/**
 * Where a state stands in code: the text with `@` in its place, the state, and the same misspelt. `plausible` places
 * are explained and completed, but nothing is reported there.
 */
type Place = readonly [why: string, text: string, word: string, wrong: string, plausible?: true];

const PLACES: readonly Place[] = [
  // One key that only servers have.
  [
    'comparison in upper case',
    "s['OS-EXT-STS:vm_state'].toUpperCase() === '@'",
    'STOPPED',
    'STPPED',
  ],
  ['with a default', "(s['OS-EXT-STS:vm_state'] || '').toUpperCase() === '@'", 'STOPPED', 'STPPED'],
  [
    'with blanks cut off',
    "s['OS-EXT-STS:vm_state']?.trim().toLowerCase() === '@'",
    'stopped',
    'stpped',
  ],
  [
    'switch in upper case',
    "switch (s['OS-EXT-STS:task_state'].toUpperCase()) { case '@': }",
    'SPAWNING',
    'SPAWNNG',
  ],
  ['choice that is assigned', "s.vm_state = up ? 'active' : '@';", 'stopped', 'stpped'],
  [
    'choice in an object',
    "f({ 'OS-EXT-STS:vm_state': up ? '@' : 'active' });",
    'stopped',
    'stpped',
  ],
  ['class field', "class S { vm_state = '@'; task_state = null; }", 'stopped', 'stpped'],
  [
    'class field with a type',
    "class S { 'OS-EXT-STS:vm_state': string = '@'; }",
    'stopped',
    'stpped',
  ],
  ['default of a parameter', "function f(vm_state = '@') {}", 'stopped', 'stpped', true],
  ['default in a pattern', "const { vm_state = '@' } = s;", 'stopped', 'stpped', true],
  [
    'default in a pattern, by another name',
    "const { 'OS-EXT-STS:vm_state': v = '@' } = s;",
    'stopped',
    'stpped',
  ],
  [
    'schema with an enum',
    "z.object({ 'OS-EXT-STS:vm_state': z.enum(['active', '@']) })",
    'stopped',
    'stpped',
  ],
  [
    'schema with literals',
    "z.object({ vm_state: z.union([z.literal('@'), z.literal('error')]).optional() })",
    'stopped',
    'stpped',
  ],
  [
    'schema of a status',
    "z.object({ 'OS-EXT-STS:vm_state': z.string(), status: z.enum(['ACTIVE', '@']) })",
    'ERROR',
    'EROR',
  ],
  [
    'schema of another library',
    "object({ vm_state: string().oneOf(['active', '@']).required() })",
    'stopped',
    'stpped',
  ],
  [
    'type of a status',
    "interface S { vm_state: string; task_state: string; status: 'ACTIVE' | '@' }",
    'ERROR',
    'EROR',
  ],
  ['enum with another name', "enum NovaVmStateEnum { A = 'active', B = '@' }", 'stopped', 'stpped'],
  // A group.
  ['switch over anything', "switch (x) { case 'SHUTOFF': case '@': }", 'ACTIVE', 'ACTVE'],
  ['list', "const L = ['SHUTOFF', '@'];", 'ACTIVE', 'ACTVE'],
  ['set', "const L = new Set(['VERIFY_RESIZE', '@', 'ERROR']);", 'ACTIVE', 'ACTVE'],
  ['keys of an object', "const L = { SHUTOFF: 'a', '@': 'b', ERROR: 'c' };", 'ACTIVE', 'ACTVE'],
  ['keys of a map', "const L = new Map([['SHUTOFF', 'a'], ['@', 'b']]);", 'ACTIVE', 'ACTVE'],
  ['values of an object', "const L = { OFF: 'SHUTOFF', ON: '@' };", 'ACTIVE', 'ACTVE'],
  ['values of an enum', "enum E { OFF = 'SHUTOFF', ON = '@' }", 'ACTIVE', 'ACTVE'],
  ['values of objects', "const L = [{ value: 'SHUTOFF' }, { value: '@' }];", 'ACTIVE', 'ACTVE'],
  ['union', "type T = 'SHUTOFF' | '@';", 'ACTIVE', 'ACTVE'],
  ['comparisons with one path', "x.a === 'SHUTOFF' || x.a === '@'", 'ACTIVE', 'ACTVE'],
  [
    'comparisons with one path in upper case',
    "(x.a ?? '').toUpperCase() === 'SHUTOFF' || x.a !== '@'",
    'ACTIVE',
    'ACTVE',
  ],
  ['schema of anything', "z.enum(['SHUTOFF', '@'])", 'ACTIVE', 'ACTVE'],
  ['list of task_states', "const L = ['powering-off', 'resize_prep', '@'];", 'spawning', 'spawnng'],
  [
    'list of statuses in lower case',
    "const L = ['shutoff', 'verify_resize', '@'];",
    'active',
    'actve',
  ],
  // A text that is about servers otherwise.
  [
    'one status in lower case in a text that is about servers',
    "import { api } from 'stores/nova/server'; check(['shutoff', '@'], x);",
    'active',
    'actve',
  ],
  [
    'list that is given to what checks a status',
    "import { api } from 'cloud/openstack'; checkStatus(['@'], x);",
    'ACTIVE',
    'ACTVE',
    true,
  ],
  [
    'argument of what checks a state',
    "import { OpenStackVm } from './types'; waitForState(x, '@');",
    'ACTIVE',
    'ACTVE',
    true,
  ],
  [
    'list in which a state is looked up',
    "const KNOWN = ['SHUTOFF', 'ACTIVE']; const ok = ['@'].includes(x.state);",
    'ERROR',
    'EROR',
    true,
  ],
  [
    'list in which half are words of others',
    "const KNOWN = ['SHUTOFF', 'ACTIVE']; const ok = ['@', 'ERROR', 'RESIZING'].includes(x.runtimeState);",
    'RESIZE',
    'RESZE',
    true,
  ],
  [
    'state that is compared by its name',
    "class OpenStackApi {} const ok = vm.state === '@' || instanceStatus === 'x';",
    'ACTIVE',
    'ACTVE',
    true,
  ],
  [
    'status of what is named as a server',
    "import { Nova } from 'openstack-sdk'; const ok = server.status === '@';",
    'ACTIVE',
    'ACTVE',
  ],
  [
    'the same in lower case',
    "f(x['OS-EXT-STS:vm_state']); const ok = instance?.status.toLowerCase() === '@';",
    'verify_resize',
    'verfy_resize',
  ],
  [
    'status that a test expects to be there',
    "expect(s).toHaveProperty('OS-EXT-STS:vm_state', 'error'); expect(s).toHaveProperty('status', '@');",
    'ERROR',
    'EROR',
  ],
  [
    'the same next to a comparison',
    "expect(all[0]).not.toHaveProperty('status', '@'); f(all[0].task_state);",
    'ERROR',
    'EROR',
    true,
  ],
  [
    'status of an object with keys of machines',
    "f({ id: '1', hostId: 'x', status: '@', flavor: { id: '2' } });",
    'ACTIVE',
    'ACTVE',
    true,
  ],
  [
    'status of an object with keys of servers',
    "f({ hostId: 'x', status: '@', 'flavor': {}, 'OS-DCF:diskConfig': 'AUTO' });",
    'ERROR',
    'EROR',
  ],
  ['one status in lower case', "f(['shutoff', '@'], x);", 'active', 'actve', true],
  ['arguments', "f('SHUTOFF', '@');", 'ACTIVE', 'ACTVE', true],
  // A name.
  [
    'list that is named',
    "export const VM_STATES = ['active', 'error', '@'] as const;",
    'stopped',
    'stpped',
  ],
  [
    'object that is named',
    "const VmState = { A: 'active', B: 'error', C: '@' } as const;",
    'stopped',
    'stpped',
  ],
  [
    'labels that are named',
    "const vmStateLabels = { active: 'a', error: 'b', '@': 'c' };",
    'stopped',
    'stpped',
  ],
  [
    'field of a class that is named',
    "class A { static readonly vmStates = ['active', 'error', '@']; }",
    'stopped',
    'stpped',
  ],
  // The status of something that is a server.
  ['status of a server', "server.status === '@'", 'ACTIVE', 'ACTVE', true],
  ['status of an item of servers', "servers[0]?.status === '@'", 'ACTIVE', 'ACTVE', true],
  ['status that is assigned', "vm.status = '@';", 'ACTIVE', 'ACTVE', true],
  ['status that is expected', "expect(instance.status).toBe('@');", 'ACTIVE', 'ACTVE', true],
  ['status in a list', "['@', 'ERROR'].includes(instance.status)", 'ACTIVE', 'ACTVE', true],
  ['status next to a state', "x['OS-EXT-STS:vm_state']; x.status === '@';", 'ACTIVE', 'ACTVE'],
  [
    'status next to a state in a function',
    "function f(x) { g(x['OS-EXT-STS:vm_state']); return x.status === '@'; }",
    'ACTIVE',
    'ACTVE',
  ],
  [
    'status in a switch next to a state',
    "function f(x) { g(x['OS-EXT-STS:vm_state']); switch (x.status) { case '@': } }",
    'ACTIVE',
    'ACTVE',
  ],
  [
    'status in a text about servers',
    "f(a['OS-EXT-STS:vm_state']); x.status === '@'",
    'ACTIVE',
    'ACTVE',
    true,
  ],
];

const JSX_PLACES: readonly Place[] = [
  ['attributes', `<B vmState="@" taskState="spawning" />`, 'active', 'actve'],
  ['attribute with braces', `<B vmState={'@'} taskState="spawning"></B>`, 'active', 'actve'],
  ['attribute alone', `<B vmState="@" />`, 'active', 'actve', true],
];

/** What is reported nowhere: the same shapes of other things. */
const SILENT: readonly (readonly [why: string, text: string])[] = [
  [
    'both spellings',
    "switch (s['OS-EXT-STS:task_state'].toUpperCase()) { case 'POWERING_ON': case 'POWERING-ON': }",
  ],
  ['ports', "port.status === 'ACTVE' || port.status === 'DOWN'"],
  ['power states', 'const L = { RUNNING: 1, SHUTOF: 2, SHUTOFF: 3 };'],
  [
    'words of providers',
    "const L = ['SHUTOFF', 'RESCUED', 'RESIZED', 'RESUMING', 'PREP_RESIZE', 'SHELVING', 'INACTIVE'];",
  ],
  ['operations', "const L = ['SHUTOFF', 'DELETE', 'PAUSE', 'REBOOTS'];"],
  ['the word next to it', "const L = ['SHUTOFF', 'ACTIVE', 'ACTVE'];"],
  ['keys without quotes', "const L = { powering_off: 1, resize_prep: 2, 'powering-on': 3 };"],
  [
    'an item of the same name elsewhere',
    "function f(x) { return x['OS-EXT-STS:vm_state']; } function g(x) { return x.status === 'ACTVE'; }",
  ],
  [
    'a loop variable of the same name',
    "function f() { for (const x of a) g(x['OS-EXT-STS:vm_state']); for (const x of b) g(x.status === 'ACTVE'); }",
  ],
  ['a volume in a text about servers', "f(a['OS-EXT-STS:vm_state']); volume.status === 'eror'"],
  [
    'another word for what a server does',
    "const L = ['SHUTOFF', 'PASSED', 'SELECTED', 'REBUILT'];",
  ],
  [
    'another word of a server',
    "import 'openstack'; server.status === 'BUILT' || vm.status === 'PAUSE' || instance.status === 'RESIDE'",
  ],
  [
    'a status that is compared by its name alone',
    "import 'openstack'; x.state === 'ACTVE' || port.status === 'ACTVE'",
  ],
  [
    'what else is expected',
    "expect(port).toHaveProperty('status', 'ACTVE'); f(s['OS-EXT-STS:vm_state']);",
  ],
  ['what else has a flavor', "f({ status: 'ACTVE', flavor: 'sweet', host: 'x' });"],
  [
    'a type with keys of servers',
    "interface S { status: 'EROR'; hostId: string; flavor: string; key_name: string }",
  ],
  ['state of a component', "import 'openstack'; useState('actve'); setState('eror');"],
  ['steps of a report', "step.task_state === 'reporting' || step.task_state === 'building'"],
  ['states that are named for others', "const taskStates = ['pending', 'running', 'deletin'];"],
];

function textWith([, text]: Place, word: string): string {
  return text.replace('@', word);
}

function describePlaces(languageId: string, places: readonly Place[]) {
  for (const place of places) {
    const [why, text, word, wrong, plausible] = place;
    const settings = { dialect: 'openstack' } as const;
    it(`${why}: ${text}`, () => {
      const right = textWith(place, word);
      const start = text.indexOf('@');
      const found = hover(right, languageId, start + 1, settings);
      assert.ok(found, 'hover');
      assert.equal(right.slice(found.start, found.end).replace(/^["']|["']$/g, ''), word);
      assert.deepEqual(diagnose(right, languageId, settings), []);
      const proposed = complete(textWith(place, ''), languageId, start, settings);
      assert.ok(
        proposed.some(({ label }) => label === word),
        'completion',
      );
      const misspelt = textWith(place, wrong);
      const reported = diagnose(misspelt, languageId, settings).map(
        ({ start: from, end, message }) => [
          misspelt.slice(from, end),
          message.includes(`'${word}'`),
        ],
      );
      assert.deepEqual(reported, plausible ? [] : [[wrong, true]]);
    });
  }
}

describe('places of states in code', () => {
  describePlaces('typescript', PLACES);
  describePlaces('typescriptreact', JSX_PLACES);

  for (const [why, text] of SILENT) {
    it(`nothing is reported of ${why}: ${text}`, () => {
      assert.deepEqual(diagnose(text, 'typescript', { dialect: 'openstack' }), []);
    });
  }
});
