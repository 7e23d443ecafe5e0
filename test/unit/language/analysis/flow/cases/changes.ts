/** What ends what is known of a server: another may be meant, or its state may have changed. */
import { type Case, inFunction, silent } from './case';

export const SILENT: readonly Case[] = [
  silent(
    'await',
    "if (s.vm_state === 'stopped') { await g(); if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'await in a condition',
    "if (s.vm_state === 'stopped' && (await g()) && s.task_state === 'rebooting') {}",
  ),
  silent(
    'await after a return',
    "if (s.vm_state === 'active') return; await g(); if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'yield',
    "if (s.vm_state === 'stopped') { yield 1; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'yield of nothing',
    "if (s.vm_state === 'stopped') { yield; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'await using',
    "if (s.vm_state === 'stopped') { await using l = lock; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'a call in the condition',
    "if (s.vm_state === 'stopped' && poll() && s.task_state === 'rebooting') {}",
  ),
  silent(
    'a call in a condition before',
    "if (s.vm_state === 'stopped' && poll()) { if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'a call in the next condition',
    "if (s.vm_state === 'stopped') { if (poll() && s.task_state === 'rebooting') {} }",
  ),
  silent(
    'a call in a condition that returned',
    "if (s.vm_state !== 'stopped' || poll()) return; if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'a call of one side of an or',
    "if (s.vm_state === 'stopped' && (poll() || s.task_state === 'rebooting')) {}",
  ),
  silent(
    'a call that a switch is over',
    "if (s.vm_state === 'stopped') { switch (poll()) { case 1: if (s.task_state === 'rebooting') {} } }",
  ),
  silent(
    'a call among the values of a list',
    "if (s.vm_state === 'stopped' && [poll(), 'rebooting'].includes(s.task_state)) {}",
  ),
  silent(
    'a call in an argument before',
    "if (s.vm_state === 'stopped') send(poll(), s.task_state === 'rebooting');",
  ),
  silent(
    'a call to another, which may be an alias',
    "if (s.vm_state === 'stopped' && o.reload?.() && s.task_state === 'rebooting') {}",
  ),
  silent(
    'a tagged template in the condition',
    "if (s.vm_state === 'stopped' && run`x` && s.task_state === 'rebooting') {}",
  ),
  silent('a call', "if (s.vm_state === 'stopped') { g(); if (s.task_state === 'rebooting') {} }"),
  silent(
    'a call with it',
    "if (s.vm_state === 'stopped') { refresh(s); if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'a call with it in the condition',
    "if (s.vm_state === 'stopped' && refresh(s) && s.task_state === 'rebooting') {}",
  ),
  silent(
    'a call with it in the next condition',
    "if (s.vm_state === 'stopped') { if (refresh(s)) { if (s.task_state === 'rebooting') {} } }",
  ),
  silent(
    'a method of it',
    "if (s.vm_state === 'stopped' && s.reload() && s.task_state === 'rebooting') {}",
  ),
  silent(
    'a method of this',
    "if (this.vm.vm_state === 'stopped' && this.reload() && this.vm.task_state === 'rebooting') {}",
  ),
  silent(
    'a new object in between',
    "if (s.vm_state === 'stopped') { new Refresh(s); if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'a tagged template in between',
    "if (s.vm_state === 'stopped') { run`x`; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'reassigned',
    "if (s.vm_state === 'stopped') { s = o; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'reassigned in the condition',
    "if (s.vm_state === 'stopped' && (s = o) && s.task_state === 'rebooting') {}",
  ),
  silent(
    'path reassigned',
    "if (props.a.vm_state === 'stopped') { props.a = o; if (props.a.task_state === 'rebooting') {} }",
  ),
  silent(
    'field assigned',
    "if (s.vm_state === 'stopped') { s.vm_state = 'active'; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'assigned by a closure',
    "const g = () => { s = o; }; if (s.vm_state === 'stopped' && g() && s.task_state === 'rebooting') {}",
  ),
  silent(
    'field assigned by a closure',
    "const g = () => { s.vm_state = o; }; if (s.vm_state === 'stopped' && g() && s.task_state === 'rebooting') {}",
  ),
  silent(
    'an alias that is changed',
    "const a = s; if (s.vm_state === 'stopped') { a.vm_state = 'active'; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'deleted',
    "if (s.vm_state === 'stopped') { delete s.vm_state; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'shadowed',
    "if (s.vm_state === 'stopped') { const s = o; if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'declared in a block before',
    "{ const t = o; if (t.vm_state !== 'stopped') return; } if (t.task_state === 'rebooting') {}",
  ),
  silent(
    'destructured twice',
    "const { vm_state } = s; const { task_state } = o; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
  ),
  silent(
    'copied at two times',
    "const a = s.vm_state; await g(); const b = s.task_state; if (a === 'stopped' && b === 'rebooting') {}",
  ),
  silent(
    'copied with a call in between',
    "const a = s.vm_state; const c = g(), b = s.task_state; if (a === 'stopped' && b === 'rebooting') {}",
  ),
  silent(
    'copied with a call in the same declaration',
    "const a = s.vm_state, c = g(), b = s.task_state; if (a === 'stopped' && b === 'rebooting') {}",
  ),
  silent(
    'copied of two servers',
    "const a = s.vm_state, b = o.task_state; if (a === 'stopped' && b === 'rebooting') {}",
  ),
  silent(
    'destructured, changed',
    "const g = ({ vm_state, task_state }) => { vm_state = 1; return vm_state === 'stopped' && task_state === 'rebooting'; };",
  ),
].map(inFunction);
