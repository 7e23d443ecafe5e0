/**
 * Texts for the TypeScript reader. `«»` stand round each value that is to be found, in order of the records;
 * the lines after a text are its records, in the notation of `describeRecord`.
 */
export type MarkedText = readonly [name: string, text: string, ...records: string[]];

/** The text without its marks, and the offsets that were marked. */
export function unmark(marked: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const char of marked) {
    if (char === '«') {
      const range = { start: text.length, end: 0 };
      ranges.push(range);
      open.push(range);
    } else if (char === '»') {
      const range = open.pop();
      if (!range) throw new Error(`» without « in: ${marked}`);
      range.end = text.length;
    } else text += char;
  }
  return { text, ranges };
}

export const OBJECTS: readonly MarkedText[] = [
  [
    'three keys, all quotings',
    'const s = { vm_state: \'«active»\', \'OS-EXT-STS:task_state\': «null», "status": "«ACTIVE»" };',
    'object vm_state=\'active\' OS-EXT-STS:task_state=null status="ACTIVE"',
  ],
  [
    'computed keys',
    "x = { ['OS-EXT-STS:vm_state']: '«a»', [ /* it's */ `task_state` ]: '«b»', [status]: 'c' }",
    "object OS-EXT-STS:vm_state='a' task_state='b'",
  ],
  [
    'templates',
    `x = { vm_state: \`«active»\`, status: «\`AC\${x}\`» }`,
    'object vm_state=`active` status=#',
  ],
  ['templates over lines', 'x = { vm_state: `«a\n»` }', 'object vm_state=`a\\n`'],
  [
    'escapes',
    "x = { vm_state: '«a\\x63t\\u0069v\\u{65}»', 'task\\x5fstate': \"«it\\'s\\\r\n»\" }",
    "object vm_state='active' task_state=\"it's\"",
  ],
  [
    'escapes of old, and some that are none',
    "x = { vm_state: '«\\101\\0\\8\\n\\q»', status: '«\\u{110000}»' }",
    "object vm_state='A\\u00008\\nq' status='\ufffd'",
  ],
  [
    'casts and parentheses',
    "x = { vm_state: '«a»' as const, task_state: ((«null»)!) as any, status: <S>('«B»' satisfies S) }",
    "object vm_state='a' task_state=null status='B'",
  ],
  [
    'undefined, void 0',
    'x = { vm_state: «undefined», task_state: «void 0», status: «void f()» }',
    'object vm_state=null task_state=null status=#',
  ],
  [
    'what says nothing',
    "x = { vm_state: «y.z», vmState: «f('a')», task_state: «a ? 'b' : 'c'», taskState: «['a']», status: «1» }",
    'object vm_state=# vmState=# task_state=# taskState=# status=#',
  ],
  [
    'a shorthand, a method, a getter, but no setter',
    'x = { «vm_state», «task_state»() {}, get «status»() { return 1 }, set status(v) {} }',
    'object vm_state=# task_state=# status=#',
  ],
  [
    'an object within an object',
    "x = { status: '«A»', server: { status: '«B»' }, list: [{ vmState: '«c»' }] }",
    "object status='A'",
    "object status='B'",
    "object vmState='c'",
  ],
  [
    'a spread may win over what precedes it',
    "x = { vm_state: '«a»', ...y, task_state: '«b»', ...f({ status: '«c»' }), status: '«d»' }",
    "object vm_state='a'~ task_state='b'~ status='d'",
    "object status='c'",
  ],
  [
    'duplicate keys',
    "x = { vm_state: '«a»', vm_state: '«b»' }",
    "object vm_state='a' vm_state='b'",
  ],
  [
    'comments and new lines anywhere',
    "x = { // status: 'no'\r\n vm_state /* : 'no' */ : // '\r\n '«a»' /* , */ , /* status: 'no' } */ }",
    "object vm_state='a'",
  ],
  ['no fields', "x = { name: 'a', state: 'b', vm_states: 'c' }"],
  ['a pattern', "const { vm_state: a, status = 'x' } = y; ({ vm_state: a.b, status: c } = y);"],
  ['a block with labels', "{ vm_state: 'a' }"],
  ['long literals name no state', `x = { status: «'${'a'.repeat(300)}'» }`, 'object status=#'],
];

export const TYPES: readonly MarkedText[] = [
  [
    'an interface',
    "interface S { vm_state: '«active»'; readonly task_state?: «null», 'status': «string» }",
    "object vm_state='active' task_state=null status=#",
  ],
  [
    'separated by lines',
    "interface S extends T<U> {\n  vm_state: ('«a»')\n  task_state: «undefined»\n  status: `«b»`\n}",
    "object vm_state='a' task_state=null status=`b`",
  ],
  [
    'a type literal within another',
    "type A<T = { status: '«a»' }> = { vmState: «{ status: '«b»' }»; ['OS-EXT-STS:vm_state']?: «T[]» }",
    "object status='a'",
    'object vmState=# OS-EXT-STS:vm_state=#',
    "object status='b'",
  ],
  [
    'methods',
    'interface S { «vm_state»(): string; get «task_state»(): string; set task_state(v: string); «status» }',
    'object vm_state=# task_state=# status=#',
  ],
  [
    'a property with a union',
    "interface S { vm_state: «'«a»' | (\"«b»\" | '«c»') | null»; status: «'x' | 'y'» }",
    'object vm_state=# status=#',
    "union#1 vm_state='a'",
    'union#1 vm_state="b"',
    "union#1 vm_state='c'",
  ],
  [
    'a class',
    "class S { private readonly 'OS-EXT-STS:vm_state'?: '«a»' | T = x; taskState: 'b' = 'b'; }",
    "union#1 OS-EXT-STS:vm_state='a'",
  ],
  [
    'type aliases',
    "type VmState = '«a»' | `«b»` | null; export type ServerTaskState<T> =\n | '«c»'\n | '«»';",
    "union#1 VmState='a'",
    'union#1 VmState=`b`',
    "union#2 ServerTaskState='c'",
    "union#2 ServerTaskState=''",
  ],
  [
    'names of aliases in all spellings',
    "type vmState = '«a»'; type EcsVMState = ('«a»'); type vm_state = '«a»'; type X_TASK_STATE = '«a»';",
    "union#1 vmState='a'",
    "union#2 EcsVMState='a'",
    "union#3 vm_state='a'",
    "union#4 X_TASK_STATE='a'",
  ],
  [
    'other aliases',
    "type SubtaskState = 'a'; type VmStates = 'a'; type status = 'a'; type State = 'a'; type Vm = 'a';",
  ],
  [
    'what is no literal of the union',
    `type VmState = 'a'[] | X<'b'> | Y['c'] | { d: 'e' } | \`f\${string}\` | ('g' & 'h') | 1;`,
  ],
];

export const CODE: readonly MarkedText[] = [
  [
    'comparisons',
    "a = x.vm_state === '«a»' || x?.vmState == \"«b»\" && '«c»' !== x['OS-EXT-STS:vm_state'];",
    "code#1 .vm_state='a'",
    'code#2 .vmState="b"',
    "code#3 .OS-EXT-STS:vm_state='c'",
  ],
  [
    'casts and parentheses',
    "(x!.vm_state as string) != ('«a»'); `«b»` === x?.['task_state']!; <T>x.vm_state === '«c»';",
    "code#1 .vm_state='a'",
    'code#2 .task_state=`b`',
    "code#3 .vm_state='c'",
  ],
  [
    'what is assigned to a state',
    "x['OS-EXT-STS:task_state'] = '«a»'; x.vm_state ??= '«b»'; this.s.taskState ||= «null»; vm_state = ('«c»');",
    "code#1 .OS-EXT-STS:task_state='a'",
    "code#2 .vm_state='b'",
    'code#3 .taskState=null',
    "code#4 vm_state='c'",
  ],
  [
    'what is not assigned to a state',
    "x.status = 'a'; x.vm_state += 'a'; x.vm_state = y; [x.vm_state] = ['a']; x.vm_state.y = 'a'; class C { vm_state = 'a'; }",
  ],
  [
    'what stands for a state where there is none',
    "a = x.vm_state ?? '«a»'; f(x['OS-EXT-STS:vm_state'] || `«b»`); x.vmState ?? y.vm_state ?? '«c»'; x.task_state && 'd'; x.vm_state || 'ERROR'; x.vm_state ?? «»;",
    "code#1 .vm_state='a'",
    'code#2 .OS-EXT-STS:vm_state=`b`',
    "code#3 .vmState='c'",
    'code#4 .vm_state=?',
  ],
  [
    'what tests expect of a state',
    `expect(x['OS-EXT-STS:vm_state']).toBe('«a»'); expect(x.vm_state).not.toEqual("«b»");
     expect(x.vm_state, 'why').to.not.deep.equal('«c»'); await expect(x.task_state).resolves.toStrictEqual(«null»);
     assert.equal(x.vm_state, '«d»'); assert.strict.deepEqual('«e»', x.vm_state, 'why');
     chai.assert.notStrictEqual(x.vm_state, «»); expect(s).toHaveProperty('OS-EXT-STS:vm_state', '«f»');
     expect(x.vm_state).toBe(«»);`,
    "code#1 .OS-EXT-STS:vm_state='a'",
    'code#2 .vm_state="b"',
    "code#3 .vm_state='c'",
    'code#4 .task_state=null',
    "code#5 .vm_state='d'",
    "code#6 .vm_state='e'",
    'code#7 .vm_state=?',
    "code#8 .OS-EXT-STS:vm_state='f'",
    'code#9 .vm_state=?',
  ],
  [
    'what tests do not expect of a state',
    `expect(x.status).toBe('a'); expect(x.vm_state).toMatch('a'); assert.equal(x.vm_state); assert.equal(...x, 'a');
     expect(x.vm_state).toBe(...y); list.equal(x.vm_state, 'a'); expect(x.vm_state.length).toBe('a');
     expect(s).toHaveProperty('status', 'a'); s.toHaveProperty('vm_state', 'a'); assert.equal(x.vm_state, y);
     expected(x.vm_state).toBe('a'); expect().toBe('a'); x.toBe('a'); equal('a');`,
  ],
  [
    'null, undefined and nothing',
    "x.task_state === «null»; «undefined» != x.task_state; x.task_state !== '«»';",
    'code#1 .task_state=null',
    'code#2 .task_state=null',
    "code#3 .task_state=''",
  ],
  [
    'variables',
    "vm_state === '«a»'; switch (taskState) { case '«b»': }",
    "code#1 vm_state='a'",
    "code#2 taskState='b'",
  ],
  [
    'no comparisons with literals',
    `x.vm_state.slice(1) === 'a'; x.vm_state === \`a\${b}\`; x.vm_state === y; x[vm_state] === 'a'; f(x).g === 'a'`,
  ],
  ['other operators', "x.vm_state < 'a'; x.vm_state + 'a'; x.vm_state += 'a'; !x.vm_state === 'a'"],
  [
    'a status alone',
    "x.status === 'ACTIVE'; switch (status) { case 'A': }; ['A'].includes(s.status)",
  ],
  [
    'a switch',
    "switch (x.vm_state) { case '«a»': case ('«b»' as const): { f(); } case «null»: case C: default: }",
    "code#1 .vm_state='a'",
    "code#1 .vm_state='b'",
    'code#1 .vm_state=null',
  ],
  [
    'a switch within a switch',
    "switch (x!.vm_state!) { case '«a»': switch (x.task_state) { case '«b»': } case '«c»': }",
    "code#1 .vm_state='a'",
    "code#2 .task_state='b'",
    "code#1 .vm_state='c'",
  ],
  [
    'lists',
    "['«a»', '«b»'].includes(x.vm_state) || (['«c»', d, ...e, «null»] as const)?.indexOf(x.task_state, 1) < 0",
    "code#1 .vm_state='a'",
    "code#1 .vm_state='b'",
    "code#2 .task_state='c'",
    'code#2 .task_state=null',
  ],
  [
    'other calls',
    "['a'].concat(x.vm_state); list.includes(x.vm_state); ['a'].includes(f(x.vm_state))",
  ],
];

/**
 * Half-typed texts, the cursor in them: what is found of the record that is typed at, and of all others.
 */
export const HALF_TYPED: readonly MarkedText[] = [
  [
    'a quote just opened, at the end',
    "const s: Server = { 'OS-EXT-STS:vm_state': '«<|>»",
    "object OS-EXT-STS:vm_state=''",
  ],
  [
    'a name without its quote',
    "x = { vm_state: '«act<|>»\n  status: '«ACTIVE»' };",
    "object vm_state='act' status='ACTIVE'",
  ],
  [
    'a name without its quote, in Windows lines',
    "x = {\r\n  vm_state: '«act<|>»\r\n  status: '«ACTIVE»',\r\n};",
    "object vm_state='act' status='ACTIVE'",
  ],
  [
    'a name without its quote, other quotes behind',
    "x = {\n  vm_state: '«act<|>»\n  n: ' - ',\n  status: '«ACTIVE»',\n};",
    "object vm_state='act' status='ACTIVE'",
  ],
  [
    'an open quote before others in its line',
    "x = { vm_state: '«po<|>», task_state: «null», status: '«ACTIVE»' };\nif (y.vm_state === '«a»') f();",
    "object vm_state='po' task_state=null status='ACTIVE'",
    "code#1 .vm_state='a'",
  ],
  [
    'an open backtick',
    "x = { vm_state: `«act<|>»,\n  status: '«A»' };",
    "object vm_state=`act` status='A'",
  ],
  [
    'no value, more in the line',
    "x = { vm_state: «<|>», status: '«A»' };",
    "object vm_state=? status='A'",
  ],
  ['no value, the brace', 'x = { vm_state: «<|>»};', 'object vm_state=?'],
  ['no value, no space', 'x = { vm_state:«<|>»};', 'object vm_state=?'],
  ['no value, more space', 'x = { vm_state: «<|>»  };', 'object vm_state=?'],
  ['no value, the end', 'x = { vm_state: «<|>»', 'object vm_state=?'],
  [
    'no value, a key in the next line',
    "x = { vm_state: «<|>»\n  status: '«A»',\n  n: 1 };",
    "object vm_state=? status='A'",
  ],
  [
    'no value, a quoted key in the next line',
    "x = {\n 'OS-EXT-STS:vm_state': «<|>»\n 'OS-EXT-STS:task_state': «null» };",
    'object OS-EXT-STS:vm_state=? OS-EXT-STS:task_state=null',
  ],
  [
    'no value, a statement in the next line',
    'x = { vm_state: «<|>»\nconst y = 1;',
    'object vm_state=?',
  ],
  ['no comma', "x = { vm_state: '«a<|>»'\n  status: '«A»' };", "object vm_state='a' status='A'"],
  [
    'no comma, one line',
    "x = { vm_state: '«a<|>»' status: '«A»' };",
    "object vm_state='a' status='A'",
  ],
  [
    'no comma behind another member',
    `x = { id: f({ a: 1 }, /[}]/)\n  vm_state: '«a<|>»', tags: ['b', \`}\${c}\`] };`,
    "object vm_state='a'",
  ],
  [
    'no brace, a statement in the next line',
    "x = { vm_state: '«a<|>»',\nconst y = { status: '«A»' };\nif (z) { f(); }",
    "object vm_state='a'",
    "object status='A'",
  ],
  [
    'no brace, a typed constant in the next line',
    "x = { vm_state: '«a<|>»',\nconst status: S = 'A';",
    "object vm_state='a'",
  ],
  [
    'no comma, undefined and void',
    "x = { n: , vm_state: «undefined»\n task_state: «void 0»\n status: '«A<|>»' };",
    "object vm_state=null task_state=null status='A'",
  ],
  [
    'less than, in a condition that is a value',
    "x = { n: , vm_state: «a < b ? c : d», m: new A<B, C>(), status: '«A<|>»' };",
    "object vm_state=# status='A'",
  ],
  [
    'less and more than',
    "x = { n: , k: a < b, vm_state: '«a<|>»', m: c > d };",
    "object vm_state='a'",
  ],
  [
    'several conditions that are values',
    "x = { n: , m: a ? b : c\n k: a ? b : c\n status: '«A<|>»' };",
    "object status='A'",
  ],
  ['no brace, the end', "function f() { return { vm_state: '«a<|>»',", "object vm_state='a'"],
  [
    'the servers before and behind',
    "l = [{ vm_state: '«a»' },\n { vm_state: '«<|>»\n   task_state: «null» },\n { vm_state: '«c»', status: '«A»' },\n];",
    "object vm_state='a'",
    "object vm_state='' task_state=null",
    "object vm_state='c' status='A'",
  ],
  [
    'the servers behind a missing comma',
    "l = [{ vm_state: '«a<|>»'\n status: '«A»' },\n { vm_state: '«b»', status: '«B»' }]; x.vm_state === '«c»'",
    "object vm_state='a' status='A'",
    "object vm_state='b' status='B'",
    "code#1 .vm_state='c'",
  ],
  [
    'the object beside, in an object of them',
    "x = { a: {\n vm_state: '«a<|>»'\n n: [1] },\n b: { vm_state: '«b»' }, c: {\n status: '«C»' } };",
    "object vm_state='a'",
    "object vm_state='b'",
    "object status='C'",
  ],
  [
    'an argument',
    "f({ id: 1, vm_state: '«<|>»\n task_state: «null» }, { status: '«A»' });",
    "object vm_state='' task_state=null",
    "object status='A'",
  ],
  [
    'what an arrow function gives',
    "const f = () => ({ vm_state: '«<|>»\n task_state: «null» });",
    "object vm_state='' task_state=null",
  ],
  [
    'a condition that is a value',
    "x = { n: , vm_state: «a ?\n b : 'c'», status: '«A<|>»' };",
    "object vm_state=# status='A'",
  ],
  [
    'a condition within a value',
    "x = { n: f(a ? b : c)\n status: '«A<|>»' };",
    "object status='A'",
  ],
  [
    'an unfinished member behind',
    "x = { vm_state: '«a<|>»', task_state: «y.»\n status: '«A»' };",
    "object vm_state='a' task_state=# status='A'",
  ],
  [
    'a half-typed key',
    "x = { vm_state: '«a»', ta<|>\n status: '«A»' };",
    "object vm_state='a' status='A'",
  ],
  [
    'a quoted key without its colon',
    "x = { vm_state: '«a»', 'status'<|>\n task_state: «null» };",
    "object vm_state='a' task_state=null",
  ],
  [
    'a half-typed quoted key',
    "x = { vm_state: '«a»', 'OS<|>\n status: '«A»' };",
    "object vm_state='a' status='A'",
  ],
  ['a comment begun', "x = { n: 1,\n /<|>\n vm_state: '«a»' };", "object vm_state='a'"],
  [
    'spreads still count',
    "x = { vm_state: '«<|>»\n ...y,\n status: '«A»' };",
    "object vm_state=''~ status='A'",
  ],
  [
    'casts still count',
    "x = { a: , vm_state: '«a<|>»' as const, task_state: «null»!, status: «'A' + b» };",
    "object vm_state='a' task_state=null status=#",
  ],
  [
    'a type without its value',
    "interface S { vm_state: «<|>»; task_state: '«a»' }",
    "object vm_state=? task_state='a'",
  ],
  [
    'a type without its value, a line before another',
    "type S = {\n vm_state: «<|>»\n task_state: '«a»'\n status: «B<C,\n D>»\n}",
    "object vm_state=? task_state='a' status=#",
  ],
  [
    'a type with an open quote',
    "interface S {\n vm_state: '«<|>»\n task_state: '«a»'\n}",
    "object vm_state='' task_state='a'",
  ],
  [
    'a union with an open quote',
    "interface S {\n vm_state: «'«a»' | '«<|>»»\n status: '«A»'\n}",
    "object vm_state=# status='A'",
    "union#1 vm_state='a'",
    "union#1 vm_state=''",
  ],
  ['an alias with an open quote', "type VmState = '«<|>»", "union#1 VmState=''"],
  ['an alias without a type', 'type VmState = «<|>»;\nconst x = 1;', 'union#1 VmState=?'],
  [
    'an alias, another literal begun',
    "type VmState = '«a»' | «<|>»;",
    "union#1 VmState='a'",
    'union#1 VmState=?',
  ],
  [
    'an alias, another quote opened',
    "type VmState =\n | '«a»'\n | '«<|>»\n;",
    "union#1 VmState='a'",
    "union#1 VmState=''",
  ],
  ['a comparison with nothing', 'x.task_state === «<|>»', 'code#1 .task_state=?'],
  [
    'a comparison with nothing, in brackets',
    'if (x.vm_state !==«<|>») { f() }',
    'code#1 .vm_state=?',
  ],
  [
    'a comparison, a quote opened',
    "if (x.vm_state === '«<|>») { f() }\ny.vm_state === '«b»'",
    "code#1 .vm_state=''",
    "code#2 .vm_state='b'",
  ],
  [
    'a comparison, a name begun',
    "const a = x.vm_state === '«powering-o<|>» && b;\n",
    "code#1 .vm_state='powering-o'",
  ],
  [
    'a case',
    "switch (x.vm_state) {\n case '«a»': break;\n case «<|>»\n case '«b»': }",
    "code#1 .vm_state='a'",
    'code#1 .vm_state=?',
    "code#1 .vm_state='b'",
  ],
  [
    'a case, a quote opened',
    "switch (x.vm_state) {\n case '«<|>»\n default: f();\n}",
    "code#1 .vm_state=''",
  ],
  ['a case, its colon', 'switch (x.vm_state) { case «<|>»: f(); }', 'code#1 .vm_state=?'],
  [
    'an element',
    "['«<|>»', '«a»'].includes(x.vm_state)",
    "code#1 .vm_state=''",
    "code#1 .vm_state='a'",
  ],
];

/** Texts in which an object lacks something, and the text of its record. */
export const UNCLOSED: readonly (readonly [text: string, record: string])[] = [
  ["x = { vm_state: 'a', ", "{ vm_state: 'a', "],
  ["f = () => { return { vm_state: 'act };\n}", "{ vm_state: 'act }"],
  ["x = { vm_state: 'a',\nconst y = 1;", "{ vm_state: 'a',\n"],
  ["x = { vm_state: 'a',\nif (y) { f() }", "{ vm_state: 'a',\n"],
  ["x = { vm_state: 'a',\nf(1)\n(2)", "{ vm_state: 'a',\n"],
  ["x = { vm_state: 'a', n: f(\n};\ny = [1];", "{ vm_state: 'a', n: f(\n}"],
  ["x = [{ vm_state: 'a', n: f(1 }, { n: 2 }];", "{ vm_state: 'a', n: f(1 }"],
  ['interface S { vm_state: A<B\n}\nx = 1;', '{ vm_state: A<B\n}'],
];

/**
 * Texts with a cursor and the place for a key there: `[` what the key replaces `]`, whether a value follows
 * (`:`), and what is written behind the pair.
 */
export const SLOTS: readonly (readonly [name: string, text: string, slot: string | undefined])[] = [
  ['behind the brace', "x = {<|> vm_state: 'a' }", '[] ,'],
  ['before the first key', "x = { <|>vm_state: 'a' }", '[] ,'],
  ['behind a comma', "x = { vm_state: 'a', <|> }", '[] '],
  ['behind a comma, another comma', "x = { vm_state: 'a', <|>, n: 1 }", '[] '],
  ['in a line of its own', "x = {\n  vm_state: 'a',\n  <|>\n  status: 'A',\n}", '[] ,'],
  ['in the last line', "x = {\n  vm_state: 'a', // it's\n  <|>\n}", '[] '],
  ['without the brace', "x = { vm_state: 'a',\n<|>", '[] '],
  ['without the brace, before a statement', "x = { vm_state: 'a',\n<|>\nconst y = 1;", '[] '],
  ['behind a spread', "x = { vm_state: 'a', ...y, <|> }", '[] '],
  ['behind a comment', "x = { vm_state: 'a', /* } */<|> }", '[] '],
  ['behind generics', "x = { vm_state: 'a', m: new Map<A, B<C>>(), <|>n: a < b, o: 1 }", '[] ,'],
  ['behind a regular expression', "x = { vm_state: 'a', m: /[}'/]\\/,/, <|> }", '[] '],
  ['behind a template', `x = { vm_state: 'a', m: \`}\${\`,'\${1}\`}\`, <|> }`, '[] '],
  ['behind a method', 'x = { vm_state() { return {}; }, <|> }', '[] '],
  ['a half-typed key', "x = { vm_state: 'a', ta<|> }", '[ta] '],
  ['a half-typed key, in the middle', "x = { vm_state: 'a', t<|>a, n: 1 }", '[ta] '],
  ['a half-typed key, a line before another', "x = { vm_state: 'a', ta<|>\n n: 1 }", '[ta] ,'],
  ['a half-typed key before another', "x = { vm_state: 'a', ta<|> n: 1 }", '[ta] ,'],
  ['a quote opened', "x = { vm_state: 'a',\n '<|>\n n: 1 }", "[']' ,"],
  [
    'a quoted key begun',
    "x = { vm_state: 'a',\n 'OS-EXT-STS:ta<|>\n n: 1 }",
    "['OS-EXT-STS:ta]' ,",
  ],
  ['a quoted key', `x = { vm_state: 'a', "OS<|>" }`, '["OS"]" '],
  ['a key with a value', "x = { vm_state: 'a', ta<|>: 'b' }", '[ta]: '],
  ['a quoted key with a value', "x = { 'vm<|>_state': 'a' }", "['vm_state']': "],
  ['a computed key', "x = { ['vm<|>_state']: 'a' }", "['vm_state']': "],
  ['in an interface', 'interface S { vm_state: string; <|> }', '[] '],
  ['in an interface, before another', 'interface S { <|> vm_state: string }', '[] ;'],
  ['in an interface with commas', 'interface S { <|> vm_state: string, n: 1 }', '[] ,'],
  ['in an interface, by lines', 'interface S {\n  vm_state: A<B, C>\n  <|>\n  n: 1\n}', '[] '],
  [
    'in an interface, lines with semicolons',
    'type S = {\n  vm_state: A;\n  <|>\n  n: 1;\n}',
    '[] ;',
  ],
  ['in an interface, half-typed', 'interface S {\n  vm_state: A;\n  ta<|>\n  n: 1;\n}', '[ta] ;'],
  ['in an interface, half-typed by lines', 'interface S {\n  vm_state: A\n  ta<|>\n}', '[ta] '],
  ['behind readonly', 'interface S {\n  vm_state: A;\n  readonly ta<|>\n}', '[ta] '],
  ['an optional key', 'interface S { vm_st<|>ate?: A }', '[vm_state]: '],
  ['the outer object, behind an inner', "x = { vm_state: 'a', y: { status: 'b' }, <|> }", '[] '],
  ['no comma before', "x = { vm_state: 'a' <|> }", undefined],
  ['no comma before, a key begun', "x = { vm_state: 'a'\n ta<|> }", undefined],
  ['no line before, in a type', 'type S = { vm_state: A <|> }', undefined],
  ['in a value', "x = { vm_state: 'a<|>', n: 1 }", undefined],
  ['behind a value', "x = { vm_state: 'a'<|>, n: 1 }", undefined],
  ['behind a colon', 'x = { vm_state: <|>, n: 1 }', undefined],
  ['in a comment', "x = { vm_state: 'a', /* <|> */ n: 1 }", undefined],
  ['in a comment, its line', "x = { vm_state: 'a', // ta<|>\n n: 1 }", undefined],
  ['in an object within', "x = { vm_state: 'a', y: { <|> } }", undefined],
  ['in a list within', "x = { vm_state: 'a', y: [<|>] }", undefined],
  ['in a spread', "x = { vm_state: 'a', ...y<|> }", undefined],
  ['in a method', "x = { vm_state: 'a', m<|>() {} }", undefined],
  ['in the name of a setter', "x = { vm_state: 'a', se<|>t m(v) {} }", undefined],
  ['behind the brace that closes', "x = { vm_state: 'a' }<|>;", undefined],
  ['in an object without states', "x = { name: 'a', <|> }; y = { vm_state: 'a' }", undefined],
  ['in code', "if (x.vm_state === 'a') { <|> }", undefined],
];
