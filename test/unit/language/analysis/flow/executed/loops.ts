/** Loops, and what their turns hand on. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFunction } from './program';

export const LOOPS: readonly ExecutedCode[] = [
  inFunction(
    'while with an assignment in its head',
    "let t; const list = several(); while ((t = list.pop()) && t.vm_state !== 'stopped') { if (t.task_state === 'powering-on') {} } if (t?.task_state === 'rebooting') {} if (t && t.vm_state === 'active') {}",
  ),
  inFunction(
    'for with an update',
    "for (let t = s, i = 0; i < 3; t = o, i++) { if (t.vm_state === 'stopped' && s.vm_state === 'active') {} if (t.vm_state === 'stopped') continue; if (t.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'nested loops that change on the second turn',
    "let t = s; for (const a of [1, 2]) { for (const b of [1, 2]) { if (t.vm_state === 'stopped') return; if (t.task_state === 'powering-on') {} } t = o; }",
  ),
  inFunction(
    'break out of two',
    "a: for (const x of several()) { for (const y of several()) { if (y.vm_state === 'stopped') break a; if (x.vm_state === 'active') continue a; } if (x.vm_state === 'active') {} } if (s.vm_state === 'active' && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'do while with a break',
    "let n = 0; do { if (s.vm_state === 'active') break; if (n++ > 2) return; poll(); } while (s.vm_state !== 'error'); if (s.vm_state === 'stopped') {} if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'loop with a flag',
    "let isOff = false; for (const x of several()) { if (isOff && x.task_state === 'rebooting') {} isOff = x.vm_state === 'stopped'; if (isOff) refresh(x); if (isOff && x.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'copies across turns',
    "let last = 'active'; for (const x of several()) { const vm = x.vm_state; if (last === 'stopped' && vm === 'active') {} last = vm; }",
  ),
  inFunction(
    'name of the turn before',
    "let previous; for (const x of several()) { if (previous && previous.vm_state === 'stopped' && x.task_state === 'rebooting') {} if (previous?.vm_state === 'stopped') { if (x.vm_state === 'active') {} } previous = x; }",
  ),
];
