/** What states are compared with by a detour: values that the code computes, loops, and functions that are followed into. */
import { type Case, found, inFunction, REBOOTING, silent, UNREACHED } from './case';

const THEN = "&& s.task_state === 'rebooting') {}";

const STOPPED_ONLY = [
  "s.vm_state.toUpperCase() === 'STOPPED'",
  "s.vm_state?.toLowerCase() === 'stopped'",
  "String(s.vm_state) === 'stopped'",
  "s.vm_state.startsWith('stop')",
  "['stopped'].some((x) => x === s.vm_state)",
  "['stopped', 'error'].indexOf(s.vm_state) >= 0",
  "['stopped', 'error'].indexOf(s.vm_state) !== -1",
  "['stopped', 'stopped'].includes(s.vm_state)",
  "new Map([['stopped', 1], ['error', 2]]).has(s.vm_state)",
  's.vm_state in { stopped: 1, error: 2 }',
  'Object.hasOwn({ stopped: 1 }, s.vm_state)',
  '({ stopped: true, active: false })[s.vm_state]',
  `\`is \${s.vm_state}\` === 'is stopped'`,
  "(s.vm_state ?? 'active') === 'stopped'",
  "(s.vm_state === 'stopped' ? true : false)",
  "(x, s.vm_state === 'stopped')",
  "(s as Server).vm_state! === ('stopped' as const)",
];

const BEHIND = [
  ['a loop that waits', "while (s.vm_state !== 'stopped') { x++; }"],
  ['a loop that is left', "for (;;) { if (s.vm_state === 'stopped') break; }"],
  [
    'a loop with labels',
    "a: for (const y of o) { for (;;) { if (s.vm_state !== 'stopped') continue a; break a; } } if (s.vm_state !== 'stopped') return;",
  ],
  ['do', "do { x++; } while (s.vm_state !== 'stopped');"],
  [
    'branches that both say something',
    "if (x) { if (s.vm_state !== 'stopped') return; } else if (s.vm_state !== 'error') return;",
  ],
  [
    'a switch that leaves',
    "switch (s.vm_state) { case 'active': case 'building': case 'resized': case 'deleted': case null: case undefined: case '': return; default: }",
  ],
  [
    'a switch with a default first',
    "switch (s.vm_state) { default: return; case 'stopped': x = 1; case 'error': }",
  ],
  ['a block with a label', "a: { if (s.vm_state === 'stopped') break a; return; }"],
  ['try and finally', "try { if (s.vm_state !== 'stopped') return; } finally { x = 1; }"],
].map(([name = '', code = '']) => {
  // A condition that was true is another reason than one that failed.
  const mark = /^(?:a loop that is left|a switch with|a block|branches)/.test(name)
    ? REBOOTING
    : UNREACHED;
  return [name, code, mark] as const;
});

const NAMED = [
  "const OK = ['stopped', 'error'];\nif (OK.includes(s.vm_state) ",
  "const OK = new Set(['stopped', 'error']);\nif (OK.has(s.vm_state) ",
  'const OFF = { stopped: 1, error: 1 };\nif (OFF[s.vm_state] ',
  "const STATE = { off: 'stopped' } as const;\nif (s.vm_state === STATE.off ",
  "const isOff = (x) => x.vm_state === 'stopped';\nif (isOff(s) ",
  "const isOff = ({ vm_state }) => vm_state === 'stopped';\nif (isOff(s) ",
  "const isOff = (state) => state === 'stopped';\nif (isOff(s.vm_state) ",
  "const off = s.vm_state === 'stopped';\nif (off ",
  "const { vm_state: state = 'active' } = s;\nif (state === 'stopped' ",
  "const t = s;\nif (t.vm_state === 'stopped' ",
];

export const FOUND: readonly Case[] = [
  ...STOPPED_ONLY.map((test) => found(test, `if (${test} ${THEN}`, REBOOTING)),
  ...NAMED.map((test) => found(test, `${test}${THEN}`, REBOOTING)),
  ...BEHIND.map(([name, code, mark]) =>
    found(name, `${code} if (s.task_state === 'rebooting') {}`, mark),
  ),
  found(
    'elements that a filter lets through',
    "return o.filter((a) => a.vm_state === 'active').some((b) => b.task_state === 'powering-on');",
    "impossible-condition @ b.task_state === 'powering-on'",
  ),
  found(
    'a repeated case behind others',
    "switch (s.vm_state) { case 'active': x = 1; case 'stopped': break; case 'active': break; default: }",
    "unreachable-case @ 'active'",
  ),
].map(inFunction);

export const SILENT: readonly Case[] = [
  ...[
    "const OK = ['stopped'];\nOK.push('active');\nif (OK.includes(s.vm_state) ",
    "const OK = new Set(['stopped']);\nuse(OK);\nif (OK.has(s.vm_state) ",
    "const isOff = (x) => x.vm_state === 'stopped' || refresh(x);\nif (isOff(s) ",
    'const OFF = { stopped: 1, ...o };\nif (OFF[s.vm_state] ',
    "let off = s.vm_state === 'stopped';\noff = x;\nif (off ",
    "if (s.vm_state.slice(x) === 'stopped' ",
    "if (['stopped', ...x].indexOf(s.vm_state) >= 0 ",
  ].map((test) => silent(test, `${test}${THEN}`)),
  silent(
    'a loop that changes',
    "while (s.vm_state !== 'stopped') { x++; } s = next(); if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'a loop that changes in its middle',
    "for (;;) { if (s.task_state === 'rebooting') break; if (s.vm_state === 'active') return; s = next(); }",
  ),
  silent(
    'a break through a finally that changes',
    "for (;;) { try { if (s.vm_state === 'stopped') break; } finally { s = next(); } } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'a catch behind a call',
    "try { if (s.vm_state !== 'stopped') return; refresh(); } catch {} if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'elements that are changed',
    "return o.filter((a) => a.vm_state === 'active').some((b) => refresh(b) || b.task_state === 'powering-on');",
  ),
].map(inFunction);
