import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { actionsIn, choose, closeAll, codeOf, expectReported, open, problems } from './support';

const { Hint, Information, Warning } = vscode.DiagnosticSeverity;

describe('logic of code in the editor', () => {
  afterEach(closeAll);

  const faults: [string, string, string, vscode.DiagnosticSeverity][] = [
    [
      'typescript',
      "if (a.vm_state === 'stopped' && a.task_state === 'rebooting') {}",
      "impossible-condition @ a.task_state === 'rebooting'",
      Warning,
    ],
    [
      'typescriptreact',
      "function f(s) { if (s.vm_state !== 'active') return null; return s.task_state === 'powering-on' ? <b /> : null; }",
      "unreachable-case @ s.task_state === 'powering-on'",
      Information,
    ],
    [
      'javascript',
      "switch (s['OS-EXT-STS:vm_state']) { case 'active': case 'stopped': }",
      "missing-cases @ s['OS-EXT-STS:vm_state']",
      Hint,
    ],
    [
      'javascriptreact',
      "if (s['OS-EXT-STS:vm_state'] === 'ACTIVE') {}",
      'wrong-field @ ACTIVE',
      Warning,
    ],
  ];
  for (const [language, text, expected, severity] of faults) {
    it(`${language}: ${text}`, async () => {
      const { document } = await open(language, text);
      await expectReported(document, [expected]);
      assert.equal(problems(document.uri)[0]?.severity, severity);
    });
  }

  it('relates what else is known', async () => {
    const text = "if (a.vm_state === 'stopped' && a.task_state === 'rebooting') {}";
    const { document } = await open('typescript', text);
    await expectReported(document, ["impossible-condition @ a.task_state === 'rebooting'"]);
    const [related] = problems(document.uri)[0]?.relatedInformation ?? [];
    assert.equal(document.getText(related?.location.range), "a.vm_state === 'stopped'");
  });

  it('adds the missing cases', async () => {
    const { document } = await open(
      'typescript',
      'function f(s) {\n  switch (s.vm_state) {\n' +
        "    case 'active':\n    case 'stopped':\n      break;\n  }\n}\n",
    );
    await expectReported(document, ['missing-cases @ s.vm_state']);
    const fixes = await actionsIn(document, vscode.CodeActionKind.QuickFix);
    await choose(fixes.find(({ title }) => title === 'Add the missing cases'));
    for (const state of ['building', 'resized', 'error', 'deleted']) {
      assert.ok(document.getText().includes(`    case '${state}':`), document.getText());
    }
    await expectReported(document, []);
  });

  it('adds the missing cases in one line, behind what ends without a semicolon', async () => {
    const text = "switch (s.vm_state) { case 'active': go(); case 'stopped': stop() }";
    const { document } = await open('javascript', text);
    await expectReported(document, ['missing-cases @ s.vm_state']);
    const fixes = await actionsIn(document, vscode.CodeActionKind.QuickFix);
    await choose(fixes.find(({ title }) => title === 'Add the missing cases'));
    assert.ok(document.getText().includes("stop(); case 'building':"), document.getText());
    await expectReported(document, []);
  });

  it('offers the state that was meant, where the other conditions leave only that', async () => {
    const text =
      "if (s['OS-EXT-STS:vm_state'] === 'ACTIVE' && s['OS-EXT-STS:task_state'] === 'rebooting') {}";
    const { document } = await open('typescript', text);
    await expectReported(document, ['wrong-field @ ACTIVE']);
    const fixes = await actionsIn(document, vscode.CodeActionKind.QuickFix);
    const [fix, ...others] = fixes.filter(({ title }) => /^(?:Change|Compare)/.test(title));
    assert.equal(fix?.title, "Change vm_state to 'active'");
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(others, []);
    await choose(fix);
    assert.equal(document.getText(), text.replace('ACTIVE', 'active'));
    await expectReported(document, []);
  });

  it('names the field that was meant', async () => {
    const { document } = await open('typescript', "if (s['OS-EXT-STS:vm_state'] === 'ACTIVE') {}");
    await expectReported(document, ['wrong-field @ ACTIVE']);
    const [fix] = await actionsIn(document, vscode.CodeActionKind.QuickFix);
    await choose(fix);
    assert.equal(document.getText(), "if (s['status'] === 'ACTIVE') {}");
    assert.equal(problems(document.uri).filter((each) => codeOf(each) === 'wrong-field').length, 1);
    await expectReported(document, []);
  });
});
