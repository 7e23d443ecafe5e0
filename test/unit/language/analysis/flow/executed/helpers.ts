/** Functions of one expression, and what else they do than giving a value. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const HELPERS: readonly ExecutedCode[] = [
  inFile(
    'array pattern before',
    "const isOff = ([a], x) => x.vm_state === 'active'; function f(s, o) { if (isOff([s], o) && s.vm_state === 'stopped') {} if (isOff(s, o) && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'helper or call',
    "const isOff = (x) => x.vm_state === 'stopped' || refresh(x); function f(s) { if (s.vm_state !== 'active') return; if (isOff(s) && s.task_state === 'powering-on') {} if (s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper and call',
    "const isOff = (x) => x.vm_state === 'active' && refresh(x); function f(s) { if (s.vm_state !== 'active') return; const v = isOff(s); if (s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper choice call',
    "const isOff = (x) => x.vm_state === 'active' ? refresh(x) : false; function f(s) { if (s.vm_state !== 'active') return; const v = isOff(s); if (s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper with nullish call',
    "const isOff = (x) => (x.name ?? refresh(x)) || x.vm_state === 'active'; function f(s) { if (s.vm_state !== 'active') return; const v = isOff(s); if (s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'forEach of a helper that refreshes',
    "const again = (x) => refresh(x); function f(s, o) { if (s.vm_state !== 'active') return; [s, o].forEach(again); if (s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'some of a helper that refreshes sometimes',
    "const again = (x) => x.vm_state === 'stopped' || refresh(x); function f(s, o) { const all = [s, o]; if (s.vm_state !== 'active') return; all.some(again); if (s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'filter of a helper that refreshes',
    "const again = (x) => x.vm_state === 'active' && (refresh(x) || true); function f(s, o) { return [s, o].filter(again).some((x) => x.task_state === 'powering-on'); }",
  ),
  inFile(
    'filter of a helper that assigns',
    "const again = (x) => x.vm_state === 'active' && (x.vm_state = 'stopped'); function f(s, o) { return [s, o].filter(again).some((x) => x.task_state === 'powering-on'); }",
  ),
  inFunction(
    'helper that reads a captured name of a block',
    "if (s.vm_state === 'active') { const s2 = s; { const s = o; const h = () => s.vm_state === 'stopped'; if (h() && s2) {} } }",
  ),
  inFile(
    'helper of a global that a block shadows',
    "let current; function f() { if (current.vm_state === 'active') { { const current = next(); const h = () => current.vm_state === 'stopped'; if (h()) {} } } }",
    { run: '((current = s), f())' },
  ),
  inFile(
    'a function that for-of assigns',
    "function isOff(x) { return x.vm_state === 'stopped'; } function g() { for (isOff of [() => true]); } function f(s) { g(); if (s.vm_state === 'active' && isOff(s)) {} }",
  ),
  inFile(
    'recursive helper',
    "const any = (x, n) => n === 0 ? x.vm_state === 'active' : any(x, n - 1); function f(s) { if (any(s, 2) && s.vm_state === 'active' && s.task_state === 'rebooting') {} if (!any(s, 2) && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'helper with default',
    "const is = (x, state = 'active') => x.vm_state === state; function f(s) { if (is(s) && s.task_state === 'rebooting') {} if (is(s, 'stopped') && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper with rest',
    "const is = (x, ...states) => states.includes(x.vm_state); function f(s) { if (is(s, 'active', 'stopped') && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper with arguments',
    "function is(x) { return arguments[1] === x.vm_state; } function f(s) { if (is(s, 'stopped') && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper with fewer arguments',
    "const is = (x, y) => x.vm_state === 'active' || y.vm_state === 'stopped'; function f(s, o) { if (is(s, o) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper that asks for missing',
    "const noTask = (x) => x.task_state === undefined; function f(s) { if (noTask(s) && s.status === 'REBOOT') {} }",
    { mayLackTask: true },
  ),
  inFile(
    'helper that asks by in',
    "const hasTask = (x) => 'task_state' in x; function f(s) { if (!hasTask(s) && s.status === 'REBOOT') {} }",
    { mayLackTask: true },
  ),
  inFile(
    'helper that asks by default',
    "const taskOf = ({ task_state = 'none' }) => task_state === 'none'; function f(s) { if (taskOf(s) && s.status === 'REBOOT') {} }",
    { mayLackTask: true },
  ),
  inFunction(
    'filter with a helper that asks for missing',
    "const noTask = (x) => x.task_state === undefined; return [s, o].filter(noTask).some((x) => x.status === 'REBOOT' && x.vm_state === 'active');",
    { mayLackTask: true },
  ),
  inFunction(
    'typeof undefined',
    "if (typeof s.task_state === 'undefined' && s.vm_state === 'active' && s.status === 'REBOOT') {}",
    { mayLackTask: true },
  ),
  inFunction(
    'void 0',
    "if (s.task_state === void 0 && s.vm_state === 'active' && s.status === 'REBOOT') {}",
    { mayLackTask: true },
  ),
  inFile(
    'named undefined',
    "const NONE = undefined; function f(s) { if (s.task_state === NONE && s.vm_state === 'active' && s.status === 'REBOOT') {} }",
    { mayLackTask: true },
  ),
  inFunction(
    'text of undefined',
    "if ('' + s.task_state === 'undefined' && s.vm_state === 'active' && s.status === 'REBOOT') {} if (String(s.task_state) === 'undefined' && s.status === 'REBOOT') {}",
    { mayLackTask: true },
  ),
  inFunction(
    'set with undefined',
    "if (new Set([undefined, 'x']).has(s.task_state) && s.vm_state === 'active' && s.status === 'REBOOT') {}",
    { mayLackTask: true },
  ),
  inFunction(
    'some undefined',
    "if ([undefined, 'x'].some((x) => x === s.task_state) && s.vm_state === 'active' && s.status === 'REBOOT') {}",
    { mayLackTask: true },
  ),
  inFile(
    'helper of a helper',
    "const isOff = (x) => x.vm_state === 'stopped'; const isOn = (x) => !isOff(x); function f(s) { if (isOn(s) && s.task_state === 'powering-on') {} if (!isOn(s) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper of two servers',
    "const same = (x, y) => x.vm_state === y.vm_state; function f(s, o) { if (same(s, o) && s.vm_state === 'stopped' && o.task_state === 'powering-on') {} if (!same(s, s)) {} }",
  ),
  inFile(
    'helper given a server and a state',
    "const is = (x, state) => x.vm_state === state; function f(s, o) { if (is(s, o.vm_state) && s.vm_state === 'stopped') {} if (is(s, 'stopped') && s.task_state === 'powering-on') {} if (is(o, 'active') && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'helper of a pattern with a default',
    "const off = ({ vm_state = 'stopped', task_state }) => vm_state === 'stopped' && task_state === 'rebooting'; function f(s) { if (off(s)) {} if (off(s) && s.vm_state === 'active') {} if (off({ ...s, vm_state: 'stopped' })) {} }",
  ),
  inFile(
    'helper of a member',
    "const off = (x) => x.vm.vm_state === 'stopped'; function f(s, o) { const a = { vm: s }, b = { vm: o }; if (off(a) && b.vm.task_state === 'rebooting') {} if (a.vm.vm_state === 'active' && off(b)) {} a.vm = o; if (a.vm.vm_state === 'active' && off(a)) {} }",
  ),
  inFile(
    'helper that negates',
    "function isIdle({ task_state }) { return !task_state; } function f(s) { if (isIdle(s) && s.vm_state === 'active' && s.status === 'REBOOT') {} if (!isIdle(s) && s.vm_state === 'deleted') {} }",
  ),
  inFile(
    'helper that is a method',
    "const H = { off(x) { return x.vm_state === 'stopped'; }, on: (x) => x.vm_state === 'active' }; function f(s) { if (H.off(s) && s.task_state === 'powering-on') {} H.on = () => true; if (H.on(s) && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'helper with a type predicate',
    "type On = { vm_state: 'active' }; const isOn = (x: any): x is On => x.vm_state === 'active'; function f(s: any) { if (isOn(s) && s.task_state === 'rebooting') {} if (!isOn(s) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'helper that is exported and overloaded',
    "export function isOn(x: string): boolean; export function isOn(x: any): boolean; export function isOn(x: any) { return x.vm_state === 'active'; } function f(s: any) { if (isOn(s) && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'helper given a call',
    "const isOn = (x) => x.vm_state === 'active'; function f(s) { if (isOn(next()) && s.vm_state === 'stopped') {} if (isOn(chance() ? s : next()) && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'helper whose parameter shadows a constant',
    "const STATE = 'active'; const is = (STATE) => STATE === 'stopped'; function f(s) { if (is(s.vm_state) && s.task_state === 'powering-on') {} if (s.vm_state === STATE && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'helper called with this',
    "class A { constructor(vm) { this.vm = vm; } isOff() { return this.vm.vm_state === 'stopped'; } m(o) { if (this.vm.vm_state === 'active' && new A(o).isOff()) {} if (this.isOff() && this.vm.task_state === 'rebooting') {} this.vm = o; if (this.vm.vm_state === 'active') {} } }",
    { run: 'new A(s).m(o)' },
  ),
  inFile(
    'default parameter',
    "const off = (x, { force = true } = {}) => force || x.vm_state === 'stopped'; function f(s) { if (off(s) && s.vm_state === 'active') {} if (off(s, { force: false }) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'curried',
    "const is = (state) => (x) => x.vm_state === state; const isOff = is('stopped'); function f(s, o) { if (isOff(s) && s.vm_state === 'active') {} if ([s, o].filter(is('stopped')).some((x) => x.task_state === 'powering-on')) {} }",
  ),
];
