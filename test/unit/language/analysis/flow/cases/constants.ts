/** Constants and helper functions at the top of a file, and what is looked for in lists. */
import { type Case, found, REBOOTING, silent } from './case';

const OFF = "const isOff = (x) => x.vm_state === 'stopped';";
const using = (test: string) =>
  `function f(s: Server) { if (${test} && s.task_state === 'rebooting') {} }`;

/** What is declared, and the condition that then means that the server is stopped, or in error. */
const DECLARED: readonly (readonly [string, string])[] = [
  ["const OFF = 'stopped';", 's.vm_state === OFF'],
  ["export const OFF = 'stopped';", 's.vm_state === OFF'],
  ["const OFF = 'stopped', ALL = [OFF, 'error'];", 'ALL.includes(s.vm_state)'],
  ["enum Vm { Off = 'stopped', On = 'active' }", 's.vm_state === Vm.Off'],
  ["export const enum Vm { Off = 'stopped' }", 's.vm_state === Vm.Off'],
  ["const Vm = { Off: 'stopped' } as const;", 's.vm_state === Vm.Off'],
  ["export const Vm = { Off: 'stopped' } as const;", 's.vm_state === Vm.Off'],
  ["export const Vm = Object.freeze({ Off: 'stopped' });", "s.vm_state === Vm['Off']"],
  ["const OFF = ['stopped', 'error'];", 'OFF.includes(s.vm_state)'],
  ["export const OFF: readonly string[] = ['stopped', 'error'];", 'OFF.includes(s.vm_state)'],
  ["const OFF = new Set(['stopped', 'error']);", 'OFF.has(s.vm_state)'],
  ["export const OFF: ReadonlySet<string> = new Set(['error']);", 'OFF.has(s.vm_state)'],
  ["const OFF = new Map([['stopped', 1]]);", 'OFF.has(s.vm_state)'],
  ['const OFF = { stopped: 1, error: 1 };', 's.vm_state in OFF'],
  [OFF, 'isOff(s)'],
  ["const isOff = ({ vm_state }) => vm_state === 'stopped';", 'isOff(s)'],
  ["function isOff(s: Server): s is Off { return s.vm_state === 'stopped'; }", 'isOff(s)'],
  ["const OFF = 'stopped'; const isOff = (state) => state === OFF;", 'isOff(s.vm_state)'],
  [`${OFF} const isOk = (x) => isOff(x) && !x.name;`, 'isOk(s)'],
];

/** What is declared so that nobody knows what it is where it is used. */
const UNSURE: readonly (readonly [string, string])[] = [
  ["let OFF = 'stopped';", 's.vm_state === OFF'],
  ["const OFF = 'stopped'; function g(OFF) {}", 's.vm_state === OFF'],
  ["const OFF = ['stopped']; OFF.push('active');", 'OFF.includes(s.vm_state)'],
  ["export const OFF = ['stopped'];", 'OFF.includes(s.vm_state)'],
  ["const OFF = new Set(['stopped']); fill(OFF);", 'OFF.has(s.vm_state)'],
  ["const OFF = ['stopped']; export { OFF };", 'OFF.includes(s.vm_state)'],
  ["const Vm = { Off: 'stopped' }; Vm.Off = 'active';", 's.vm_state === Vm.Off'],
  ['const OFF = ON, ON = OFF;', 's.vm_state === OFF'],
  ["function isOff(s) { return isOff(s) || s.vm_state === 'stopped'; }", 'isOff(s)'],
  ["function isOff(s) { refresh(s); return s.vm_state === 'stopped'; }", 'isOff(s)'],
  ["async function isOff(s) { return s.vm_state === 'stopped'; }", 'isOff(s)'],
  ["function isOff(s) { return s.vm_state === 'stopped'; } isOff = next;", 'isOff(s)'],
];

const STOPPED = "(x) => x.vm_state === 'stopped'";

/** What gives `s` a stopped server of a list. */
const TAKEN = [
  `const s = all.find(${STOPPED});`,
  `const s = all.findLast(${STOPPED});`,
  `const s = all.filter((x) => x.task_state).find(${STOPPED});`,
  'const s = all.find(isOff);',
];

export const FOUND: readonly Case[] = [
  ...DECLARED.map(([code, test]) => found(code, `${code}\n${using(test)}`, REBOOTING)),
  found('a constant behind its use', `${using('isOff(s)')}\n${OFF}`, REBOOTING),
  found(
    'nothing but constants',
    "enum Vm { Off = 'stopped' } enum Task { Reboot = 'rebooting' } const f = (s) => s.vm_state === Vm.Off && s.task_state === Task.Reboot;",
    'impossible-condition @ s.task_state === Task.Reboot',
  ),
  found(
    'constants as cases',
    "const OFF = 'stopped'; function f(s) { switch (s.vm_state) { case OFF: if (s.task_state === 'rebooting') {} } }",
    REBOOTING,
  ),
  ...TAKEN.map((code) =>
    found(
      code,
      `${OFF} function f(all) { ${code} if (s?.task_state === 'rebooting') {} }`,
      "impossible-condition @ s?.task_state === 'rebooting'",
    ),
  ),
  found(
    'the elements of a loop',
    `function f(all) { for (const s of all.filter(${STOPPED})) { if (s.task_state === 'rebooting') {} } }`,
    REBOOTING,
  ),
  found(
    'a filter by a name',
    `${OFF} const f = (all) => all.filter(isOff).map((s) => s.task_state === 'rebooting');`,
    REBOOTING,
  ),
];

export const SILENT: readonly Case[] = [
  ...UNSURE.map(([code, test]) => silent(code, `${code}\n${using(test)}`)),
  ...TAKEN.map((code) =>
    silent(
      `${code} and none`,
      `${OFF} function f(all) { ${code} if (s?.vm_state === undefined) {} if (s == null || s.task_state === 'powering-on') {} }`,
    ),
  ),
  silent(
    'one that is changed behind',
    `function f(all) { const s = all.find(${STOPPED}); refresh(s); if (s.task_state === 'rebooting') {} }`,
  ),
  silent(
    'elements that a loop changes',
    `function f(all) { for (const s of all.filter(${STOPPED})) { if (s.task_state === 'rebooting') {} refresh(all); } }`,
  ),
];
