/** Several names for one server, and one name for several. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const ALIASES: readonly ExecutedCode[] = [
  inFunction(
    'swapped',
    "if (s.vm_state !== 'stopped' || o.vm_state !== 'active') return; [s, o] = [o, s]; if (s.task_state === 'rebooting') {} if (o.task_state === 'powering-on') {}",
  ),
  inFunction(
    'swapped by a third',
    "if (s.vm_state !== 'stopped') return; const t = s; s = o; o = t; if (s.task_state === 'rebooting') {} if (o.task_state === 'powering-on') {} if (t.task_state === 'powering-on') {}",
  ),
  inFunction(
    'swapped members',
    "const box = { a: s, b: o }; if (box.a.vm_state !== 'stopped') return; [box.a, box.b] = [box.b, box.a]; if (box.a.task_state === 'rebooting') {}",
  ),
  inFunction(
    'alias of a box',
    "const box = { a: s }; const same = box; if (box.a.vm_state !== 'stopped') return; same.a = o; if (box.a.task_state === 'rebooting') {}",
  ),
  inFunction(
    'alias of a list',
    "const list = [s, o]; if (list[0].vm_state !== 'stopped') return; list.reverse(); if (list[0].task_state === 'rebooting') {}",
  ),
  inFunction(
    'list sorted',
    "const list = [s, o]; if (list[0].vm_state !== 'stopped') return; list.sort((a, b) => (a.vm_state === 'active' ? -1 : b.vm_state === 'active' ? 1 : 0)); if (list[0].task_state === 'rebooting') {}",
  ),
  inFunction(
    'list shifted',
    "const list = several(); while (list.length) { const x = list.shift(); if (x.vm_state === 'stopped') continue; if (x.task_state === 'powering-on') {} if (x.vm_state === 'stopped') {} }",
  ),
  inFunction(
    'list index that counts',
    "const list = [s, o, next()]; let i = 0; if (list[i].vm_state === 'stopped') { i++; if (list[i].task_state === 'rebooting') {} }",
  ),
  inFunction(
    'list element replaced by an index',
    "const list = [s, o]; let i = 0; if (list[0].vm_state === 'stopped') { list[i] = o; if (list[0].task_state === 'rebooting') {} }",
  ),
  inFunction(
    'spliced',
    "const list = [s, o]; if (list[0].vm_state === 'stopped') { list.splice(0, 1); if (list[0].task_state === 'rebooting') {} }",
  ),
  inFunction(
    'copyWithin and fill',
    "const list = [s, o]; if (list[0].vm_state === 'stopped') { list.fill(o); if (list[0].task_state === 'rebooting') {} list.copyWithin(0, 1); if (list[0].task_state === 'rebooting') {} }",
  ),
  inFunction(
    'set from list',
    "const list = [s, o]; const [a, b] = list; if (a.vm_state === 'stopped' && b.task_state === 'rebooting') {} if (a.vm_state === 'stopped') { list[0].reload(); if (a.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'choice',
    "const t = chance() ? s : o; if (s.vm_state === 'stopped' && t.task_state === 'rebooting') {} if (t.vm_state === 'stopped') { refresh(s); if (t.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'or',
    "const t = s.name || o; if (t.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'arguments',
    "if (s.vm_state === 'stopped') { arguments[0] = o; if (s.task_state === 'rebooting') {} }",
    { languageId: 'javascript' },
  ),
  inFunction(
    'arguments member',
    "if (s.vm_state === 'stopped') { arguments[0].task_state = 'rebooting'; if (s.task_state === 'rebooting') {} }",
    { languageId: 'javascript' },
  ),
  inFunction(
    'arguments by another name',
    "const given = arguments; if (s.vm_state === 'stopped') { given[0] = o; if (s.task_state === 'rebooting') {} }",
    { languageId: 'javascript' },
  ),
  inFunction(
    'arguments destructured',
    "if (s.vm_state === 'stopped') { [arguments[0]] = [o]; if (s.task_state === 'rebooting') {} }",
    { languageId: 'javascript' },
  ),
  inFunction(
    'Array.from arguments',
    "const [a, b] = Array.from(arguments); if (a.vm_state === 'stopped' && b.task_state === 'rebooting') {}",
    { languageId: 'javascript' },
  ),
  inFunction(
    'let without a value',
    "let t; if (chance()) t = s; else t = o; if (t.vm_state === 'stopped') { t = next(); if (t.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'parameter given back',
    "const same = (x) => x; const t = same(s); if (t.vm_state === 'stopped') { refresh(s); if (t.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'member of a member',
    "const box = { inner: { vm: s } }; const inner = box.inner; if (box.inner.vm.vm_state === 'stopped') { inner.vm = o; if (box.inner.vm.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'box replaced',
    "let box = { vm: s }; const vm = box.vm; if (box.vm.vm_state === 'stopped') { box = { vm: o }; if (box.vm.task_state === 'rebooting') {} if (vm.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'member by a computed name',
    "const box = { a: s, b: o }; const k = 'a'; if (box.a.vm_state === 'stopped') { box[k] = o; if (box.a.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'Object.assign on a box',
    "const box = { a: s }; if (box.a.vm_state === 'stopped') { Object.assign(box, { a: o }); if (box.a.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'pattern on a box',
    "const box = { a: s, b: o }; if (box.a.vm_state === 'stopped') { ({ a: box.b, b: box.a } = box); if (box.a.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'pattern with rest into a member',
    "const box = { a: s }; if (box.a.vm_state === 'stopped') { [box.a, ...box.rest] = [o, s]; if (box.a.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'for of into a member',
    "const box = { a: s }; if (box.a.vm_state === 'stopped') { for (box.a of [o, next()]) { if (box.a.task_state === 'rebooting') {} } if (box.a.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'for in into a name',
    "if (s.vm_state === 'stopped') { for (s in { a: 1 }) {} s = o; if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'list with at',
    "const list = [s, o]; if (list.at(0).vm_state === 'stopped' && list.at(1).task_state === 'rebooting') {}",
  ),
  inFunction(
    'map of servers',
    "const all = new Map([['a', s]]); if (all.get('a').vm_state === 'stopped') { all.set('a', o); if (all.get('a').task_state === 'rebooting') {} }",
  ),
  inFunction(
    'pop and push',
    "const list = several(); let x = list.pop(); while (x) { if (x.vm_state === 'stopped') { x = list.pop(); if (x?.task_state === 'rebooting') {} continue; } x = list.pop(); }",
  ),
  inFunction(
    'recursion',
    "if (s.vm_state === 'stopped') { if (chance()) f(o, s); if (s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'recursion that refreshes',
    "function f(s, n = 2) { if (s.vm_state !== 'stopped') return; if (n) { refresh(s); f(s, n - 1); } if (s.task_state === 'rebooting') {} }",
    { run: 'f(s)' },
  ),
];
