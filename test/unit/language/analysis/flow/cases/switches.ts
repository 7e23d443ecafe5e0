/** Cases: those that nothing reaches, and those that are missing. */
import { type Case, found, inFunction, REBOOTING, silent, UNREACHED } from './case';

export const FOUND: readonly Case[] = [
  found(
    'switch within',
    "if (s.vm_state === 'stopped') { switch (s.task_state) { case 'rebooting': g(); break; default: } }",
    "unreachable-case @ 'rebooting'",
  ),
  found(
    'switch, then if',
    "switch (s.vm_state) { case 'stopped': if (s.task_state === 'rebooting') g(); break; default: }",
    REBOOTING,
  ),
  found(
    'switch, two labels',
    "switch (s.vm_state) { case 'stopped': case 'error': if (s.task_state === 'rebooting') g(); break; default: }",
    REBOOTING,
  ),
  found(
    'switch, default',
    "if (s.vm_state && s.vm_state !== 'stopped') return; switch (s.vm_state) { case null: case undefined: case '': return; default: if (s.task_state === 'rebooting') g(); }",
    UNREACHED,
  ),
  found(
    'the same case twice',
    "switch (s.vm_state) { case 'active': return 1; case 'active': return 2; default: }",
    "unreachable-case @ 'active'",
  ),
  found(
    'switch after return',
    "if (s.vm_state === 'active') return; switch (s.vm_state) { case 'active': g(); break; default: }",
    "unreachable-case @ 'active'",
  ),
  found(
    'missing cases',
    "switch (s['OS-EXT-STS:vm_state']) { case 'active': g(); break; case 'stopped': break; }",
    "missing-cases @ s['OS-EXT-STS:vm_state']",
  ),
  found(
    'missing cases of one unprefixed field',
    "switch (s.vm_state) { case 'active': g(); break; case 'stopped': break; }",
    'missing-cases @ s.vm_state',
  ),
  found(
    'switch (true)',
    "switch (true) { case s.vm_state !== 'stopped': return; case s.task_state === 'rebooting': return; }",
    UNREACHED,
  ),
].map(inFunction);

export const SILENT: readonly Case[] = [
  silent(
    'break of a switch',
    "switch (x) { case 1: if (s.vm_state === 'active') break; return; } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'falling through',
    "switch (s.vm_state) { case 'stopped': x = 1; case 'active': if (s.task_state === 'rebooting') {} break; default: }",
  ),
  silent(
    'default in a group',
    "switch (s.vm_state) { case 'stopped': default: if (s.task_state === 'rebooting') {} }",
  ),
  silent(
    'switch with default',
    "switch (s.vm_state) { case 'active': case 'stopped': g(); break; default: g(); }",
  ),
  silent('switch with one case', "switch (s.vm_state) { case 'active': g(); }"),
  silent(
    'switch with a variable',
    "switch (s.vm_state) { case 'active': case 'stopped': case x: g(); }",
  ),
  silent(
    'switch over all',
    "switch (s.vm_state) { case 'active': case 'stopped': case 'building': case 'resized': case 'error': case 'deleted': g(); }",
  ),
  silent(
    'switch over the rest',
    "if (s.vm_state !== 'active' && s.vm_state !== 'error') return; switch (s.vm_state) { case 'active': case 'error': g(); }",
  ),
  silent('switch over a status', "switch (s.status) { case 'ACTIVE': case 'ERROR': g(); }"),
  silent(
    'switch over another state',
    "switch (s.taskState) { case 'deleting': case 'done': case 'migrating': g(); }",
  ),
].map(inFunction);
