import { strict as assert } from 'node:assert';
import type { ParsedDocument } from '../../../src/language';
import { type Counted, loadCounted } from '../../support/count-steps';

type Language = typeof import('../../../src/language');

/** The smallest size; the others are two and four times as large. */
const N = 40;
/** How many times as much the second step of sizes may add as the first; sorting takes it a little above two. */
const LINEAR = 2.2;
const QUADRATIC = 6;
const SLACK = 3000;
/** The parser compares the stacks of open brackets, or looks back to the start of the line, at each level. */
const DEEP: ReadonlySet<string> = new Set([
  'yaml, nesting',
  'typescript, nesting',
  'typescript, statuses in nested functions',
  // Each operand of a condition adds a little to what is known before the next one.
  'typescript, long conditions',
]);
const ROW = "'OS-EXT-STS:vm_state': 'actve', 'OS-EXT-STS:task_state': null";
const WRONG = "'OS-EXT-STS:vm_state': 'STOPPED', 'OS-EXT-STS:task_state': null, status: 'actve'";
const YAML_WRONG = 'vm_state: STOPPED\n  task_state: null\n  status: actve\n';
const YAML_ROW = 'vm_state: actve\n  task_state: null\n';
const json = (row: string) => row.replaceAll("'", '"').replace('status:', '"status":');
const times = (n: number, one: (index: number) => string, between = '') =>
  Array.from({ length: n }, (_, index) => one(index)).join(between);

/** Keeps a tree of any size from being packed at once, which would cost less than what is twice as large. */
const WIDE = `/* ${'-'.repeat(120)} */`;

/** What grows, in each language; the text for a size. */
const GENERATORS: Record<string, Record<string, (n: number) => string>> = {
  json: {
    'several faults': (n) => `[${times(n, () => json(`{${WRONG}}`), ',\n')}]`,
    'faults on many lines': (n) => `[${times(n, () => json(`{${ROW}}`), ',\n')}]`,
    'faults on one line': (n) => `[${times(n, () => json(`{${ROW}}`), ',')}]`,
    duplicates: (n) => `{${times(n, () => json(ROW), ',\n')}}`,
    'duplicates of faults': (n) => `{${times(n, () => json(WRONG), ',\n')}}`,
    'suppressions in use': (n) =>
      `[${times(n, () => `// ecs-states-disable-next-line unknown-vm-state\n${json(`{${ROW}}`)}`, ',\n')}]`,
    'suppressions out of use': (n) =>
      `[${times(n, () => '// ecs-states-disable-next-line unknown-vm-state\n1', ',\n')}, ${json(`{${ROW}}`)}]`,
    blanks: (n) => `${' '.repeat(50 * n)}{${json(ROW)}${' \n'.repeat(50 * n)}}`,
    'faults in strings': (n) => `[${times(n, () => JSON.stringify(json(`{${ROW}}`)), ',\n')}]`,
    'strings that are not closed': (n) => times(n, () => '"{ state\\\\\\" '),
    'lists of states': (n) => json(`{'OS-EXT-STS:vm_state': [${times(n, () => "'actve'", ', ')}]}`),
    'many lists': (n) =>
      `[${times(n, () => json("{'OS-EXT-STS:vm_state': ['active', 'actve']}"), ',\n')}]`,
    'servers by their shape': (n) =>
      json(
        `{'servers': [${times(n, () => "{'hostId': '', 'key_name': '', 'status': 'actve'}", ', ')}]}`,
      ).replaceAll("'", '"'),
    nesting: (n) => `${'{"a":'.repeat(n)}${json(`{${ROW}}`)}${'}'.repeat(n)}`,
  },
  yaml: {
    'several faults': (n) => times(n, () => `- ${YAML_WRONG}`),
    'faults on many lines': (n) => times(n, () => `- ${YAML_ROW}`),
    'faults on one line': (n) => `[${times(n, () => `{${ROW}}`, ', ')}]\n`,
    duplicates: (n) => times(n, () => 'vm_state: actve\ntask_state: null\n'),
    'suppressions in use': (n) =>
      times(n, () => `# ecs-states-disable-next-line unknown-vm-state\n- ${YAML_ROW}`),
    'suppressions out of use': (n) =>
      `${times(n, () => '# ecs-states-disable-next-line unknown-vm-state\n- 1\n')}- ${YAML_ROW}`,
    blanks: (n) => `${'\n'.repeat(50 * n)}vm_state:${' '.repeat(50 * n)}actve\ntask_state: null\n`,
    nesting: (n) =>
      `${'- '.repeat(n)}${ROW.replaceAll("'", '').replace(', ', `\n${' '.repeat(2 * n)}`)}\n`,
    'faults in scalars': (n) => times(n, () => `- '${json(`{${ROW}}`)}'\n`),
    'faults in expressions': (n) => times(n, (i) => `- when: s${i}.vm_state == 'actve'\n`),
    'faults between marks': (n) =>
      `a: >\n${times(n, (i) => `  {{ s${i}.vm_state == 'actve' }}\n`)}`,
    'marks that are not closed': (n) => `a: >\n${times(n, () => `  {{ s.vm_state == 'actve'\n`)}`,
    'faults in blocks': (n) => times(n, () => `- |\n  ${json(`{${ROW}}`)}\n`),
    'merge keys': (n) =>
      times(n, (i) => `a${i}: &a${i}\n  <<: [*a${i - 1}, *a${i - 2}]\n  ${YAML_ROW}`),
    'merge keys of one mapping': (n) =>
      `a: &a\n  ${times(n, () => `vm_state: actve\n  status: ACTIVE\n  `)}\n${times(n, (i) => `b${i}:\n  <<: *a\n  ${YAML_ROW}`)}`,
    'a list of merge keys': (n) =>
      `a: &a\n  ${YAML_ROW}b:\n  <<: [${times(n, () => '*a', ', ')}]\n  status: actve\n`,
    'lists of states': (n) => `OS-EXT-STS:vm_state:\n${times(n, () => '  - actve\n')}`,
    'paths as keys': (n) => times(n, (i) => `$.s[${i}]['OS-EXT-STS:vm_state']: actve\n`),
    'servers in a list': (n) => `servers:\n${times(n, () => '- hostId: x\n  status: actve\n')}`,
    'anchors and aliases': (n) => times(n, (i) => `a${i}: &a${i}\n  ${YAML_ROW}b${i}: *a${i}\n`),
  },
  typescript: {
    'several faults': (n) => times(n, (i) => `const s${i} = { ${WRONG} };\n`),
    'faults on many lines': (n) => times(n, (i) => `const s${i} = { ${ROW} };\n`),
    'faults on one line': (n) => `const all = [${times(n, () => `{ ${ROW} }`, ', ')}];\n`,
    duplicates: (n) => `const s = {${times(n, () => ROW, ',\n')}};\n`,
    'suppressions in use': (n) =>
      times(
        n,
        (i) => `// ecs-states-disable-next-line unknown-vm-state\nconst s${i} = { ${ROW} };\n`,
      ),
    'suppressions out of use': (n) =>
      `${times(n, () => `// ecs-states-disable-next-line unknown-vm-state\nf();\n`)}const s = { ${ROW} };\n`,
    blanks: (n) => `${' \n'.repeat(50 * n)}const s = {${' '.repeat(50 * n)}${ROW} };\n`,
    nesting: (n) => `const a = ${'{ a: '.repeat(n)}{ ${ROW} }${' }'.repeat(n)};\n`,
    'constants and helpers': (n) =>
      times(
        n,
        (i) =>
          `const OFF${i} = ['stopped'];\nconst is${i} = (s) => OFF${i}.includes(s.vm_state);\n` +
          `const f${i} = (s) => { if (is${i}(s) && s.vm_state !== 'actve' && s.task_state) g(); };\n`,
      ),
    'else-if chains': (n) =>
      `function f(s) {\n${times(n, () => `if (s.vm_state === 'actve') { g(); }`, ' else ')}\n}\n`,
    'long conditions': (n) => `if (${times(n, () => `s.vm_state !== 'actve'`, ' && ')}) g();\n`,
    'conditions on many servers': (n) =>
      times(
        n,
        (i) => `if (s${i}.vm_state === 'active' && s${i}.task_state === 'rebooting') g();\n`,
      ),
    cases: (n) => `switch (s.vm_state) {\n${times(n, () => `case 'actve': break;\n`)}}\n`,
    'faults in strings': (n) => times(n, () => `f('${json(`{${ROW}}`)}');\n`),
    lists: (n) => times(n, (i) => `const l${i} = ['SHUTOFF', 'actve', 'VERIFY_RESIZE'];\n`),
    'lists in one declaration': (n) =>
      `const ${times(n, (i) => `l${i} = ['SHUTOFF', 'actve', 'VERIFY_RESIZE']${WIDE}`, ',\n')};\n`,
    'one list': (n) => `const l = [${times(n, (i) => `'SHUTOFF', 'actve', 'x${i}'`, ', ')}];\n`,
    maps: (n) =>
      `const l = {${times(n, (i) => `a${i}: { SHUTOFF: 1, actve: 2 }${WIDE}`, ',\n')}};\n`,
    'statuses of one server': (n) =>
      `f(s['OS-EXT-STS:vm_state']);\n${times(n, () => `f(s.status === 'actve');\n`)}`,
    'statuses in nested functions': (n) =>
      `f(s['OS-EXT-STS:vm_state']);\n${times(n, () => `f(() => { g(s.status === 'actve'); `)}${'});'.repeat(n)}\n`,
    unions: (n) => `interface S { vm_state: ${times(n, () => `'actve'`, ' | ')}; }\n`,
  },
  vue: {
    'faults in attributes': (n) =>
      `<template>\n${times(n, (i) => `<b v-if="s${i}.vm_state === 'actve'" />\n`)}</template>\n`,
    'faults in interpolations': (n) =>
      `<template>\n${times(n, (i) => `{{ s${i}.vm_state === 'actve' }}\n`)}</template>\n`,
    handlers: (n) =>
      `<template>\n${times(n, (i) => `<b @a-b="s${i}.vm_state = 'actve'" />\n`)}</template>\n`,
    'faults in a script': (n) =>
      `<script>\n${times(n, (i) => `const s${i} = { ${ROW} };\n`)}</script>\n`,
    'expressions that are half typed': (n) =>
      `<template>\n${times(n, (i) => `<b v-if="f(s${i}.vm_state === 'actve'" />\n`)}</template>\n`,
    'suppressions in use': (n) =>
      `<template>\n${times(n, () => `<!-- ecs-states-disable-next-line unknown-vm-state -->\n<b v-if="s.vm_state === 'actve'" />\n`)}</template>\n`,
    'tags that are not closed': (n) => `${times(n, () => `<b v-if="s.vm_state === 'actve' `)}\n`,
    'interpolations that are not closed': (n) =>
      `${times(n, () => `{{ s.vm_state === 'actve' `)}\n`,
  },
  astro: {
    'faults in a front matter': (n) =>
      `---\n${times(n, (i) => `const s${i} = { ${ROW} };\n`)}---\n`,
    'faults in expressions': (n) => times(n, (i) => `<b a={s${i}.vm_state === 'actve'} />\n`),
    'markup in expressions': (n) =>
      times(n, (i) => `{a.map((s) => <b>it's<br>{s.vm_state === 'actve' && ${i}}</b>)}\n`),
    'elements in elements': (n) =>
      `{a && ${'<b>'.repeat(n)}{s.vm_state === 'actve'}${'</b>'.repeat(n)}}\n`,
    'elements that are not closed': (n) =>
      times(n, (i) => `{a && <b>{s${i}.vm_state === 'actve' ${WIDE}}\n`),
    'braces that are not closed': (n) => times(n, () => `{s.vm_state === 'actve'\n`),
  },
  http: {
    requests: (n) => times(n, () => `###\nPUT /a\nB: c\n\n{ ${json(ROW)} }\n`),
    'faults in one body': (n) => `PUT /a\n\n[${times(n, () => `{ ${json(ROW)} }`, ',\n')}]\n`,
    'a script that is not closed': (n) =>
      `> {%\n${times(n, (i) => `f(s${i}.vm_state === 'actve');\n`)}`,
  },
  markdown: {
    'faults in blocks': (n) => times(n, () => `\`\`\`json\n{ ${json(ROW)} }\n\`\`\`\n\n`),
    'faults in one block': (n) => `~~~yaml\n${times(n, () => `- ${YAML_ROW}`)}~~~\n`,
    'blocks in lists': (n) => times(n, () => `- a\n\n  \`\`\`json\n  { ${json(ROW)} }\n  \`\`\`\n`),
    'blocks that are not closed': (n) => times(n, () => `> \`\`\`json\n> { ${json(ROW)} }\n\n`),
    'lists in lists': (n) => `${'- '.repeat(50 * n)}a\n\`\`\`json\n{ ${json(ROW)} }\n\`\`\`\n`,
    'quotes in quotes': (n) =>
      `${times(n, () => `${'>'.repeat(50)} a\n`)}\`\`\`json\n{ ${json(ROW)} }\n\`\`\`\n`,
  },
  svelte: {
    'faults in attributes': (n) => times(n, (i) => `<b a={s${i}.vm_state === 'actve'} />\n`),
    'faults in blocks': (n) => times(n, (i) => `{#if s${i}.vm_state === 'actve'}{i}{/if}\n`),
    loops: (n) => times(n, () => `{#each all as s}{s.vm_state === 'actve'}{/each}\n`),
    'faults in one line': (n) => times(n, (i) => `{s${i}.vm_state === 'actve'}`),
    'blocks in blocks': (n) =>
      `${times(n, (i) => `{#if s${i}.vm_state === 'actve'}`)}${'{/if}'.repeat(n)}`,
    'faults in a script': (n) =>
      `<script>\n${times(n, (i) => `const s${i} = { ${ROW} };\n`)}</script>\n`,
    'expressions that are half typed': (n) =>
      times(n, (i) => `<b a={f(s${i}.vm_state === 'actve'} />\n`),
    'braces that are not closed': (n) => times(n, () => `{s.vm_state === 'actve'\n`),
    'suppressions in use': (n) =>
      times(
        n,
        (i) =>
          `<!-- ecs-states-disable-next-line unknown-vm-state -->\n<b a={s${i}.vm_state === 'actve' ${WIDE}} />\n`,
      ),
  },
};

/** What is asked of a text; the place is that of the state in the middle. */
const FEATURES: Record<
  string,
  (language: Language, reading: ParsedDocument, at: number, length: number) => unknown
> = {
  diagnose: (language, reading) => language.createLanguageService().diagnose(reading),
  'fix all': (language, reading) => language.fixAllReading(reading),
  'fix at a place': (language, reading, at) => language.fixReading(reading, { start: at, end: at }),
  complete: (language, reading, at) => language.createLanguageService().complete(reading, at),
  hover: (language, reading, at) => language.createLanguageService().hover(reading, at),
  hints: (language, reading, _at, length) =>
    language
      .createLanguageService({ statusHints: 'all' })
      .statusHints(reading, { start: 0, end: length }),
  insert: (language, reading, at) => language.createLanguageService().insertions(reading, at),
};

/** The steps of each feature, and of the reading before. */
function costs(
  { module: language, stepsOf }: Counted<Language>,
  text: string,
  languageId: string,
): Record<string, number> {
  const middle = text.indexOf('actve', text.length / 2);
  const at = 2 + (middle < 0 ? text.indexOf('actve') : middle);
  let reading: ParsedDocument | undefined;
  const steps: Record<string, number> = {
    read: stepsOf(() => {
      reading = language.readText(text, languageId);
    }),
  };
  for (const [feature, ask] of Object.entries(FEATURES)) {
    steps[feature] = stepsOf(() => {
      assert.ok(reading);
      ask(language, reading, at, text.length);
    });
  }
  return steps;
}

describe('language: what a longer text costs', function () {
  this.timeout(240_000);
  let counted: Counted<Language>;

  before(() => {
    counted = loadCounted('src/language/index.ts');
  });

  for (const [languageId, generators] of Object.entries(GENERATORS)) {
    for (const [name, generate] of Object.entries(generators)) {
      it(`grows as the text: ${languageId}, ${name}`, () => {
        const limit = DEEP.has(`${languageId}, ${name}`) ? QUADRATIC : LINEAR;
        const of = (size: number) => costs(counted, generate(size), languageId);
        // What is made once, at the first use, is no part of it.
        of(2);
        const [first, second, third] = [of(N), of(2 * N), of(4 * N)];
        const slow = Object.keys(first).filter((feature) => {
          const [a = 0, b = 0, c = 0] = [first[feature], second[feature], third[feature]];
          return c - b >= limit * (b - a) + SLACK;
        });
        const shown = slow.map((feature) => [
          feature,
          first[feature],
          second[feature],
          third[feature],
        ]);
        assert.deepEqual(shown, []);
      });
    }
  }
});
