import { strict as assert } from 'node:assert';
import ts from 'typescript';
import { applied, diagnose, fixAllReading, fixReading, readText } from '../../../../src/language';
import { filesIn } from '../../../corpus/files';
import { FOUND, OTHERS } from '../analysis/flow/cases';

const VM = "s['OS-EXT-STS:vm_state']";
const TASK = "s['OS-EXT-STS:task_state']";

interface Sample {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

/** Ways to write a switch that lacks cases, down to what only an end of line or a brace holds together. */
const SWITCHES = [
  `switch (${VM}) { case 'active': return 1; case 'stopped': return 2 }`,
  `switch (${VM}) { case 'active': x = {}; case 'stopped': x = {} }`,
  `switch (${VM}) { case 'active': case 'stopped': if (x) y() /* why */ }`,
  `switch (${VM}) { case 'active': case 'stopped': /* nothing */ }`,
  `switch (${VM}) { case 'active': case 'stopped':}`,
  `switch (${VM}) { case 'active': case 'stopped': do y(); while (x) }`,
  `switch (${VM}) {\n case 'active':\n  return 1\n case 'stopped': return 2\n}`,
  `switch (${VM}) {\n case 'active': case 'stopped': x() // why\n }`,
  `switch (${VM}) {\ncase "active":\ncase "stopped":\ngo()\n}`,
  `switch (${VM}) {\n case \`active\`: {\n }\n case \`stopped\`: {\n go() }\n}`,
  `  switch (${VM}) {\r\n      case 'active':\r\n          return 1\r\n      case 'stopped':\r\n          return 2\r\n      // more\r\n  }`,
  `\tswitch (${VM}) {\n\t\tcase 'active':\n\t\tcase 'ACTIVE':\n\t\tcase 'stoped':\n\t}`,
  `switch (${VM}) { case 'ACTIVE': a(); break; case 'STOPPED': b(); break; case 'error': }`,
];

/** Conditions that bear on others, so that what is right for one can be wrong for the next. */
const CONDITIONS = [
  `return ${VM} === 'ACTIVE' && ${TASK} === 'rebooting';`,
  `return ${VM} === 'ACTIVE' && s.status === 'SHUTOFF';`,
  `return s.vm_state === 'rebooting' && s.task_state === null && s.vm_state === 'active';`,
  `return s.vm_state === 'ACTIVE' && s.task_state === 'rebooting' || s.vm_state === 'active';`,
  `switch (${VM}) { case 'ACTIVE': a(); break; case 'stopped': b(); break; default: }`,
  `if (${VM} === 'active') return; if (${VM} === 'acitve' || ${TASK} === 'rebootin') f();`,
  `return ${VM} === 'stopped' && ${TASK} === 'rebotting';`,
];

const inFunction = (text: string, index: number): Sample => ({
  name: `sample ${index}`,
  languageId: 'typescript',
  text: `function f(s) {\n${text}\n}\n`,
});

const SAMPLES: readonly Sample[] = [
  ...[...FOUND, ...OTHERS].map(({ name, code, languageId = 'typescript' }) => {
    return { name, languageId, text: code };
  }),
  ...[...SWITCHES, ...CONDITIONS].map(inFunction),
  ...filesIn('test/corpus/faulty').filter(({ languageId }) => /script/.test(languageId)),
];

function codesIn({ text, languageId }: Sample): string[] {
  return diagnose(text, languageId).map(({ code }) => code);
}

function syntaxErrorsIn({ text, languageId }: Sample): number {
  const fileName = languageId === 'typescript' ? 'x.ts' : 'x.tsx';
  const options = { fileName, reportDiagnostics: true };
  return ts.transpileModule(text, options).diagnostics?.length ?? 0;
}

function assertMended(before: Sample, text: string, what: string): void {
  const after = { ...before, text };
  const codes = codesIn(before);
  const left = codesIn(after);
  const countOf = (all: readonly string[], code: string) =>
    all.filter((other) => other === code).length;
  assert.ok(left.length < codes.length, `${what} removes nothing: ${text}`);
  for (const code of left) {
    assert.ok(countOf(left, code) <= countOf(codes, code), `${what} adds ${code}: ${text}`);
  }
  assert.equal(syntaxErrorsIn(after), syntaxErrorsIn(before), `${what} breaks: ${text}`);
}

describe('fixes of code', () => {
  let count = 0;

  for (const sample of SAMPLES) {
    it(`each removes a fault, adds none and leaves a program: ${sample.name}`, () => {
      const { text, languageId } = sample;
      const reading = readText(text, languageId);
      assert.ok(reading);
      for (const { edits, title } of fixReading(reading, { start: 0, end: text.length })) {
        if (edits.length === 0) continue;
        assertMended(sample, applied(text, edits), title);
        count++;
      }
      const edits = fixAllReading(reading);
      if (edits.length > 0) assertMended(sample, applied(text, edits), 'fix all');
    });
  }

  it('are many', () => assert.ok(count > 300, `${count}`));

  const offered = (code: string) => {
    const { text } = inFunction(code, 0);
    const reading = readText(text, 'typescript');
    assert.ok(reading);
    return fixReading(reading, { start: 0, end: text.length })
      .filter(({ kind }) => kind !== 'suppress')
      .map(({ title, preferred }) => `${title}${preferred ? ' (preferred)' : ''}`);
  };

  it('of a state of another field: that field, or the state that was meant', () => {
    assert.deepEqual(offered(`return ${VM} === 'ACTIVE';`), [
      'Compare status instead',
      "Change vm_state to 'active'",
    ]);
    assert.deepEqual(offered(`return ${TASK} === 'active' || ${VM} === 'stopped';`), [
      'Compare vm_state instead (preferred)',
    ]);
    assert.deepEqual(offered(`return s.status === 'stopped' && ${TASK} === null;`), [
      "Change status to 'SHUTOFF' (preferred)",
    ]);
  });

  it('of a state of another field: only what the other conditions allow', () => {
    assert.deepEqual(offered(`return ${VM} === 'ACTIVE' && ${TASK} === 'rebooting';`), [
      "Change vm_state to 'active' (preferred)",
    ]);
  });

  it('of a comparison that is never true: the states that are left, those first that look like the one written', () => {
    assert.deepEqual(offered(`return ${TASK} === 'rebooting' && ${VM} === 'stopped';`), [
      "Change vm_state to 'active' (preferred)",
    ]);
    assert.deepEqual(offered(`if (${VM} === 'stopped' && 'rebooting' === ${TASK}) go();`), [
      "Change task_state to 'rebuilding'",
      "Change task_state to 'deleting'",
      "Change task_state to 'resize_prep'",
      "Change task_state to 'resize_finish'",
      "Change task_state to 'powering-on'",
    ]);
    assert.deepEqual(offered(`if (${VM} !== 'deleted') return; if (s.status === 'ERROR') go();`), [
      "Change status to 'DELETED' (preferred)",
    ]);
    assert.deepEqual(offered(`return ${VM} === 'stopped' && ['rebooting'].includes(${TASK});`), []);
  });

  it('of a comparison that is never true: in the case that the code gives to what it compares', () => {
    const text = `if (s.task_state === 'rebooting' && s.vm_state.toUpperCase() === 'STOPPED') {}`;
    const reading = readText(text, 'typescript');
    assert.ok(reading);
    const [fix] = fixReading(reading, { start: 0, end: text.length });
    assert.equal(
      applied(text, fix?.edits ?? []),
      `if (s.task_state === 'rebooting' && s.vm_state.toUpperCase() === 'ACTIVE') {}`,
    );
  });

  it('of a misspelt case: not one that is there already', () => {
    const titles = offered(
      `switch (${VM}) { case 'active': a(); break; case 'acitve': b(); break; default: }`,
    );
    assert.ok(titles.includes("Change vm_state to 'stopped'"), titles.join());
    assert.ok(!titles.some((title) => title.includes('active')), titles.join());
  });

  it('of a switch: the cases that are left, but for those that are only misspelt', () => {
    const code = `switch (${VM}) { case 'active': case 'stopped': case 'eror': go() }`;
    const { text } = inFunction(code, 0);
    const reading = readText(text, 'typescript');
    assert.ok(reading);
    const fixes = fixReading(reading, { start: 0, end: text.length });
    const { edits } = fixes.find(({ title }) => title === 'Add the missing cases') ?? {};
    assert.ok(edits);
    const added = "go(); case 'building': case 'resized': case 'deleted': break; }";
    assert.equal(applied(text, edits), text.replace('go() }', added));
  });

  const removals: readonly (readonly [string, string, string | undefined])[] = [
    [
      'a case behind an exit, with its statements',
      "case 'active': g(); break; case 'active': h(); break; default: i();",
      "case 'active': g(); break; default: i();",
    ],
    [
      'one label of several',
      "case 'active': g(); break; case 'error': case 'active': h(); break; default: i();",
      "case 'active': g(); break; case 'error': h(); break; default: i();",
    ],
    [
      'the first label of several',
      "case 'active': g(); case 'active': case 'error': h(); break; default: i();",
      "case 'active': g(); case 'error': h(); break; default: i();",
    ],
    [
      'not what another case goes on in',
      "case 'active': g(); case 'active': h(); default:",
      undefined,
    ],
    [
      'not what declares a name',
      "case 'active': break; case 'active': let x = 1; break; default: x = 2;",
      undefined,
    ],
    [
      'not a comment',
      "case 'active': break; case 'active': /* why */ h(); break; default:",
      undefined,
    ],
  ];
  for (const [name, cases, expected] of removals) {
    it(`of a case that nothing gets to: ${name}`, () => {
      const text = `function f(s) { switch (${VM}) { ${cases} } }`;
      const reading = readText(text, 'typescript');
      assert.ok(reading);
      const fixes = fixReading(reading, { start: 0, end: text.length });
      const { edits } = fixes.find(({ title }) => title === 'Remove the case') ?? {};
      assert.equal(edits && applied(text, edits), expected && text.replace(cases, expected));
    });
  }
});
