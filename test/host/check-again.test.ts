import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { severitySetting } from '../../src/language/rules/severity';
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
  root,
  set,
  untilNoticed,
  write,
  writeBehind,
} from './checked-folder';
import { problems, waitFor } from './support';

/** More than a check that was cancelled looks at when they change. */
const MANY = 60;

const [A, B] = ['.git/a.json', '.git/b.json'];
const RULE = severitySetting(CODE);

/** A file that takes so long to check that the check can be cancelled meanwhile. */
function longFile(): string {
  return `[${`${RIGHT},\n`.repeat(60_000)}${FAULTY}]`;
}

/** How many files of the test have problems. */
function countFound(): number {
  const isFound = ([uri, all]: [vscode.Uri, vscode.Diagnostic[]]) =>
    all.length > 0 && uri.path.startsWith(`${root.path}/`);
  return vscode.languages.getDiagnostics().filter(isFound).length;
}

async function expectCount(count: number): Promise<void> {
  await waitFor(() => countFound() === count);
  assert.equal(countFound(), count);
}

describe('a check of the workspace, when it goes on', () => {
  beforeEach(makeFolder);

  afterEach(clearFolder);

  it('reads nothing again for a rule that is switched off and on, or files that are excluded', async () => {
    // What changes in a folder of that name is not followed, so what was read once can be told from what is there.
    await set('files', 'exclude', { '**/.git': false });
    await write({ [A]: FAULTY, [B]: FAULTY });
    await check();
    await expectFound({ [A]: [CODE], [B]: [CODE] });
    await write({ [A]: RIGHT });
    await set('ecsStates', RULE, 'off');
    await expectFound({});
    await set('ecsStates', RULE, 'error');
    await expectFound({ [A]: [CODE], [B]: [CODE] });
    const [problem] = vscode.languages.getDiagnostics(fileOf(A));
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
    await set('ecsStates', 'suppress', [{ files: '**/b.json', codes: [CODE] }]);
    await expectFound({ [A]: [CODE] });
    await set('ecsStates', 'suppress', undefined);
    await expectFound({ [A]: [CODE], [B]: [CODE] });
    await set('ecsStates', 'exclude', ['**/a.json']);
    await expectFound({ [B]: [CODE] });
    await set('ecsStates', 'exclude', undefined);
    await expectFound({ [A]: [CODE], [B]: [CODE] });
    // What decides what is found has the files read, and then their texts count.
    await set('ecsStates', 'keys', { phase: 'vm_state' });
    await expectFound({ [B]: [CODE] });
  });

  it('finds what a rule reports that was off when it ran', async () => {
    await write({ 'a.json': FAULTY });
    await set('ecsStates', RULE, 'off');
    const { faulty } = await check();
    assert.equal(found()['a.json'], undefined);
    assert.ok(faulty >= 0);
    await set('ecsStates', RULE, undefined);
    await expectFound({ 'a.json': [CODE] });
  });

  it('reads what was excluded once it no longer is', async () => {
    await write({ 'a.json': FAULTY });
    await set('ecsStates', 'exclude', ['**/a.json']);
    await check();
    await expectFound({});
    await set('ecsStates', 'exclude', undefined);
    await expectFound({ 'a.json': [CODE] });
  });

  it('is not taken up again after it was cancelled', async () => {
    const names = Array.from({ length: MANY }, (_, index) => `many/${index}.json`);
    writeBehind(Object.fromEntries(names.map((name) => [name, FAULTY])));
    writeBehind({ 'long.json': longFile() });
    await untilNoticed();
    const running = vscode.commands.executeCommand('ecsStates.checkWorkspace');
    await waitFor(() => countFound() > 0);
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    assert.equal(await running, undefined, 'it was cancelled');
    const count = countFound();
    assert.ok(count > 0 && count <= MANY, `${count} files`);

    await set('ecsStates', RULE, 'off');
    await expectCount(0);
    await set('ecsStates', RULE, undefined);
    await expectCount(count);
    await set('ecsStates', 'keys', { phase: 'vm_state' });
    // What changes is followed, and by then the files of before have been checked again.
    await write({ 'z.json': FAULTY });
    await expectCount(count + 1);
    assert.ok(problems(fileOf('z.json')).length > 0);
    await check();
    await expectCount(MANY + 2);
  });
});
