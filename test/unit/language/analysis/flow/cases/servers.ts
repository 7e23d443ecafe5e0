/** Whether it is a server at all, and which of its fields was meant. */
import { type Case, found, inFunction, silent } from './case';

export const FOUND: readonly Case[] = [
  found('wrong field', "if (s['OS-EXT-STS:vm_state'] === 'ACTIVE') {}", 'wrong-field @ ACTIVE'),
  found(
    'wrong field of a step',
    "if (s.vm_state === 'active' && s.task_state === 'SHUTOFF') {}",
    'wrong-field @ SHUTOFF',
  ),
  found(
    'wrong field of a status',
    "if (s['OS-EXT-STS:vm_state'] === 'active' || s.status === 'stopped') {}",
    'wrong-field @ stopped',
  ),
  found(
    'wrong field in a list',
    "if (['ACTIVE', 'active'].includes(s['OS-EXT-STS:vm_state'])) {}",
    'wrong-field @ ACTIVE',
  ),
  found(
    'a status next to a vm_state',
    "const { status, vm_state } = s; if (vm_state === 'stopped' && status === 'ACTIVE') {}",
    "impossible-condition @ status === 'ACTIVE'",
  ),
  found(
    'a status next to a step that only servers have',
    "if (s.task_state === 'resize_prep' && ['ACTIVE', 'BUILD'].includes(s.status)) {}",
    "impossible-condition @ ['ACTIVE', 'BUILD'].includes(s.status)",
  ),
  found(
    'wrong field in a case',
    "switch (s['OS-EXT-STS:task_state']) { case 'active': break; default: }",
    'wrong-field @ active',
  ),
].map(inFunction);

export const SILENT: readonly Case[] = [
  silent('status alone', "if (s.status === 'ACTIVE' && s.status === 'SHUTOFF') {}"),
  silent(
    'a job',
    "if (s.status === 'ACTIVE' && s.taskState === 'deleting' && s.status === 'ERROR') {}",
  ),
  silent(
    'a status of another product',
    "if (s.vm_state === 'stopped' && (s.status === 'ACTIVE' || s.status === 'OFFLINE')) {}",
  ),
  silent('other states', "if (s.taskState === 'running' && s.taskState === 'done') {}"),
  silent(
    'another product',
    "if (s.vmState === 'running' && s.vmState === 'off' && s.taskState === 'done') {}",
  ),
  silent(
    'one unknown literal of one field',
    "if (s.taskState === 'deleting' && s.taskState === 'done') {} if (s.taskState === 'rebooting' && s.taskState === 'deleting') {}",
  ),
  silent(
    'a literal that is unknown',
    "if (s.vm_state === 'paused' && s.task_state === 'rebooting') {}",
  ),
  silent('a status of something else', "if (s.status === 'stopped' || o.vm_state === 'active') {}"),
].map(inFunction);
