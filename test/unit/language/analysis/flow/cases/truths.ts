/** Conditions that can come true, though much like ones that cannot. */
import { BOTH, type Case, found, inFunction, REBOOTING, silent } from './case';

const STOPPED = "s.vm_state === 'stopped'";
const STEP = "s.task_state === 'rebooting'";
const PAIR = `if (${BOTH}) {}`;

const ABSENT = ['undefined', "''", 'void 0'].flatMap((value) => [
  silent(
    `not ${value} is not a step`,
    `if (s.task_state !== ${value} && s.vm_state === 'deleted') {}`,
  ),
  silent(
    `what is left behind ${value}`,
    `if (s.task_state === ${value}) return; if (s.vm_state === 'deleted') {}`,
  ),
  silent(
    `not in a list of ${value}`,
    `if (s.vm_state === 'deleted' && ![${value}].includes(s.task_state)) {}`,
  ),
  silent(
    `cases behind ${value}`,
    `if (s.task_state === ${value}) return s.vm_state === 'error'; switch (s.status) { case 'VERIFY_RESIZE': case 'DELETED': }`,
  ),
]);

/** A server may lack its vm_state or its status, and have a task. */
const LACKING = [
  "if (s.vm_state !== 'active' && s.task_state === 'rebooting') {}",
  "if (!(s.vm_state === 'active' || s.vm_state === 'error') && s.task_state === 'rebooting') {}",
  "if (!['active', 'error'].includes(s.vm_state) && s.task_state === 'rebooting') {}",
  "if (s.vm_state === 'active') return; if (s.task_state === 'rebooting') {}",
  "if (s.vm_state === 'active') { x = 1; } else if (s.task_state === 'rebooting') {}",
  "switch (s.vm_state) { case 'active': return; default: if (s.task_state === 'rebooting') {} }",
  "switch (true) { case s.vm_state === 'active': return; case s.task_state === 'rebooting': return; }",
  "if (s.vm_state === 'error' || s.status === 'ERROR') {} s.task_state === 'rebooting';",
  "if (s.vm_state === 'active' && s.status !== 'ACTIVE' && s.task_state === null) {}",
  "if (s.vm_state === 'deleted' && s.task_state !== null) {}",
].map((code) => silent(`what may be lacking: ${code}`, code));

/** The code gives a server a state: its fields need no longer fit each other. */
const ASSIGNED = [
  "s.task_state = 'rebooting';",
  "s['task_state'] = 'rebooting';",
  "s.task_state ??= 'rebooting';",
  "s.task_state ||= 'rebooting';",
  "for (s.task_state of ['rebooting']) {}",
  'for (s.task_state in o) {}',
  "Object.assign(s, { task_state: 'rebooting' });",
  "Reflect.set(s, 'task_state', 'rebooting');",
  'delete s.vm_state;',
  "s.status = 'ACTIVE';",
  "s[props.key] = 'rebooting';",
  "const t = s; t.task_state = 'rebooting';",
  "const g = () => { s.task_state = 'rebooting'; };",
  "const g = () => (s.task_state = 'rebooting');",
].flatMap((change) => [
  silent(`behind ${change}`, `${change} render(s); ${PAIR}`),
  silent(`in a loop with ${change}`, `for (;;) { ${PAIR} { ${change} } }`),
  silent(`in a closure with ${change}`, `${change} o.map(() => { ${PAIR} });`),
  silent(
    `of its copies behind ${change}`,
    `${change} const { vm_state: a, task_state: b } = s; if (a === 'stopped' && b === 'rebooting') {}`,
  ),
]);

const CALLS = [
  'cache.has(s)',
  'api.test(s)',
  'list.includes(s)',
  's.has(1)',
  'log(s)',
  'logger.info(s)',
  '[1].forEach(() => refresh(s))',
].flatMap((call) => [
  silent(`${call} in a condition`, `if (${STOPPED} && ${call} && ${STEP}) {}`),
  silent(`${call} in between`, `if (${STOPPED}) { ${call}; if (${STEP}) {} }`),
]);

const HARMLESS = [
  "['a'].includes(s.name)",
  'names.has(s.name)',
  '/x/.test(s.name)',
  "s.name.startsWith('web')",
  'console.log(s)',
  "logger.info('x', s.vm_state)",
  'new Set([1]).has(x)',
].map((call) => found(`${call} in between`, `if (${STOPPED} && ${call} && ${STEP}) {}`, REBOOTING));

const PATTERNS = [
  '({ vm_state } = next());',
  '({ a: vm_state } = next());',
  '[vm_state] = next();',
  'for (vm_state of o) {}',
  'for ([vm_state] of o) {}',
  'vm_state++;',
].flatMap((change) => [
  silent(
    `a name that ${change} changes`,
    `const g = ({ vm_state, task_state }) => { const h = () => { ${change} }; h(); return vm_state === 'stopped' && task_state === 'rebooting'; };`,
  ),
]);

export const FOUND: readonly Case[] = [
  ...HARMLESS,
  found(
    'a variable of its own making is called status',
    "const status = o.up ? 'on' : 'off'; if (s['OS-EXT-STS:vm_state'] === 'stopped' && s.status === 'ACTIVE') {}",
    "impossible-condition @ s.status === 'ACTIVE'",
  ),
  found(
    'never true by a negation',
    "if (s.vm_state === 'deleted' && !(s.task_state == null || s.task_state === '')) {}",
    "impossible-condition @ !(s.task_state == null || s.task_state === '')",
  ),
  found(
    'never true by a negation of either',
    `if (${STOPPED} && !(o.x || ${STOPPED})) {}`,
    `impossible-condition @ !(o.x || ${STOPPED})`,
  ),
  found(
    'never true by a negation of both',
    `if (${STOPPED} && !(${STOPPED} && s.vm_state !== 'active')) {} s.task_state;`,
    `impossible-condition @ !(${STOPPED} && s.vm_state !== 'active')`,
  ),
  found(
    'within the block of the names',
    "if (x) { const { vm_state, task_state } = s; if (vm_state === 'stopped' && task_state === 'rebooting') {} }",
    "impossible-condition @ task_state === 'rebooting'",
  ),
].map(inFunction);

export const SILENT: readonly Case[] = [
  ...[
    ...ABSENT,
    ...LACKING,
    ...ASSIGNED,
    ...CALLS,
    ...PATTERNS,
    silent(
      'always true next to what decides',
      `if (${STOPPED} && !(${STOPPED} && s.task_state === 'deleting')) {}`,
    ),
    silent(
      'always true, second',
      `if (${STOPPED} && !(s.task_state === 'deleting' && ${STOPPED})) {}`,
    ),
    silent(
      'a call in an earlier label',
      `if (s.vm_state !== 'stopped') return; switch (true) { case refresh(s): return; case ${STEP}: return; }`,
    ),
    silent(
      'a call in a label before',
      `switch (s.vm_state) { case refresh(s): break; case 'stopped': if (${STEP}) {} }`,
    ),
    silent(
      'an assignment in a label',
      `if (s.vm_state !== 'stopped') return; switch (s.task_state) { case (s = o): break; case 'rebooting': break; default: }`,
    ),
  ].map(inFunction),
  silent(
    'a name of an inner block',
    "let vm_state = 'stopped', task_state = o.x; function f(s) { if (x) { const { vm_state, task_state } = s; use(vm_state); } if (vm_state === 'stopped' && task_state === 'rebooting') {} }",
  ),
  silent(
    'a method of this that is called log',
    "class A { log() { this.vm = next(); } m() { if (this.vm.vm_state === 'stopped') { this.log(); if (this.vm.task_state === 'rebooting') {} } } }",
  ),
  silent(
    'a state that another method assigns',
    "class A { set() { this.vm.task_state = 'x'; } m() { if (this.vm.vm_state === 'stopped' && this.vm.task_state === 'rebooting') {} } }",
  ),
  silent(
    'a state that another function assigns',
    `let s; function g() { s.task_state = 'rebooting'; } function f() { ${PAIR} }`,
  ),
];
