import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { PAUSE } from '../../src/extension/workspace-changes';
import {
  CODE,
  check,
  clearFolder,
  expectFound,
  FAULTY,
  fileOf,
  found,
  makeFolder,
  RIGHT,
  set,
  show,
  untilNoticed,
  write,
} from './checked-folder';
import { closeAll, expectReported, open, problems, replaceAll, waitFor } from './support';

/** UTF-16, with the mark of its byte order. */
function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0)).buffer);
}

describe('a check of the workspace', () => {
  beforeEach(makeFolder);

  afterEach(clearFolder);

  it('finds what is wrong in files of every syntax, opens none, and counts by code', async () => {
    await write({
      'a.json': FAULTY,
      'b/c.yaml': 'OS-EXT-STS:vm_state: actve\n',
      'd.ts': "if (s.task_state === 'powering_on') {}",
      'right.json': RIGHT,
      'unrelated.json': '{}',
      'text.txt': FAULTY,
      'silent.ts': "switch (s.vm_state) { case 'active': break; }",
    });
    const before = vscode.workspace.textDocuments.length;
    const tally = await check();
    await expectFound({
      'a.json': [CODE],
      'b/c.yaml': ['unknown-vm-state'],
      'd.ts': ['unknown-task-state'],
    });
    assert.equal(vscode.workspace.textDocuments.length, before);
    assert.ok(tally.files >= 6);
    const sum = Object.values(tally.codes).reduce((total, count) => total + count, 0);
    const all = vscode.languages.getDiagnostics().flatMap(([uri]) => problems(uri));
    const hint = vscode.DiagnosticSeverity.Hint;
    assert.equal(sum, all.filter(({ severity }) => severity !== hint).length);
  });

  it('has the places that an open document would have', async () => {
    await write({ 'lines.json': `{\r\n"名": "😀",\n\r ${FAULTY.slice(1)}` });
    await check();
    const uri = fileOf('lines.json');
    await waitFor(() => problems(uri).length > 0);
    const [closed] = problems(uri);
    const document = await show('lines.json');
    await expectReported(document, [`${CODE} @ rebooting`]);
    assert.deepEqual(closed?.range, problems(uri)[0]?.range);
  });

  it('leaves out what files.exclude, .gitignore files and the settings leave out', async () => {
    await set('files', 'exclude', { '**/hidden': true });
    await set('ecsStates', 'exclude', ['**/quiet/**']);
    await write({
      'hidden/a.json': FAULTY,
      'quiet/a.json': FAULTY,
      'node_modules/x/a.json': FAULTY,
      '.gitignore': 'out/\n*.min.json\n',
      'out/a.json': FAULTY,
      'b.min.json': FAULTY,
      'nested/.gitignore': '!kept.min.json\n/own.json\n',
      'nested/kept.min.json': FAULTY,
      'nested/own.json': FAULTY,
      'nested/deep/own.json': FAULTY,
    });
    await check();
    await expectFound({ 'nested/deep/own.json': [CODE], 'nested/kept.min.json': [CODE] });
  });

  it('reads files of other names and encodings as the editor does', async () => {
    await set('files', 'associations', { '*.servers': 'json' });
    await write({
      'a.servers': FAULTY,
      'mark.json': `\ufeff${FAULTY}`,
      'sixteen.json': utf16(FAULTY),
      'tsconfig.json': `// a comment\n${FAULTY}`,
      'UPPER.json': FAULTY,
    });
    await check();
    const all = ['UPPER.json', 'a.servers', 'mark.json', 'sixteen.json', 'tsconfig.json'];
    await expectFound(Object.fromEntries(all.map((file) => [file, [CODE]])));
    assert.equal(problems(fileOf('mark.json'))[0]?.range.start.character, FAULTY.indexOf('reboo'));
  });

  it('skips what is too large, and mentions it', async () => {
    await write({ 'large.json': `${FAULTY}${' '.repeat(21 * 1024 * 1024)}`, 'a.json': FAULTY });
    const { skipped } = await check();
    await expectFound({ 'a.json': [CODE] });
    assert.equal(skipped, 1);
  });

  it('reads a long file in slices', async () => {
    const many = Array.from({ length: 20_000 }, () => RIGHT);
    await write({ 'long.json': `[${[...many, FAULTY].join(',\n')}]` });
    // Counted in time of the processor, which passes only as this process works, however busy the machine is.
    const worked = () => process.cpuUsage().user / 1000;
    let longest = 0;
    let last = worked();
    const ticks = setInterval(() => {
      longest = Math.max(longest, worked() - last);
      last = worked();
    }, 1);
    try {
      await check();
    } finally {
      clearInterval(ticks);
    }
    await expectFound({ 'long.json': [CODE] });
    assert.ok(longest < 1000, `${longest} ms without a pause`);
  });

  it('leaves a document that is open its own problems, and returns when it is closed', async () => {
    await write({ 'a.json': FAULTY });
    await check();
    await expectFound({ 'a.json': [CODE] });
    const document = await show('a.json');
    await expectReported(document, [`${CODE} @ rebooting`]);
    await replaceAll(document, RIGHT);
    await expectFound({});
    await closeAll();
    await expectFound({ 'a.json': [CODE] });
  });

  it('follows files that change, come and go', async () => {
    await write({ 'a.json': FAULTY, 'b.json': RIGHT, 'folder/c.json': FAULTY });
    await check();
    await expectFound({ 'a.json': [CODE], 'folder/c.json': [CODE] });
    await write({ 'a.json': RIGHT, 'b.json': FAULTY, 'd.json': FAULTY });
    await expectFound({ 'b.json': [CODE], 'd.json': [CODE], 'folder/c.json': [CODE] });
    await vscode.workspace.fs.rename(fileOf('folder'), fileOf('other'));
    await expectFound({ 'b.json': [CODE], 'd.json': [CODE], 'other/c.json': [CODE] });
    await vscode.workspace.fs.delete(fileOf('other'), { recursive: true });
    await vscode.workspace.fs.delete(fileOf('b.json'));
    await expectFound({ 'd.json': [CODE] });
    await write({ '.gitignore': 'd.json\n' });
    await expectFound({});
  });

  it('follows the settings', async () => {
    await write({ 'a.json': FAULTY });
    await check();
    await expectFound({ 'a.json': [CODE] });
    await set('ecsStates', 'severity.impossiblePair', 'off');
    await expectFound({});
    await set('ecsStates', 'severity.impossiblePair', undefined);
    await expectFound({ 'a.json': [CODE] });
    await set('files', 'exclude', { '**/a.json': true });
    await expectFound({});
  });

  it('can be cleared, and then follows nothing', async () => {
    await write({ 'a.json': FAULTY, 'b.json': FAULTY });
    await check();
    await expectFound({ 'a.json': [CODE], 'b.json': [CODE] });
    await show('b.json');
    await vscode.commands.executeCommand('ecsStates.clearWorkspaceProblems');
    await expectFound({ 'b.json': [CODE] });
    await write({ 'c.json': FAULTY });
    await untilNoticed();
    // Timers of one length end in the order in which they began, and what is opened then is checked later still.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const { document: later } = await open('json', FAULTY);
    await expectReported(later, [`${CODE} @ rebooting`]);
    assert.deepEqual(found(), { 'b.json': [CODE] });
  });
});
