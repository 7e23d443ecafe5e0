/** Members of classes, and code in their bodies. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const CLASSES: readonly ExecutedCode[] = [
  inFile(
    'class with a field',
    "class A { vm = next(); set() { this.vm = next(); } m() { if (this.vm.vm_state === 'stopped') { this.set(); if (this.vm.task_state === 'rebooting') {} } } }",
    { run: 'new A().m()' },
  ),
  inFile(
    'private field',
    "class A { #vm = next(); set() { this.#vm = next(); } m() { if (this.#vm.vm_state === 'stopped') { this.set(); if (this.#vm.task_state === 'rebooting') {} } } }",
    { run: 'new A().m()' },
  ),
  inFile(
    'static field',
    "class A { static vm = next(); static m() { if (A.vm.vm_state === 'stopped') { A.vm = next(); if (A.vm.task_state === 'rebooting') {} this.vm = next(); if (A.vm.task_state === 'rebooting') {} } } }",
    { run: 'A.m()' },
  ),
  inFile(
    'arrow field',
    "class A { vm = next(); m = () => { if (this.vm.vm_state === 'stopped') { const self = this; self.vm = next(); if (this.vm.task_state === 'rebooting') {} } }; }",
    { run: 'new A().m()' },
  ),
  inFunction(
    'class expression that runs',
    "if (s.vm_state === 'stopped') { const A = class { static x = refresh(s); }; if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'class declaration that runs',
    "if (s.vm_state === 'stopped') { class A { static { refresh(s); } } if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'computed member of a class',
    "if (s.vm_state === 'stopped') { class A { [refresh(s)]() {} } if (s.task_state === 'rebooting') {} }",
  ),
  inFunction(
    'new',
    "class A { constructor(x) { refresh(x); } } if (s.vm_state === 'stopped') { new A(s); if (s.task_state === 'rebooting') {} }",
  ),
];
