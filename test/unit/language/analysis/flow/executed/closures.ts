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
  inFile(
    'promise then',
    "async function f(s) { if (s.vm_state !== 'stopped') return; return load().then(() => s.task_state === 'rebooting' && s.vm_state === 'active'); }",
  ),
  inFile(
    'awaited in an argument',
    "async function f(s) { if (s.vm_state === 'stopped') { console.log(await load(), s.task_state === 'rebooting'); } }",
  ),
  inFile(
    'awaited operand',
    "async function f(s) { if (s.vm_state === 'stopped' && ((await load()) || true) && s.task_state === 'rebooting') {} if (s.vm_state === (await load() ? 'stopped' : 'active') && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'await in a loop head',
    "async function f(s) { for (let i = 0; s.vm_state === 'stopped' && i < 3; i++, await load()) { if (s.task_state === 'rebooting') {} } if (s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'closure after await',
    "async function f(s) { const { vm_state: vm } = s; await load(); const isOff = () => vm === 'stopped' && s.task_state === 'rebooting'; return isOff(); }",
  ),
  inFunction(
    'setter in a nested function',
    "let current = s; function set(x) { current = x; } if (current.vm_state === 'stopped') { set(o); if (current.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'setter handed on',
    "let current = s; const set = (x) => { current = x; }; if (current.vm_state === 'stopped') { [o].forEach(set); if (current.task_state === 'rebooting') {} [o].map((x) => set(x)); if (current.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in an argument',
    "const id = (x) => x; if (s.vm_state === 'stopped') { console.log((s = o)); if (s.task_state === 'rebooting') {} String((s = o)); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in a template',
    "if (s.vm_state === 'stopped') { const t = 'x' + (s = o); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in an index',
    "const list = [s, o]; let i = 0; if (list[0].vm_state === 'stopped') { list[(i = 1)] = list[(list[0] = o, 0)]; if (list[0].task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in a spread',
    "if (s.vm_state === 'stopped') { const t = { ...(s = o) }; if (s.task_state === 'rebooting') {} const u = [...[(s = o)]]; if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in a default parameter',
    "const g = (x = (s = o)) => x; if (s.vm_state === 'stopped') { g(); if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in a case',
    "switch (s.vm_state) { case (s = o, 'stopped'): if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in a switch head',
    "switch ((s = o).vm_state) { case 'stopped': if (s.task_state === 'rebooting') {} if (o.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'assignment in a while',
    "let n = 0; while (n++ < 3 && (s = next()).vm_state === 'stopped') { if (s.task_state === 'rebooting') {} s = o; if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'logical assignment of a server',
    "s &&= o; if (s.vm_state === 'stopped' && s.task_state === 'powering-on') {} let t = s; if (t.vm_state === 'stopped') { t ??= o; t ||= o; t &&= o; if (t.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'exponent and others',
    "let n = 0; if (s.vm_state === 'stopped') { n **= 2; n >>>= 1; s.count++; --s.count; if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'member that is a server too',
    "if (s.vm_state === 'stopped' && s.parent?.vm_state === 'active') {} s.parent = o; if (s.parent.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFile(
    'module state',
    "let current; export const set = (x) => { current = x; }; export function f(s) { set(s); if (current.vm_state === 'stopped') { set(next()); if (current.task_state === 'rebooting') {} } }",
  ),
  inFile(
    'namespace',
    "namespace N { export let STATE = 'active'; export const is = (x: any) => x.vm_state === STATE; } function f(s: any) { N.STATE = 'stopped'; if (N.is(s) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'enum merged',
    "enum A { Off = 'stopped' } enum A { On = 'active' } function f(s: any) { if (s.vm_state === A.On && s.task_state === 'rebooting') {} if (s.vm_state === A.Off && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'enum by number',
    "enum A { Off, On } const T = ['stopped', 'active']; function f(s: any) { if (s.vm_state === T[A.Off] && s.task_state === 'powering-on') {} if (T.indexOf(s.vm_state) === A.On && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'frozen',
    "const T = Object.freeze({ off: ['stopped'] }); T.off.push('active'); function f(s: any) { if (T.off.includes(s.vm_state) && s.task_state === 'rebooting') {} if (T.off.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'constant of a constant',
    "const A = ['stopped']; const B = [...A]; A.push('active'); const C = A; C.push('error'); function f(s: any) { if (B.includes(s.vm_state) && s.vm_state === 'active') {} if (A.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'constant filled in a loop',
    "const OFF = new Set(); for (const x of ['stopped', 'error']) OFF.add(x); const MAP = new Map(); MAP.set('active', true); function f(s: any) { if (OFF.has(s.vm_state) && s.task_state === 'powering-on') {} if (MAP.get(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'constant that a method hands out',
    "const OFF = ['stopped']; class A { static get list() { return OFF; } } function f(s: any) { A.list.push('active'); if (OFF.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'constant that a call hands out',
    "const OFF = ['stopped']; const list = () => OFF; function f(s: any) { list().push('active'); if (OFF.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'constant in an object',
    "const OFF = ['stopped']; const ALL = { off: OFF }; function f(s: any) { ALL.off.push('active'); if (OFF.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'constant by a ternary',
    "const OFF = ['stopped'], ON = ['active']; function f(s: any) { (chance() ? OFF : ON).push('error', 'active'); if (OFF.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'constant by or',
    "const OFF = ['stopped']; function f(s: any) { (OFF || []).push('active'); if (OFF.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
];
