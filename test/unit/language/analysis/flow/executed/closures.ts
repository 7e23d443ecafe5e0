/** Functions that run at another time. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const CLOSURES: readonly ExecutedCode[] = [
  inFunction(
    'closure that assigns',
    "const set = () => { s = o; }; if (s.vm_state === 'stopped') { set(); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'closure called by a callback',
    "const set = () => { s = o; }; if (s.vm_state === 'stopped') { [1].forEach(set); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'log that assigns',
    "const log = () => { s = o; }; if (s.vm_state === 'stopped') { log('x'); if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'log of the file that assigns',
    "let s; function log() { s = next(); } function f(x) { s = x; if (s.vm_state === 'stopped') { log('x'); if (s.task_state === 'rebooting') {} } }",
  ),
  inFunction(
    'a logger of its own',
    "const logger = { info: () => { refresh(s); } }; if (s.vm_state === 'stopped') { logger.info('x'); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'has of its own',
    "const cache = { has: () => refresh(s) }; if (s.vm_state === 'stopped') { cache.has('x'); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'JSON with a reviver',
    "const revive = () => { refresh(s); }; if (s.vm_state === 'stopped') { JSON.parse('[1]', revive); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'JSON with a replacer',
    "const replace = (k, v) => { refresh(s); return v; }; if (s.vm_state === 'stopped') { JSON.stringify([1], replace); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'console of its own',
    "const console = { log: (x) => refresh(x) }; if (s.vm_state === 'stopped') { console.log(s); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'closure in a loop',
    "const all = []; for (const x of several()) { if (x.vm_state === 'stopped') all.push(() => x.task_state === 'rebooting'); } poll(); return all.map((g) => g());",
  ),
  inFunction(
    'closure of a name',
    "const vm = s.vm_state; const g = () => vm === 'stopped' && s.task_state === 'rebooting'; poll(); return g();",
  ),
  inFunction(
    'closure of two names read apart',
    "const vm = s.vm_state; refresh(s); const task = s.task_state; const g = () => vm === 'stopped' && task === 'rebooting'; return g();",
  ),
  inFunction(
    'let that a closure changes',
    "let vm = s.vm_state; const set = () => { vm = 'stopped'; }; const task = s.task_state; set(); if (vm === 'stopped' && task === 'rebooting') {}",
  ),
  inFunction(
    'let that is counted on',
    "let vm = s.vm_state; for (const x of several()) { if (vm === 'stopped' && x.task_state === 'rebooting') {} vm = x.vm_state; }",
  ),
  inFunction(
    'let assigned in a branch',
    "let t = s; if (chance()) { t = o; } if (s.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFunction(
    'var declared twice',
    "var t = s; if (t.vm_state === 'stopped') { var t = o; if (t.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'immediately called',
    "if (s.vm_state === 'stopped') { (() => { s = o; })(); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'generator',
    "function* g() { yield s; s = o; yield s; } for (const x of g()) { if (x.vm_state === 'stopped') { if (s.task_state === 'rebooting') {} } } if (s.vm_state === 'active' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'generator steps',
    "const g = (function* () { refresh(s); })(); if (s.vm_state === 'stopped') { g.next(); if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'async',
    "async function f(s) { if (s.vm_state !== 'stopped') return; await load(); if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'for await',
    "async function f(s) { if (s.vm_state !== 'stopped') return; for await (const x of [load()]) { if (s.task_state === 'rebooting') {} } if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'await in a text',
    "async function f(s) { if (s.vm_state !== 'stopped') return; const t = 'x' + (await load()); if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'await in a default',
    "async function f(s) { if (s.vm_state !== 'stopped') return; const { a = await load() } = {}; if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'generator function',
    "function* f(s) { if (s.vm_state !== 'stopped') return; const x = yield; if (s.task_state === 'rebooting') {} yield* []; if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'async generator',
    "async function* f(s) { if (s.vm_state !== 'stopped') return; yield 1; if (s.task_state === 'rebooting') {} }",
  ),
];
