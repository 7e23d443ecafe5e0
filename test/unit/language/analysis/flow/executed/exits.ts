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
  inFunction(
    'throw in a ternary',
    "const die = () => { throw 1; }; try { const t = s.vm_state === 'active' ? s : die(); if (s.task_state === 'powering-on') {} } catch { if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'throw within a call within a try',
    "let seen = null; try { if (s.vm_state === 'active') { seen = s; fail(); } } finally { if (seen && s.task_state === 'powering-on') {} if (s.vm_state === 'stopped') {} }",
  ),
  inFunction(
    'return in finally',
    "for (const x of [s, o]) { try { if (x.vm_state === 'active') throw 1; } catch { continue; } finally { if (x.task_state === 'rebooting') {} if (x.task_state === 'powering-on') {} } if (x.vm_state === 'active') {} }",
  ),
  inFunction(
    'nested try with a rethrow',
    "try { try { if (s.vm_state !== 'active') throw 1; poll(); } catch (e) { if (s.vm_state === 'active') {} if (chance()) throw e; } if (s.vm_state === 'stopped') {} } catch { if (s.vm_state === 'active') {} }",
  ),
  inFunction(
    'switch in a switch',
    "switch (s.vm_state) { case 'active': switch (o.vm_state) { case 'stopped': if (s === o) {} if (o.task_state === 'rebooting') {} break; default: if (s.task_state === 'powering-on') {} } case 'stopped': if (s.task_state === 'rebooting') {} if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'switch over a constant',
    "switch ('stopped') { case s.vm_state: if (s.task_state === 'powering-on') {} break; case o.vm_state: if (s.vm_state === 'stopped') {} if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'switch without braces',
    "switch (s.vm_state) { default: if (s.vm_state === 'stopped') {} case 'error': if (s.vm_state === 'stopped') {} case 'stopped': if (s.vm_state === 'error') {} }",
  ),
  inFunction(
    'switch with a return in a nested block',
    "switch (s.vm_state) { case 'active': { if (chance()) return; } case 'stopped': { break; } default: return; } if (s.vm_state === 'active') {} if (s.vm_state === 'error') {}",
  ),
  inFunction(
    'comma and void',
    "if ((void 0, s.vm_state === 'active'), s.vm_state === 'stopped') { if (s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'double negation',
    "if (!!(s.vm_state === 'active') === false && s.task_state === 'powering-on') {} if (!(!(s.vm_state !== 'active')) && s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'compared truths',
    "if ((s.vm_state === 'active') === (s.task_state === 'powering-on') && s.vm_state === 'active') {} if ((s.vm_state === 'active') !== true && s.task_state === 'powering-on') {} if ((s.vm_state === 'active') == 1 && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'bitwise',
    "if ((s.vm_state === 'active') | (s.task_state === 'powering-on')) {} if ((s.vm_state === 'active') & (s.task_state === 'rebooting')) {} if (~['active', 'stopped'].indexOf(s.vm_state) && s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'nullish',
    "if ((s.vm_state ?? o.vm_state) === 'stopped' && s.task_state === 'rebooting') {} if ((s.task_state ?? 'rebooting') === 'rebooting' && s.vm_state === 'stopped') {} const t = s.vm_state ?? 'active'; if (t === 'active' && s.status === 'SHUTOFF') {}",
  ),
  inFunction(
    'or of texts',
    "if ((s.vm_state || 'stopped') === 'stopped' && s.task_state === 'rebooting') {} if ((s.task_state || s.vm_state) === 'stopped' && s.task_state === null) {}",
  ),
  inFunction(
    'and of texts',
    "if ((s.task_state && s.vm_state) === 'stopped' && s.task_state === 'rebooting') {} if ((s.task_state && s.vm_state) === null && s.vm_state === 'deleted') {}",
  ),
  inFunction(
    'text templates of two',
    "const key = s.vm_state + '/' + s.task_state; if (key === 'active/powering-on') {} if (key === 'stopped/null') {} if (s.vm_state + '/' + o.task_state === 'stopped/rebooting') {} if (key === 'stopped/undefined' && s.status === 'SHUTOFF') {}",
    { mayLackTask: true },
  ),
  inFunction(
    'lists of pairs',
    "if ([['stopped', 'rebooting']].some(([vm, task]) => vm === s.vm_state && task === o.task_state)) {}",
  ),
  inFunction(
    'table of pairs',
    "const T = { stopped: ['rebooting'], active: ['powering-on'] }; if (T[s.vm_state]?.includes(o.task_state)) {} if (T[s.vm_state]?.[0] === 'rebooting' && s.vm_state === 'stopped') {}",
  ),
  inFunction(
    'lookup with a default',
    "const T = { active: 'on' }; if ((T[s.vm_state] ?? 'off') === 'off' && s.vm_state === 'active') {} if ((T[s.vm_state] || 'on') === 'on' && s.vm_state === 'stopped') {}",
  ),
  inFunction(
    'inherited members',
    "const T = { active: 1 }; if (T[s.vm_state] === undefined && s.task_state === 'powering-on') {} if (!(s.vm_state in T) && s.task_state === 'powering-on') {} if (T.hasOwnProperty(s.vm_state) && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'map with a default',
    "const T = new Map([['active', false], ['stopped', true]]); if (T.get(s.vm_state) === false && s.task_state === 'rebooting') {} if (!T.get(s.vm_state) && s.task_state === 'powering-on') {} if (T.size && s.vm_state === 'stopped' && s.task_state === 'powering-on') {}",
  ),
  inFunction(
    'case and blanks',
    "if (s.vm_state?.trim().toUpperCase() === 'STOPPED' && s.task_state === 'powering-on') {} if (s.status?.toLowerCase().startsWith('shut') && s.task_state === 'powering-on') {} if (s.status?.toLowerCase() === s.vm_state && s.vm_state === 'active') {} if (s.vm_state?.toUpperCase() === s.status && s.status === 'SHUTOFF') {}",
  ),
  inFunction(
    'two fields compared',
    "if (s.vm_state === s.task_state) {} if (s.vm_state == s.task_state && s.vm_state == null) {} if (s.vm_state === o.vm_state && s.vm_state === 'stopped' && o.task_state === 'powering-on') {} if (s.vm_state !== o.vm_state && s.vm_state === 'stopped') {}",
  ),
  inFunction(
    'includes of both',
    "if ([s.vm_state, s.task_state].includes('stopped') && s.task_state === 'powering-on') {} if ([s.vm_state, o.vm_state].every((x) => x === 'stopped') && s.task_state === 'rebooting') {} if ([s.vm_state, o.vm_state].some((x) => x === 'stopped') && s.task_state === 'rebooting') {}",
  ),
  inFunction(
    'every and none of an empty list',
    "const none = []; if (none.every((x) => x === s.vm_state) && s.task_state === 'rebooting') {} if ([].some((x) => x === s.vm_state)) {} if (![].includes(s.vm_state) && s.vm_state === 'stopped') {}",
  ),
];
