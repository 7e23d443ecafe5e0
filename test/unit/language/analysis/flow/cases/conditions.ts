/** Single conditions and what joins them. */
import { BOTH, type Case, found, inFunction, REBOOTING, silent, UNREACHED } from './case';

export const FOUND: readonly Case[] = [
  found('and', `if (${BOTH}) {}`, REBOOTING),
  found('and, as a value', `const x = ${BOTH};`, REBOOTING),
  found('and, returned', `return ${BOTH};`, REBOOTING),
  found('and, as an argument', `return g(${BOTH});`, REBOOTING),
  found(
    'loose equality',
    "if (s.vm_state == 'stopped' && s.task_state == 'rebooting') {}",
    "impossible-condition @ s.task_state == 'rebooting'",
  ),
  found(
    'literal on the left',
    "if ('stopped' === s.vm_state && 'rebooting' === s.task_state) {}",
    "impossible-condition @ 'rebooting' === s.task_state",
  ),
  found(
    'three, the middle one empties',
    "if (s.vm_state === 'stopped' && s.task_state === 'rebooting' && s.status === 'SHUTOFF') {}",
    REBOOTING,
  ),
  found(
    'other terms between',
    `if (s.vm_state === 'stopped' && s.name && s.name.startsWith('web') && s.task_state === 'rebooting') {}`,
    REBOOTING,
  ),
  found('calls before', `if (g() && ${BOTH}) {}`, REBOOTING),
  found('calls behind', `if (${BOTH} && g()) {}`, REBOOTING),
  found('calls beside', `if (g() || (${BOTH})) {}`, REBOOTING),
  found(
    'calls before what is nested',
    "if (g() && s.vm_state === 'stopped') { if (s.task_state === 'rebooting') {} }",
    REBOOTING,
  ),
  found(
    'parentheses',
    "if ((s.vm_state === 'stopped') && (o.x || (s.task_state === 'rebooting'))) {}",
    REBOOTING,
  ),
  found(
    'nested if',
    "if (s.vm_state === 'stopped') { if (s.task_state === 'rebooting') {} }",
    REBOOTING,
  ),
  found(
    'nested if without braces',
    "if (s.vm_state === 'stopped') if (s.task_state === 'rebooting') g();",
    REBOOTING,
  ),
  found(
    'two vm states',
    "if (s.vm_state === 'stopped' && s.vm_state === 'active' && s.task_state) {}",
    "impossible-condition @ s.vm_state === 'active'",
  ),
  found(
    'each side of an or',
    "if (s.vm_state === 'stopped' && (s.task_state === 'rebooting' || s.task_state === 'migrating')) {}",
    REBOOTING,
    "impossible-condition @ s.task_state === 'migrating'",
  ),
  found(
    'one side of an or',
    "if (s.vm_state === 'stopped' && (s.task_state === 'rebooting' || s.task_state === 'powering-on')) {}",
    REBOOTING,
  ),
  found(
    'an or before',
    "if ((s.vm_state === 'stopped' || s.vm_state === 'error') && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'not of equality',
    "if (!(s.vm_state !== 'stopped') && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'not of an or',
    "if (!(s.vm_state !== 'stopped' || s.name) && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'not of an and',
    "if (!(s.vm_state === 'stopped' && s.task_state === 'rebooting')) {}",
    REBOOTING,
  ),
  found(
    'inequality',
    "if (s.vm_state && s.vm_state !== 'active' && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'a pair wanted that is never apart',
    "if (s.task_state === 'rebooting' && s.vm_state && s.vm_state !== 'active') {}",
    "impossible-condition @ s.vm_state !== 'active'",
  ),
  found(
    'no step while building a status',
    "if (s.vm_state === 'deleted' && ![null, undefined, ''].includes(s.task_state)) {}",
    "impossible-condition @ ![null, undefined, ''].includes(s.task_state)",
  ),
  found(
    'a step of a deleted server',
    "if (s.vm_state === 'deleted' && s.task_state) {}",
    'impossible-condition @ s.task_state',
  ),
  found(
    'no step with a status of a step',
    "if (!s.task_state && s.status === 'REBOOT') {} s.vm_state === 'active';",
    "impossible-condition @ s.status === 'REBOOT'",
  ),
  found(
    'null and a status of a step',
    "if (s['OS-EXT-STS:task_state'] === null && s.status === 'REBOOT') {}",
    "impossible-condition @ s.status === 'REBOOT'",
  ),
  found(
    'empty string for no step',
    "if (s['OS-EXT-STS:task_state'] === '' && s.status === 'RESIZE') {}",
    "impossible-condition @ s.status === 'RESIZE'",
  ),
  found(
    'nullish for no step',
    "if (s['OS-EXT-STS:task_state'] == undefined && s.status === 'RESIZE') {}",
    "impossible-condition @ s.status === 'RESIZE'",
  ),
  found(
    'status and vm_state',
    "if (s['OS-EXT-STS:vm_state'] === 'stopped' && s.status === 'ACTIVE') {}",
    "impossible-condition @ s.status === 'ACTIVE'",
  ),
  found(
    'bracket and dot are one',
    "if (s['vm_state'] === 'stopped' && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'optional chaining and ! are nothing',
    "if (s?.vm_state === 'stopped' && s!.task_state === 'rebooting') {}",
    "impossible-condition @ s!.task_state === 'rebooting'",
  ),
  found(
    'paths',
    "if (props.vm.vm_state === 'stopped' && props.vm.task_state === 'rebooting') {}",
    "impossible-condition @ props.vm.task_state === 'rebooting'",
  ),
  found(
    'this',
    "if (this.server.vm_state === 'stopped' && this.server.task_state === 'rebooting') {}",
    "impossible-condition @ this.server.task_state === 'rebooting'",
  ),
  found(
    'camel case',
    "if (s.vmState === 'stopped' && s.taskState === 'rebooting') {}",
    "impossible-condition @ s.taskState === 'rebooting'",
  ),
  found(
    'an index',
    "if (o.all[0].vm_state === 'stopped' && o.all[0].task_state === 'rebooting') {}",
    "impossible-condition @ o.all[0].task_state === 'rebooting'",
  ),
  found(
    'a list',
    "if (['stopped', 'error'].includes(s.vm_state) && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'a list, the second',
    "if (s.vm_state === 'stopped' && ['rebooting', 'migrating'].includes(s.task_state)) {}",
    "impossible-condition @ ['rebooting', 'migrating'].includes(s.task_state)",
  ),
  found(
    'a negated list',
    "if (!['active', null, undefined, ''].includes(s.vm_state) && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'a set',
    "if (new Set(['stopped', 'error']).has(s.vm_state) && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'a set, the second',
    "if (s.vm_state === 'stopped' && new Set<TaskState>(['rebooting']).has(s.task_state)) {}",
    "impossible-condition @ new Set<TaskState>(['rebooting']).has(s.task_state)",
  ),
  found(
    'a set, turned away',
    "if (new Set(['active', null, undefined, '']).has(s.vm_state)) return; if (s.task_state === 'rebooting') {}",
    UNREACHED,
  ),
].map(inFunction);

export const SILENT: readonly Case[] = [
  silent('possible', "if (s.vm_state === 'active' && s.task_state === 'rebooting') {}"),
  silent('two servers', "if (s.vm_state === 'stopped' && o.task_state === 'rebooting') {}"),
  silent(
    'two paths',
    "if (props.a.vm_state === 'stopped' && props.b.task_state === 'rebooting' && props.a.task_state) {}",
  ),
  silent(
    'a computed index',
    "if (o[i].vm_state === 'stopped' && o[i].task_state === 'rebooting') {}",
  ),
  silent(
    'a call as receiver',
    "if (g().vm_state === 'stopped' && g().task_state === 'rebooting') {}",
  ),
  silent('or', "if (s.vm_state === 'stopped' || s.task_state === 'rebooting') {}"),
  silent(
    'the same in two ways',
    "if (s['OS-EXT-STS:vm_state'] === 'error' || s.status === 'ERROR') {}",
  ),
  silent(
    'or of and',
    "if ((s.vm_state === 'stopped' && !s.task_state) || s.task_state === 'rebooting') {}",
  ),
  silent('inequalities', "if (s.vm_state !== 'stopped' && s.task_state !== 'rebooting') {}"),
  silent(
    'always true is not impossible',
    "if (s.vm_state === 'stopped' && s.task_state !== 'rebooting') {}",
  ),
  silent(
    'all ruled out: caution',
    "if (s.vm_state !== 'active' && s.vm_state !== 'stopped' && s.vm_state !== 'building' && s.vm_state !== 'resized' && s.vm_state !== 'error' && s.vm_state !== 'deleted') throw s.task_state;",
  ),
  silent(
    'undefined, then null',
    'if (s.task_state === undefined) return s.vm_state; if (s.task_state === null) {}',
  ),
  silent('null, then falsy', 'if (s.task_state === null) return s.vm_state; if (!s.task_state) {}'),
  silent(
    'a guard for vm_state',
    'if (!s.vm_state) return; if (s.vm_state === null) return; if (s.task_state) {}',
  ),
  silent('a default value', "if (s.vm_state === 'deleted') return s.task_state || '-';"),
  silent('a default value, nullish', "if (s.vm_state === 'deleted') return s.task_state ?? '-';"),
  silent('comparison with a variable', "if (s.vm_state === x && s.task_state === 'rebooting') {}"),
  silent(
    'a list with a variable',
    "if (['stopped', x].includes(s.vm_state) && s.task_state === 'rebooting') {}",
  ),
  silent(
    'a set with a variable',
    "if (new Set(['stopped', x]).has(s.vm_state) && s.task_state === 'rebooting') {}",
  ),
  silent(
    'a set of what something else holds',
    "if (new Set(x).has(s.vm_state) && s.task_state === 'rebooting') {}",
  ),
  silent(
    'a set that is only begun with',
    "if (new Set(['stopped']).add(x).has(s.vm_state) && s.task_state === 'rebooting') {}",
  ),
  silent('a map', "if (new Map(['stopped']).has(s.vm_state) && s.task_state === 'rebooting') {}"),
  silent(
    'a set that something is put together for',
    "if (s.vm_state === 'stopped' && new Set([poll(), 'rebooting']).has(s.task_state)) {}",
  ),
  silent(
    'a list with a spread',
    "if (['stopped', ...x].includes(s.vm_state) && s.task_state === 'rebooting') {}",
  ),
  silent(
    'lower case',
    "if (['active', 'shutoff'].includes(s.status.toLowerCase()) || s.vm_state.toLowerCase() === 'shutoff') {}",
  ),
  silent('relational operators', "if (s.vm_state > 'stopped' && s.task_state < 'rebooting') {}"),
  silent('a type', "type T = { vm_state: 'stopped'; task_state: 'rebooting' };"),
  silent(
    'an error in the function',
    "if (s.vm_state === 'stopped' && s.task_state === 'rebooting') { ) }",
  ),
].map(inFunction);
