/** Functions whose result is a promise, which is true whatever it gives. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const PROMISES: readonly ExecutedCode[] = [
  inFunction(
    'async some',
    "if (['active'].some(async (x) => x === s.vm_state)) { if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'async filter',
    "return [s, o].filter(async (x) => x.vm_state === 'active').some((x) => x.task_state === 'powering-on');",
  ),
  inFunction(
    'async find',
    "const t = [s, o].find(async (x) => x.vm_state === 'active'); if (t && t.task_state === 'powering-on') {}",
  ),
  inFile(
    'async helper',
    "const isActive = async (x) => x.vm_state === 'active'; function f(s) { if (isActive(s) && s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'async helper inside',
    "const isActive = async (x) => x.vm_state === 'active'; if (isActive(s) && s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'filter of async helper',
    "const isActive = async (x) => x.vm_state === 'active'; return [s, o].filter(isActive).some((x) => x.task_state === 'powering-on');",
  ),
];
