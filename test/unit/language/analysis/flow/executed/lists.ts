/** Lists of servers. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFunction } from './program';

export const LISTS: readonly ExecutedCode[] = [
  inFunction(
    'filter not',
    "return [s, o].filter((x) => !(x.vm_state === 'active')).map((x) => x.task_state === 'powering-on' || x.vm_state === 'stopped');",
  ),
  inFunction(
    'filter by the other',
    "return [s, o].filter((x) => o.vm_state === 'active').some((x) => x.vm_state === 'stopped' && x.task_state === 'powering-on');",
  ),
  inFunction(
    'filter with an index',
    "return [s, o].filter((x, i) => i === 0 || x.vm_state === 'active').some((x) => x.vm_state === 'stopped');",
  ),
  inFunction(
    'find then other',
    "const t = [s, o].find((x) => x.vm_state === 'stopped') ?? o; if (t.vm_state === 'active') {} const u = [s, o].find((x) => x.vm_state === 'stopped') || s; if (u.task_state === 'powering-on') {}",
  ),
  inFunction(
    'find with this changing',
    "const t = [s, o].find((x) => x.vm_state === 'stopped'); if (!t) return; t.reload(); if (t.task_state === 'rebooting') {} o.vm_state = 'active'; if (t.vm_state === 'active') {}",
  ),
  inFunction(
    'some narrows nothing',
    "if ([s, o].some((x) => x.vm_state === 'stopped')) { if (s.task_state === 'powering-on') {} if (s.vm_state === 'active' && o.vm_state === 'active') {} }",
  ),
  inFunction(
    'every narrows nothing wrong',
    "const list = [s]; if (list.every((x) => x.vm_state === 'stopped')) { list.push(o); if (list.some((x) => x.task_state === 'rebooting')) {} }",
  ),
  inFunction(
    'flatMap',
    "return [s, o].flatMap((x) => (x.vm_state === 'stopped' ? [x, o] : [])).filter((x) => x.vm_state === 'active' || x.task_state === 'powering-on');",
  ),
  inFunction(
    'sort then first',
    "const [first] = [s, o].filter((x) => x.vm_state === 'active').concat(o); if (first.task_state === 'powering-on' && first.vm_state === 'stopped') {} if (first.vm_state === 'stopped') {}",
  ),
  inFunction(
    'partition',
    "const on = [], off = []; for (const x of several()) (x.vm_state === 'active' ? on : off).push(x); for (const x of on) { if (x.task_state === 'powering-on') {} } off.forEach((x) => x.vm_state === 'active');",
  ),
  inFunction(
    'group',
    "const groups = {}; for (const x of several()) (groups[x.vm_state] ??= []).push(x); for (const x of groups.active ?? []) { if (x.vm_state === 'stopped') {} if (x.vm_state === 'active' && x.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'entries of a list',
    "for (const [i, x] of [s, o].entries()) { if (i && x.vm_state === 'stopped') continue; if (x.task_state === 'powering-on') {} }",
  ),
];
