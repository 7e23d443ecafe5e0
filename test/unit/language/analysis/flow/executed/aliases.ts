/** Several names for one server, and one name for several. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFunction } from './program';

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
];
