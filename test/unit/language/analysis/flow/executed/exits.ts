/** Ways out of loops, switches and blocks. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFunction } from './program';

export const EXITS: readonly ExecutedCode[] = [
  inFunction(
    'finally that goes on',
    "if (s.vm_state !== 'active') return; let n = 0; while (n++ < 3) { if (s.vm_state === 'stopped') {} try { refresh(s); return; } finally { continue; } }",
  ),
  inFunction(
    'finally that breaks a label',
    "if (s.vm_state !== 'active') return; for (const _ of [1, 2]) { l: { try { refresh(s); return; } finally { break l; } } if (s.vm_state === 'stopped') {} }",
  ),
  inFunction(
    'finally that breaks, after throw',
    "if (s.vm_state !== 'active') return; l: { try { refresh(s); throw 1; } finally { break l; } } if (s.vm_state === 'stopped') {}",
  ),
  inFunction(
    'finally that breaks in a loop, after throw',
    "if (s.vm_state !== 'active') return; let n = 0; while (n++ < 3) { if (s.task_state === 'powering-on') {} for (;;) { try { refresh(s); throw 1; } finally { break; } } }",
  ),
  inFunction(
    'return in a try in a loop',
    "if (s.vm_state !== 'active') return; let n = 0; while (n++ < 3) { if (s.task_state === 'powering-on') {} try { if (chance()) throw 1; } catch { refresh(s); } }",
  ),
  inFunction(
    'catch after change',
    "try { if (s.vm_state !== 'active') return; fail(); s.x.y; } catch { if (s.task_state === 'powering-on') {} } if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'throw within narrowing',
    "try { if (s.vm_state === 'active') throw 1; if (s.vm_state === 'active') {} } catch { if (s.task_state === 'powering-on') {} if (s.vm_state === 'stopped') {} }",
  ),
  inFunction(
    'nested finally',
    "if (s.vm_state !== 'active') return; try { try { fail(); } finally { if (s.task_state === 'powering-on') {} } } catch { if (s.task_state === 'powering-on') {} } finally { if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'labelled loops',
    "a: for (const x of [s, o]) { b: for (const y of several()) { if (x.vm_state === 'stopped') continue a; if (y.vm_state === 'stopped') break b; if (y.task_state === 'powering-on') {} if (x.task_state === 'powering-on') {} } if (x.vm_state === 'stopped') {} if (x.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'labelled break through a finally',
    "l: { if (s.vm_state === 'active') { try { break l; } finally { poll(); } } if (s.vm_state === 'active') {} } if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'do while continue',
    "let n = 0; do { if (s.vm_state === 'stopped') continue; refresh(s); } while (n++ < 3 && s.vm_state !== 'active'); if (s.vm_state === 'active' && s.task_state === 'rebooting') {} if (s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'switch default in the middle',
    "switch (s.vm_state) { case 'active': if (s.task_state === 'rebooting') {} default: if (s.task_state === 'powering-on') {} if (s.task_state === 'rebooting') {} case 'stopped': if (s.task_state === 'rebooting') {} break; case 'error': if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'switch with a continue',
    "for (const x of several()) { switch (x.vm_state) { case 'stopped': continue; case 'active': break; default: return; } if (x.vm_state === 'stopped') {} if (x.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'switch of what changes',
    "switch (refresh(s) ? s.vm_state : o.vm_state) { case 'active': if (s.task_state === 'powering-on') {} break; case 'stopped': if (o.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'switch with assigned head',
    "let t; switch ((t = s).vm_state) { case 'stopped': if (t.task_state === 'rebooting') {} if (s.task_state === 'powering-on') {} t = o; if (t.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'case with a call in a loop',
    "for (const _ of [1, 2]) { switch (s.vm_state) { case refresh(s): break; case 'stopped': if (s.task_state === 'rebooting') {} } }",
  ),
  inFunction(
    'switch true with a call',
    "if (s.vm_state !== 'stopped') return; switch (true) { case refresh(s): return; case s.task_state === 'rebooting': return; }",
  ),
];
