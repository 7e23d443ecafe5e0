/** Operators, texts and members. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const OPERATORS: readonly ExecutedCode[] = [
  inFunction(
    'delete',
    "if (s.vm_state === 'stopped') { delete s.vm_state; if (!s.vm_state && s.status === 'SHUTOFF') {} if (s.vm_state === undefined && s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'optional chaining',
    "if (s?.vm_state === undefined && s.task_state === 'rebooting') {} if (o?.task_state === null && o.vm_state === 'stopped') {} if (s?.vm_state !== 'stopped' && s?.task_state === 'powering-on') {}",
  ),
  inFunction(
    'optional call',
    "if (s.vm_state !== 'active') return; o.refresh?.(refresh(s)); if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'optional index with assignment',
    "if (s.vm_state !== 'active') return; const x = chance() ? {} : undefined; x?.[(s = o, 'a')]; if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'in',
    "if (!('vm_state' in s) && s.task_state === 'rebooting') {} if ('vm_state' in s && s.vm_state === undefined) {} if (!('task_state' in s) && s.status === 'REBOOT') {}",
    { mayLackTask: true },
  ),
  inFunction(
    'typeof',
    "if (typeof s.vm_state === 'object' && s.task_state === 'rebooting') {} if (typeof s.vm_state !== 'string' && s.vm_state === null) {} if (typeof s.task_state === 'object' && s.vm_state === 'deleted') {}",
  ),
  inFunction(
    'instanceof',
    "class A {} if (s instanceof A && s.vm_state === 'stopped') {} if (s.vm_state instanceof Object && s.vm_state === 'stopped') {}",
  ),
  inFunction(
    'two spellings, first missing',
    "if (!s['OS-EXT-STS:vm_state'] && s.vm_state === 'stopped') {} if (s['OS-EXT-STS:task_state'] === undefined && s.task_state === 'rebooting') {}",
    { mayLackTask: true },
  ),
  inFunction(
    'two spellings, fallback',
    "const task = s['OS-EXT-STS:task_state'] || s.task_state; const vm = s['OS-EXT-STS:vm_state'] || s.vm_state; if (vm === 'stopped' && task === 'powering-on') {} if ((s['OS-EXT-STS:task_state'] ?? s.task_state) === 'rebooting' && vm === 'active') {}",
  ),
  inFunction(
    'two spellings, switch',
    "switch (s['OS-EXT-STS:vm_state']) { case undefined: if (s.vm_state === 'stopped') {} if (s.vm_state === 'active') {} }",
  ),
  inFunction(
    'logical assignment',
    "let x; if ((x ||= s.vm_state === 'stopped') && s.task_state === 'rebooting') {} x = true; if ((x &&= s.vm_state) && s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'sequence',
    "if ((refresh(s), s.vm_state === 'stopped') && (refresh(s), s.task_state === 'rebooting')) {} if (s.vm_state === 'stopped' && (s = o, s.task_state === 'rebooting')) {}",
  ),
  inFunction(
    'increments',
    "let i = 0; const list = [s, o, next(), next()]; if (list[i++].vm_state === 'stopped' && list[i++].task_state === 'rebooting') {}",
  ),
  inFunction(
    'tagged',
    "const tag = () => refresh(s); if (s.vm_state === 'stopped') { tag`x`; if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'order of operands',
    "if (s.vm_state === (refresh(s) ? 'stopped' : 'active') && s.task_state === 'powering-on' && s.status === 'ACTIVE') {} if ([s.vm_state, refresh(s)].includes('stopped') && s.task_state === 'rebooting') {}",
  ),
  inFile(
    'with',
    "function f(s, o) { with ({ s: o }) { if (s.vm_state === 'stopped') {} } if (s.vm_state === 'stopped') { with ({ s: o }) { if (s.task_state === 'rebooting') {} } } }",
    { languageId: 'javascript' },
  ),
  inFunction(
    'texts',
    "if (s.status?.toLowerCase() === 'active' && s.task_state === 'rebooting') {} if (s.vm_state?.includes('st') && s.task_state === 'powering-on') {} if (s.task_state?.indexOf('reboot', 1) === -1 && s.task_state === 'rebooting') {} if (s.task_state?.startsWith('boot', 2) && s.vm_state === 'active') {} if (s.task_state?.slice(0, 3) === 'reb' && s.vm_state === 'active') {}",
  ),
  inFunction(
    'length',
    "if (s.vm_state?.length > 6 && s.task_state === 'powering-on') {} if (!s.vm_state?.length && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'regular expression',
    "if (/^(stopped|error)$/.test(s.vm_state) && s.task_state === 'powering-on') {} if (s.vm_state?.match(/stop/) && s.task_state === 'rebooting') {}",
  ),
  inFile(
    'jsx',
    "function f(s, o) { return <div>{s.vm_state === 'stopped' && <b>{s.task_state === 'powering-on' ? 'x' : 'y'}</b>}{refresh(s)}{s.vm_state === 'active' && s.task_state === 'rebooting'}{[s, o].filter((x) => x.vm_state === 'stopped').map((x) => <i key={refresh(x)}>{x.task_state === 'rebooting'}</i>)}</div>; }",
    { languageId: 'typescriptreact' },
  ),
  inFunction(
    'array methods',
    "const list = [s, o]; list.forEach((x) => { x.reload(); }); if (list.every((x) => x.vm_state === 'stopped') && s.task_state === 'powering-on') {} if (!list.some((x) => x.vm_state === 'stopped') && list.find((x) => x.task_state === 'powering-on')) {}",
  ),
  inFunction(
    'reduce',
    "const all = [s, o].reduce((sum, x) => (x.vm_state === 'stopped' ? { ...sum, task_state: x.task_state } : sum), {}); if (all.task_state === 'powering-on' && s.vm_state === 'stopped') {}",
  ),
  inFunction(
    'findLast with refresh',
    "const t = [s, o].findLast((x) => x.vm_state === 'active' && (refresh(x) || true)); if (t && t.task_state === 'powering-on') {}",
  ),
  inFunction(
    'filter then refresh',
    "const t = [s, o].filter((x) => x.vm_state === 'active').filter((x) => refresh(x) || true).find((x) => x.task_state === 'powering-on'); return t;",
  ),
  inFunction(
    'filter then map',
    "return [s, o].filter((x) => x.vm_state === 'active').map((x) => ({ ...x, vm_state: 'stopped' })).some((x) => x.task_state === 'powering-on' && x.vm_state === 'stopped');",
  ),
  inFunction(
    'loop over filtered that changes',
    "for (const x of [s, o].filter((y) => y.vm_state === 'active')) { if (x.task_state === 'powering-on') {} poll(); if (x.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'loop over filtered that changes others',
    "for (const x of [s, o].filter((y) => y.vm_state === 'active')) { if (x.task_state === 'powering-on') {} refresh(o); }",
  ),
  inFunction(
    'find by reassigned',
    "let state = 'active'; const t = [s, o].find((x) => x.vm_state === state); state = 'stopped'; const u = [s, o].find((x) => x.vm_state === state); if (u && u.task_state === 'powering-on') {}",
  ),
  inFunction(
    'status of the parameter assigned',
    "s.status = 'ACTIVE'; if (s.vm_state === 'stopped' && s.status === 'ACTIVE') {} if (s.vm_state === 'stopped' && s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'Reflect',
    "if (s.vm_state === 'stopped') { Reflect.set(s, 'task_state', 'rebooting'); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'defineProperty',
    "Object.defineProperty(s, 'task_state', { value: 'rebooting', writable: true, configurable: true }); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'defineProperties',
    "Object.defineProperties(s, { task_state: { value: 'rebooting', writable: true, configurable: true } }); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'assign under another name',
    "const { assign } = Object; assign(s, { task_state: 'rebooting' }); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'computed key',
    "const key = 'task_state'; s[key] = 'rebooting'; if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'for in copies',
    "for (const key in o) { s[key] = o[key]; if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'entries copied',
    "for (const [key, value] of Object.entries(o)) { s[key] = value; } if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'entries copied by a callback',
    "Object.keys(o).forEach((key) => { s[key] = o[key]; if (chance()) if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} }); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'assigned in a closure called later',
    "const mark = () => { s.task_state = 'rebooting'; }; mark(); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'assigned in an expression closure',
    "const mark = () => (s.task_state = 'rebooting'); mark(); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'assigned in a nested function',
    "function mark(x) { x.task_state = 'rebooting'; } mark(s); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
];
