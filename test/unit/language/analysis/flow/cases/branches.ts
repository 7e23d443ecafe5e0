/** What is known behind branches, returns, loops and in functions within. */
import { BOTH, type Case, found, inFunction, REBOOTING, silent, UNREACHED } from './case';

export const FOUND: readonly Case[] = [
  found(
    'conditional expression',
    "const x = s.vm_state === 'stopped' ? s.task_state === 'rebooting' : false;",
    REBOOTING,
  ),
  found(
    'conditional expression, else',
    "const x = s.vm_state !== 'stopped' ? 1 : s.task_state === 'rebooting' ? 2 : 3;",
    UNREACHED,
  ),
  found(
    'early return',
    "if (s.vm_state !== 'stopped') return; if (s.task_state === 'rebooting') {}",
    UNREACHED,
  ),
  found(
    'early throw, of the opposite',
    "if (s.vm_state !== 'stopped') throw new Error(); if (s.task_state === 'rebooting') {}",
    UNREACHED,
  ),
  found(
    'early return of an and of nots',
    "if (s.vm_state !== 'stopped' && s.vm_state !== 'error') { return; } return s.task_state === 'rebooting';",
    UNREACHED,
  ),
  found(
    'else',
    "if (s.vm_state !== 'stopped') { g(); } else { if (s.task_state === 'rebooting') {} }",
    UNREACHED,
  ),
  found(
    'else if',
    "if (s.vm_state !== 'stopped') { g(); } else if (s.task_state === 'rebooting') {}",
    UNREACHED,
  ),
  found(
    'else if of the same',
    "if (s.vm_state === 'active') {} else if (s.vm_state === 'stopped') {} else if (s.vm_state === 'active') {}",
    "unreachable-case @ s.vm_state === 'active'",
  ),
  found(
    'continue in a loop',
    "for (const x of o) { if (x.vm_state !== 'stopped') continue; if (x.task_state === 'rebooting') g(); }",
    "unreachable-case @ x.task_state === 'rebooting'",
  ),
  found('within a loop', `while (g()) { if (${BOTH}) break; }`, REBOOTING),
  found(
    'the condition of a loop',
    "while (s.vm_state === 'stopped') { if (s.task_state === 'rebooting') break; }",
    REBOOTING,
  ),
  found('within try', `try { if (${BOTH}) g(); } catch { }`, REBOOTING),
  found('within a closure', `o.map(() => ${BOTH});`, REBOOTING),
  found('within a method', `class A { m(s) { return ${BOTH}; } }`, REBOOTING),
  found('within an object method', `return { m(s) { return ${BOTH}; } };`, REBOOTING),
  found(
    'a harmless call in between',
    "if (s.vm_state === 'stopped') { console.log(s); if (s.task_state === 'rebooting') {} }",
    REBOOTING,
  ),
  found(
    'destructured',
    "const { vm_state, task_state: t } = s; if (vm_state === 'stopped' && t === 'rebooting') {}",
    "impossible-condition @ t === 'rebooting'",
  ),
  found(
    'copied',
    "const a = s.vm_state; const b = s?.['task_state']; if (a === 'stopped' && b === 'rebooting') {}",
    "impossible-condition @ b === 'rebooting'",
  ),
  found(
    'copied at once, with types',
    "const a: string = s.vm_state, b = s.task_state as string; await g(); return a === 'stopped' && b === 'rebooting';",
    "impossible-condition @ b === 'rebooting'",
  ),
  found(
    'destructured parameter',
    "const g = ({ vm_state, task_state }) => vm_state === 'stopped' && task_state === 'rebooting';",
    "impossible-condition @ task_state === 'rebooting'",
  ),
  found(
    'before a loop',
    "if (s.vm_state !== 'stopped') return; for (;;) { if (s.task_state === 'rebooting') break; }",
    UNREACHED,
  ),
  found(
    'try',
    "if (s.vm_state !== 'stopped') return; try { if (s.task_state === 'rebooting') {} } catch {}",
    UNREACHED,
  ),
  found(
    'copied, and the original is asked',
    "const a = s.vm_state; if (a === 'stopped' && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'destructured, let',
    "let { vm_state, task_state } = s; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
    "impossible-condition @ task_state === 'rebooting'",
  ),
  found(
    'copied to what could change',
    "let a = s.vm_state, b = s.task_state; if (a === 'stopped' && b === 'rebooting') {}",
    "impossible-condition @ b === 'rebooting'",
  ),
].map(inFunction);

export const SILENT: readonly Case[] = [
  silent(
    'behind a loop',
    "while (s.vm_state === 'stopped') { g(); } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'waiting',
    "while (s.vm_state !== 'active') { s = await get(); } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'do',
    "do { s = next(); } while (s.vm_state === 'stopped'); if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'a closure inherits nothing',
    "if (s.vm_state === 'stopped') { setTimeout(() => { if (s.task_state === 'rebooting') {} }); }",
  ),
  silent(
    'catch',
    "try { if (s.vm_state === 'active') return; } catch { if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'a branch that goes on',
    "if (s.vm_state === 'active') { x++; } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'a branch that may go on',
    "if (s.vm_state === 'active') { if (x) return; } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'branches meet',
    "if (s.vm_state === 'active') { x = 1; } else { x = 2; } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'a label',
    "a: { if (s.vm_state !== 'stopped') break a; return; } if (s.task_state === 'rebooting') {}",
  ),
].map(inFunction);
