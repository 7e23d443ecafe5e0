/** Functions of the file that write states. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile } from './program';

export const WRITTEN: readonly ExecutedCode[] = [
  inFile(
    'a function of the file that writes its parameter',
    "function mark(x) { x.task_state = 'rebooting'; } function f(s) { if (s.vm_state === 'stopped') { mark(s); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} } }",
  ),
  inFile(
    'called by one that writes',
    "function g(s) { if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} } function f(s) { s.task_state = 'rebooting'; g(s); }",
  ),
  inFile(
    'a method that writes',
    "class A { mark(x) { x.task_state = 'rebooting'; } m(s) { this.mark(s); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} } }",
    { run: 'new A().m(s)' },
  ),
  inFile(
    'arrow const of the file that writes',
    "const mark = (x) => { x.task_state = 'rebooting'; }; function f(s, o) { [s, o].forEach(mark); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'through another function',
    "const mark = (x) => { x.task_state = 'rebooting'; }; const all = (list) => { for (const x of list) mark(x); }; function f(s, o) { all([s, o]); if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'one that gives a built server',
    "function marked(x) { return { ...x, task_state: 'rebooting' }; } function f(s) { const t = marked(s); if (t.vm_state === 'stopped' && t.task_state === 'rebooting') {} }",
  ),
];
