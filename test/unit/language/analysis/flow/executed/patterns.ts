/** Patterns, and what runs while they take something apart. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const PATTERNS: readonly ExecutedCode[] = [
  inFunction(
    'default that refreshes',
    "const { vm_state, task_state = refresh(s), status } = s; if (vm_state === 'stopped' && status === 'ACTIVE') {}",
    { mayLackTask: true },
  ),
  inFunction(
    'assigned pattern with a default that refreshes',
    "if (s.vm_state !== 'active') return; let a; ({ a = refresh(s) } = {}); if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'assigned list pattern with a default that refreshes',
    "if (s.vm_state !== 'active') return; let a; [a = refresh(s)] = []; if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'computed key of an assigned pattern',
    "if (s.vm_state !== 'active') return; let a; ({ [refresh(s)]: a } = {}); if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'for of a pattern with a default that refreshes',
    "if (s.vm_state !== 'active') return; for (const { a = refresh(s) } of [{}]) { if (s.task_state === 'powering-on') {} } if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'for of an assigned pattern',
    "let a; if (s.vm_state !== 'active') return; for ([a = refresh(s)] of [[]]) { if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'for of over patterns',
    "for (const { vm_state, task_state } of several()) { if (vm_state === 'stopped') continue; if (task_state === 'powering-on') {} if (vm_state === 'active' && task_state === 'rebooting') {} }",
  ),
  inFunction(
    'declared default',
    "const { vm_state = 'stopped', task_state } = s; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
  ),
  inFunction(
    'default from another',
    "const { vm_state = o.vm_state, task_state } = s; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
  ),
  inFunction(
    'nested pattern',
    "const { a: { vm_state }, b: { task_state } } = { a: s, b: o }; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
  ),
  inFunction(
    'two nested patterns of one',
    "const [{ vm_state }, { task_state }] = [s, o]; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
  ),
  inFunction(
    'pattern in a catch',
    "try { throw o; } catch ({ vm_state, task_state }) { if (vm_state === 'active' && task_state === 'rebooting') {} if (s.vm_state === 'stopped' && task_state === 'rebooting') {} }",
  ),
  inFile(
    'parameters with patterns',
    "function f({ vm_state }, { task_state }) { if (vm_state === 'stopped' && task_state === 'rebooting') {} }",
  ),
  inFile(
    'pattern default object',
    "function f({ vm_state, task_state } = {}) { if (vm_state === 'stopped' && task_state === 'powering-on') {} }",
  ),
  inFunction(
    'rest pattern',
    "const { vm_state, ...rest } = s; s = o; if (vm_state === 'stopped' && rest.task_state === 'rebooting') {}",
  ),
  inFile(
    'await between',
    "async function f(s) { const { vm_state } = s; await load(); const { task_state } = s; if (vm_state === 'stopped' && task_state === 'rebooting') {} }",
  ),
];
