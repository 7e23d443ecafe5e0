/** Code, and what is found in it: `code @ marked text`. */
export interface Case {
  readonly name: string;
  readonly code: string;
  readonly found: readonly string[];
  readonly languageId?: string;
}

const found = (name: string, code: string, ...expected: string[]): Case => ({
  name,
  code,
  found: expected,
});
const silent = (name: string, code: string): Case => ({ name, code, found: [] });
const inFunction = ({ code, ...rest }: Case): Case => ({
  ...rest,
  code: `function f(s: Server, o: Server, props: P) {\n${code}\n}`,
});

const REBOOTING = "impossible-condition @ s.task_state === 'rebooting'";
const UNREACHED = "unreachable-case @ s.task_state === 'rebooting'";
const BOTH = "s.vm_state === 'stopped' && s.task_state === 'rebooting'";

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
    `if (s.vm_state === 'stopped' && s.name && g() && s.task_state === 'rebooting') {}`,
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
    "if (!(s.vm_state === 'active' || s.vm_state === 'error') && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found('inequality', "if (s.vm_state !== 'active' && s.task_state === 'rebooting') {}", REBOOTING),
  found(
    'a pair wanted that is never apart',
    "if (s.task_state === 'rebooting' && s.vm_state !== 'active') {}",
    "impossible-condition @ s.vm_state !== 'active'",
  ),
  found(
    'no step while building a status',
    "if (s.vm_state === 'deleted' && s.task_state !== null) {}",
    'impossible-condition @ s.task_state !== null',
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
    "if (!['active', 'error'].includes(s.vm_state) && s.task_state === 'rebooting') {}",
    REBOOTING,
  ),
  found(
    'conditional expression',
    "const x = s.vm_state === 'stopped' ? s.task_state === 'rebooting' : false;",
    REBOOTING,
  ),
  found(
    'conditional expression, else',
    "const x = s.vm_state === 'active' ? 1 : s.task_state === 'rebooting' ? 2 : 3;",
    UNREACHED,
  ),
  found(
    'early return',
    "if (s.vm_state === 'active') return; if (s.task_state === 'rebooting') {}",
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
    "if (s.vm_state === 'active') { g(); } else { if (s.task_state === 'rebooting') {} }",
    UNREACHED,
  ),
  found(
    'else if',
    "if (s.vm_state === 'active') { g(); } else if (s.task_state === 'rebooting') {}",
    UNREACHED,
  ),
  found(
    'else if of the same',
    "if (s.vm_state === 'active') {} else if (s.vm_state === 'stopped') {} else if (s.vm_state === 'active') {}",
    "unreachable-case @ s.vm_state === 'active'",
  ),
  found(
    'continue in a loop',
    "for (const x of o) { if (x.vm_state === 'active') continue; if (x.task_state === 'rebooting') g(); }",
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
    'destructured parameter',
    "const g = ({ vm_state, task_state }) => vm_state === 'stopped' && task_state === 'rebooting';",
    "impossible-condition @ task_state === 'rebooting'",
  ),
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
    "switch (s.vm_state) { case 'active': return; default: if (s.task_state === 'rebooting') g(); }",
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
    'wrong field in a case',
    "switch (s['OS-EXT-STS:task_state']) { case 'active': break; default: }",
    'wrong-field @ active',
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
  silent('not of an and', "if (!(s.vm_state === 'stopped' && s.task_state === 'rebooting')) {}"),
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
    'behind a loop',
    "while (s.vm_state === 'stopped') { g(); } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'before a loop',
    "if (s.vm_state === 'active') return; for (;;) { if (s.task_state === 'rebooting') break; }",
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
    'try',
    "if (s.vm_state === 'active') return; try { if (s.task_state === 'rebooting') {} } catch {}",
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
    'break of a switch',
    "switch (x) { case 1: if (s.vm_state === 'active') break; return; } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'a label',
    "a: { if (s.vm_state !== 'stopped') break a; return; } if (s.task_state === 'rebooting') {}",
  ),
  silent(
    'falling through',
    "switch (s.vm_state) { case 'stopped': x = 1; case 'active': if (s.task_state === 'rebooting') {} break; default: }",
  ),
  silent(
    'default in a group',
    "switch (s.vm_state) { case 'stopped': default: if (s.task_state === 'rebooting') {} }",
  ),
  silent('status alone', "if (s.status === 'ACTIVE' && s.status === 'SHUTOFF') {}"),
  silent(
    'a job',
    "if (s.status === 'ACTIVE' && s.taskState === 'deleting' && s.status === 'ERROR') {}",
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
    'a list with a spread',
    "if (['stopped', ...x].includes(s.vm_state) && s.task_state === 'rebooting') {}",
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
  silent(
    'switch (true)',
    "switch (true) { case s.vm_state === 'active': return; case s.task_state === 'rebooting': return; }",
  ),
  silent(
    'lower case',
    "if (['active', 'shutoff'].includes(s.status.toLowerCase()) || s.vm_state.toLowerCase() === 'shutoff') {}",
  ),
  silent('a status of something else', "if (s.status === 'stopped' || o.vm_state === 'active') {}"),
  silent(
    'destructured, let',
    "let { vm_state, task_state } = s; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
  ),
  silent(
    'destructured twice',
    "const { vm_state } = s; const { task_state } = o; if (vm_state === 'stopped' && task_state === 'rebooting') {}",
  ),
  silent(
    'destructured, changed',
    "const g = ({ vm_state, task_state }) => { vm_state = 1; return vm_state === 'stopped' && task_state === 'rebooting'; };",
  ),
  silent('relational operators', "if (s.vm_state > 'stopped' && s.task_state < 'rebooting') {}"),
  silent('a type', "type T = { vm_state: 'stopped'; task_state: 'rebooting' };"),
  silent(
    'an error in the function',
    "if (s.vm_state === 'stopped' && s.task_state === 'rebooting') { ) }",
  ),
].map(inFunction);

/** In other languages, as they are. */
export const OTHERS: readonly Case[] = [
  {
    ...found(
      'JSX',
      "const A = ({ s }) => <div>{s.vm_state === 'stopped' && <b x={s.task_state === 'rebooting'} />}</div>;",
      REBOOTING,
    ),
    languageId: 'javascriptreact',
  },
  { ...found('top level', `if (${BOTH}) {}`, REBOOTING), languageId: 'javascript' },
  {
    ...found('a field of a class', `class A { x = (s) => ${BOTH}; }`, REBOOTING),
    languageId: 'typescript',
  },
  { ...silent('JSON', `{"vm_state": "stopped", "task_state": "rebooting"}`), languageId: 'json' },
];
