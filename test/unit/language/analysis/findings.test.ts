import { strict as assert } from 'node:assert';
import type { CodeFinding } from '../../../../src/language/analysis';
import { relatedMessage } from '../../../../src/language/rules/code/related';
import { codeFindingsIn } from '../../../../src/language/rules/code-findings';
import { ruleOf } from '../../../../src/language/rules/rules';
import { english } from '../../../../src/language/text/localize';
import { HUAWEI_CLOUD, relationOf } from '../../../../src/model';
import { processorTime } from '../../../support/processor-time';
import { stride } from '../../../support/reach';
import { type Case, FOUND, OTHERS, SILENT } from './flow/cases';

const findingsIn = (code: string, languageId = 'typescript') =>
  codeFindingsIn(code, languageId, HUAWEI_CLOUD);
const show = (code: string, { code: rule, start, end }: CodeFinding) =>
  `${rule} @ ${code.slice(start, end)}`;

function check({ code, found, languageId }: Case): void {
  const findings = findingsIn(code, languageId);
  assert.deepEqual(
    findings.map((finding) => show(code, finding)),
    found,
  );
}

function only(code: string): CodeFinding {
  const findings = findingsIn(`function f(s) {\n${code}\n}`);
  assert.equal(findings.length, 1, JSON.stringify(findings));
  return findings[0] as CodeFinding;
}

describe('logic of conditions', () => {
  describe('found', () => {
    for (const each of [...FOUND, ...OTHERS]) it(each.name, () => check(each));
  });

  describe('silent', () => {
    for (const each of SILENT) it(each.name, () => check(each));
  });

  it('says the same with line breaks of Windows, with comments and in any spelling of quotes', () => {
    for (const { code, found } of [...FOUND, ...SILENT]) {
      const commented = code
        .replaceAll(' && ', ' /* c */ && // d\r\n ')
        .replaceAll('{', '{ /* e */');
      const findings = findingsIn(commented);
      assert.deepEqual(
        findings.map((finding) => finding.code),
        found.map((each) => each.split(' @ ')[0]),
        commented,
      );
    }
  });

  it('does not throw wherever a text ends, and marks nothing outside of it', () => {
    const step = stride(4);
    for (const [index, { code, languageId }] of [...FOUND, ...SILENT, ...OTHERS].entries()) {
      for (let end = index % step; end <= code.length; end += step) {
        const text = code.slice(0, end);
        for (const finding of findingsIn(text, languageId)) {
          assert.ok(0 <= finding.start && finding.start <= finding.end && finding.end <= end);
        }
      }
    }
  });

  it('relates the fewest earlier conditions', () => {
    const code =
      "if (s.task_state === 'migrating') return; if (s.name && s.vm_state === 'stopped') { if (s.task_state === 'rebooting') {} }";
    const { related } = only(code);
    const whole = `function f(s) {\n${code}\n}`;
    assert.deepEqual(
      related.map(({ start, end, failed }) => [whole.slice(start, end), failed]),
      [["s.vm_state === 'stopped'", false]],
    );
  });

  it('relates a failed condition as failed, and a whole disjunction', () => {
    const { related, code } = only(
      "if (s.vm_state !== 'stopped') return; if (s.task_state === 'rebooting') {}",
    );
    assert.equal(code, 'unreachable-case');
    assert.deepEqual(
      related.map(({ failed }) => failed),
      [true],
    );
    const or = "(s.vm_state === 'stopped' || s.vm_state === 'error')";
    const text = `function f(s) { return ${or} && s.task_state === 'rebooting'; }`;
    const [range] = findingsIn(text)[0]?.related ?? [];
    assert.equal(text.slice(range?.start, range?.end), or.slice(1, -1));
  });

  it('says what is wrong', () => {
    const say = (code: string) => {
      const finding = only(code);
      return ruleOf(finding)?.message(finding, english) ?? '';
    };
    assert.equal(
      say("if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}"),
      "Always false: task_state cannot be 'rebooting' when vm_state is 'stopped'.",
    );
    assert.equal(
      say("if (s.vm_state === 'deleted' && ![null, undefined, ''].includes(s.task_state)) {}"),
      "Always false: task_state can only be null when vm_state is 'deleted'.",
    );
    assert.equal(
      say("if (s.vm_state === 'deleted' && s.task_state) {}"),
      "Always false: task_state can only be null when vm_state is 'deleted'.",
    );
    assert.equal(
      say("if (s.vm_state !== 'stopped') return; if (s.task_state === 'rebooting') {}"),
      "Unreachable: earlier conditions exclude task_state 'rebooting'.",
    );
    assert.equal(
      say("if (s['OS-EXT-STS:vm_state'] === 'ACTIVE') {}"),
      "'ACTIVE' is a status, so vm_state never equals it. Compare status, or use 'active'.",
    );
    assert.match(
      say("switch (s.vm_state) { case 'active': case 'stopped': }"),
      /^Switch is not exhaustive\. Missing vm_state: 'building', 'resized', 'error', 'deleted'\.$/,
    );
  });

  it('says what earlier conditions leave', () => {
    const RELATED: readonly (readonly [code: string, message: string])[] = [
      [
        "if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}",
        "This check limits vm_state to 'stopped'.",
      ],
      [
        "if (s.vm_state !== 'active') return; if (s.task_state === 'powering-on') {}",
        "This check limits vm_state to 'active'.",
      ],
      [
        "if ((s.vm_state === 'stopped' || s.vm_state === 'error') && s.task_state === 'rebooting') {}",
        "This check limits vm_state to 'stopped' or 'error'.",
      ],
    ];
    for (const [code, message] of RELATED) {
      const { related } = only(code);
      assert.deepEqual(
        related.map((place) => relatedMessage(place, english)),
        [message],
        code,
      );
    }
    const place = { start: 0, end: 0 };
    assert.notEqual(
      relatedMessage({ ...place, failed: true }, english),
      relatedMessage({ ...place, failed: false }, english),
    );
  });

  it('depends on the edition of the mapping', () => {
    const code =
      "function f(s) { return s.vm_state === 'stopped' && s.task_state === 'rebooting_hard'; }";
    assert.equal(codeFindingsIn(code, 'typescript', HUAWEI_CLOUD).length, 1);
    assert.equal(codeFindingsIn(code, 'typescript', relationOf('openstack')).length, 0);
  });

  it('gives up on what is too deep or too long, and in good time', () => {
    const atom = "s.vm_state === 'stopped'";
    const texts = [
      `function f(s) { return ${'('.repeat(5000)}${atom}${')'.repeat(5000)} && s.task_state === 'rebooting'; }`,
      `function f(s) { return ${Array(5000).fill(atom).join(' && ')} && s.task_state; }`,
      `function f(s) { ${`if (${atom}) {`.repeat(3000)}${'}'.repeat(3000)} }`,
      `function f(s) { ${`if (${atom}) g(); else `.repeat(3000)} return s.task_state; }`,
      `function f(s) { ${'return () => {'.repeat(2000)} ${atom} ${'}'.repeat(2000)} }`,
      `function f(s) { switch (s.vm_state) { ${"case 'active': case 'stopped': g();".repeat(900)} } }`,
    ];
    for (const text of texts) {
      const begin = processorTime();
      findingsIn(text);
      const elapsed = processorTime() - begin;
      assert.ok(elapsed < 15_000, `${elapsed} ms: ${text.slice(0, 60)}`);
    }
  });
});

describe('edits of findings', () => {
  const edited = (code: string) => {
    const [finding] = findingsIn(code).filter(({ edits }) => edits.length > 0);
    const [edit] = finding?.edits ?? [];
    assert.ok(edit);
    return code.slice(0, edit.start) + edit.newText + code.slice(edit.end);
  };
  const rest = (indent: string, quote = "'", inner = `${indent}  `) =>
    `${['building', 'resized', 'error', 'deleted'].map((state) => `${indent}case ${quote}${state}${quote}:`).join('\n')}\n${inner}break;\n`;

  it('adds the cases that are missing', () => {
    const code =
      "function f(s) {\n  switch (s.vm_state) {\n    case 'active':\n      return 1;\n    case 'stopped':\n      return 2;\n  }\n}\n";
    const after = code.replace('return 2;\n', `return 2;\n${rest('    ')}`);
    assert.equal(edited(code), after);
    assert.deepEqual(findingsIn(after), []);
  });

  it('in the indentation, quotes and line breaks that stand there', () => {
    const code =
      'function f(s) {\r\n\tswitch (s.vm_state) {\r\n\tcase "active":\r\n\t\treturn 1;\r\n\tcase "stopped": return 2;\r\n\t}\r\n}';
    const added = rest('\t', '"', '\t\t').replaceAll('\n', '\r\n');
    assert.equal(edited(code), code.replace('return 2;\r\n', `return 2;\r\n${added}`));
  });

  it('on one line', () => {
    const code =
      "function f(s) { switch (s.vm_state) { case 'active': return 1; case 'stopped': return 2; } }";
    const after = code.replace(
      'return 2; }',
      "return 2; case 'building': case 'resized': case 'error': case 'deleted': break; }",
    );
    assert.equal(edited(code), after);
  });

  it('only those that earlier conditions leave, null among them', () => {
    const code =
      "function f(s) {\n  if (s.vm_state !== 'resized') return;\n  switch (s.task_state) {\n    case 'resize_reverting':\n    case 'deleting':\n      g();\n  }\n}";
    assert.match(edited(code), /g\(\);\n {4}case null:\n {6}break;\n {2}\}/);
  });

  it('names the field that was meant', () => {
    assert.equal(
      edited("const f = (s) => s['OS-EXT-STS:vm_state'] === 'ACTIVE';"),
      "const f = (s) => s['status'] === 'ACTIVE';",
    );
    assert.equal(
      edited(
        "const f = (s) => s.vmState === 'rebooting' && s.taskState === 'rebooting' && s.vmState === 'active';",
      ),
      "const f = (s) => s.taskState === 'rebooting' && s.taskState === 'rebooting' && s.vmState === 'active';",
    );
  });
});
