/** Servers that code makes itself: they need not be of any row. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFunction } from './program';

export const BUILT: readonly ExecutedCode[] = [
  inFunction(
    'object assigned to empty',
    "const t = Object.assign({}, s, { task_state: 'rebooting' }); if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
  inFunction(
    'object assigned from other',
    "const t = Object.assign({}, s); t.task_state = o.task_state; if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {}",
  ),
];
