/** Servers that code makes itself: they need not be of any row. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const BUILT: readonly ExecutedCode[] = [
  inFunction(
    'object with a spread and another task',
    "const t = { ...s, task_state: 'rebooting' }; if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFunction(
    'object of two servers',
    "const t = { vm_state: s.vm_state, task_state: o.task_state }; if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFunction(
    'mapped with a spread',
    "return [s, o].map((x) => ({ ...x, task_state: 'rebooting' })).filter((x) => x.vm_state === 'stopped').some((x) => x.task_state === 'rebooting');",
  ),
  inFunction(
    'mapped with a spread, find',
    "const t = [s, o].map((x) => ({ ...x, task_state: 'rebooting' })).find((x) => x.vm_state === 'stopped'); return t?.task_state === 'rebooting' && t.vm_state === 'stopped';",
  ),
  inFunction(
    'let object spread',
    "let t = s; if (chance()) t = { ...t, task_state: 'rebooting' }; if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFunction(
    'object assigned to empty',
    "const t = Object.assign({}, s, { task_state: 'rebooting' }); if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFunction(
    'object assigned from other',
    "const t = Object.assign({}, s); t.task_state = o.task_state; if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFunction(
    'shorthand object',
    "const vm_state = s.vm_state; const task_state = o.task_state; const t = { vm_state, task_state }; if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFile(
    'helper that builds',
    "const marked = (x) => ({ ...x, task_state: 'rebooting' }); function f(s) { const t = marked(s); if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'helper inside builds',
    "const marked = (x) => ({ ...x, task_state: 'rebooting' }); const t = marked(s); if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
];
