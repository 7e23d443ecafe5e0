/** Constants, and what changes what is in them. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { inFile, inFunction } from './program';

export const CONSTANTS: readonly ExecutedCode[] = [
  inFile(
    'nested list pushed',
    "const K = { off: ['active'] }; function g() { K.off.push('stopped'); } function f(s) { g(); if (K.off.includes(s.vm_state) && s.task_state === 'powering-on' && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'nested list handed on',
    "const K = { off: ['active'] }; const add = (list) => { list.push('stopped'); }; function f(s) { add(K.off); if (K.off.includes(s.vm_state) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'nested list by another name',
    "const K = { off: ['active'] }; const off = K.off; function f(s) { off.push('stopped'); if (K.off.includes(s.vm_state) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'nested member written',
    "const K = { a: { b: 'active' } }; function f(s) { K.a.b = 'stopped'; if (s.vm_state === K.a.b && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'nested list found',
    "const K = [['active']]; function f(s) { K.find((x) => x).push('stopped'); if (K[0].includes(s.vm_state) && s.task_state === 'powering-on') {} }",
  ),
  inFunction(
    'nested list pushed inside',
    "const K = { off: ['active'] }; K.off.push('stopped'); if (K.off.includes(s.vm_state) && s.task_state === 'powering-on') {}",
  ),
  inFile(
    'list changed by third parameter',
    "const K = ['active']; K.forEach((x, i, all) => { all[i] = 'stopped'; }); function f(s) { if (K.includes(s.vm_state) && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'list sorted',
    "const K = ['stopped', 'active']; K.sort(); function f(s) { if (K.indexOf(s.vm_state) === 0 && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'list reversed',
    "const K = ['stopped', 'active']; K.reverse(); function f(s) { if (K.indexOf(s.vm_state) === 0 && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'list length',
    "const K = ['stopped', 'active']; K.length = 0; function f(s) { if (!K.includes(s.vm_state) && s.vm_state === 'active') {} }",
  ),
  inFile(
    'object with a spread behind',
    "const other = { stopped: true }; const K = { active: true, stopped: false, ...other }; function f(s) { if (K[s.vm_state] && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'object with a computed key behind',
    "const k = () => 'stopped'; const K = { active: true, stopped: false, [k()]: true }; function f(s) { if (K[s.vm_state] && s.task_state === 'powering-on' && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'map with a spread behind',
    "const other = [['stopped', true]]; const K = new Map([['active', true], ['stopped', false], ...other]); function f(s) { if (K.get(s.vm_state) && s.task_state === 'powering-on' && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'object with a getter',
    "let on = false; const K = { get stopped() { return on; }, active: true }; function f(s) { on = true; if (K[s.vm_state] && s.task_state === 'powering-on' && s.vm_state === 'stopped') {} }",
  ),
  inFile(
    'object with a method',
    "const K = { stopped() { return true; }, active: true }; function f(s) { if (K[s.vm_state] && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'object inherits',
    "const K = Object.create({ stopped: true }); K.active = true; function f(s) { if (K[s.vm_state] && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'prototype set',
    "const K = { active: true, __proto__: { stopped: true } }; function f(s) { if (K[s.vm_state] && s.task_state === 'powering-on') {} if ('stopped' in K && s.vm_state in K && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'logical assignment of a member',
    "const K = { a: '' }; function f(s) { K.a ||= 'stopped'; if (s.vm_state === K.a && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'nullish assignment',
    "const K = { active: true }; function f(s) { K.stopped ??= true; if (K[s.vm_state] && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'member of a const cast',
    "const K = { a: 'active' }; function f(s) { (K as any).a = 'stopped'; if (s.vm_state === K.a && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'exported let',
    "export let STATE = 'active'; export function set() { STATE = 'stopped'; } function f(s) { set(); if (s.vm_state === STATE && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'var of the file',
    "var STATE = 'active'; function g() { STATE = 'stopped'; } function f(s) { g(); if (s.vm_state === STATE && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'values of an object with repeats',
    "const K = { a: 'active', b: 'active', c: 'stopped' }; function f(s) { if (Object.values(K).indexOf(s.vm_state) === 2 && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'enum',
    "enum Vm { Off = 'stopped', On = 'active' } function f(s) { if (s.vm_state === Vm.Off && s.task_state === 'powering-on') {} if (s.vm_state === Vm.On && s.task_state === 'rebooting') {} }",
  ),
  inFile(
    'const enum with a computed member',
    "enum Vm { Off = 'stopped', On = Off } function f(s) { if (s.vm_state === Vm.On && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'numbers',
    "const K = ['active', 'stopped']; function f(s) { if (K.indexOf(s.vm_state) < 1_0 && s.task_state === 'powering-on') {} if (K.indexOf(s.vm_state) === 0b1 && s.task_state === 'powering-on') {} if (K.indexOf(s.vm_state) === 0x1 && s.task_state === 'powering-on') {} }",
  ),
  inFile(
    'Set of its own',
    "class Set { has() { return true; } } function f(s) { if (new Set(['active']).has(s.vm_state) && s.task_state === 'powering-on') {} }",
  ),
];
