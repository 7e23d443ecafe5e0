import { strict as assert } from 'node:assert';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sharedWorkbench } from './shared-workbench';
import type { Problem } from './workbench';

const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';
const RIGHT = FAULTY.replace('stopped', 'active');

/** As many files as are read before the check says how far it has come, and some that take long. */
const MANY = 60;
const LONG = 12;

const inShort = ({ file, line, code }: Problem) => [file, line, code].join(' ');

describe('a check of the workspace', () => {
  it('lists the problems of all files, follows them, and can be cleared [both hosts]', async () => {
    const workbench = await sharedWorkbench();
    // The panel shows as many rows as fit, by the names of folders.
    const folder = path.join(workbench.folder, '0-to-check');
    const write = (name: string, text: string) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    };
    const expectRows = (...rows: string[]) =>
      workbench.waitForProblems((problems) => {
        const own = problems.filter(({ file }) => file.startsWith('checked-')).map(inShort);
        return JSON.stringify(own.sort()) === JSON.stringify(rows);
      });
    try {
      write('checked-1.json', FAULTY);
      write('below/checked-2.yaml', 'a: 1\nOS-EXT-STS:vm_state: actve\n');
      write('out/checked-3.json', FAULTY);
      write('.gitignore', 'out/\n');
      await workbench.run('ECS States: Check Workspace');
      const summary = await workbench.notification('files checked');
      assert.match(summary, /impossible-pair \d/);
      await workbench.pressNotificationButton('Show Problems');
      const one = 'checked-1.json 1 impossible-pair';
      const two = 'checked-2.yaml 2 unknown-vm-state';
      await expectRows(one, two);
      assert.equal(await workbench.page.locator('.editor-instance').count(), 0, 'none is open');

      write('checked-1.json', RIGHT);
      await expectRows(two);
      write('checked-4.json', FAULTY);
      await expectRows(two, 'checked-4.json 1 impossible-pair');
      await workbench.run('ECS States: Clear Workspace Check Results');
      await expectRows();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('can be cancelled, and says how far it came', async () => {
    const workbench = await sharedWorkbench();
    const folder = path.join(workbench.folder, 'many-to-check');
    mkdirSync(folder);
    try {
      for (let index = 0; index < MANY; index++) {
        writeFileSync(path.join(folder, `${index}.json`), FAULTY);
      }
      // These take so long that there is time to cancel.
      for (let index = 0; index < LONG; index++) {
        writeFileSync(
          path.join(folder, `long-${index}.json`),
          `[${`${RIGHT},\n`.repeat(30_000)}1]`,
        );
      }
      await workbench.run('ECS States: Check Workspace');
      await workbench.notification(' of ');
      await workbench.pressNotificationButton('Cancel');
      const said = await workbench.notification('cancelled');
      const [, done, all] = /after (\d+) of (\d+) files/.exec(said) ?? [];
      assert.ok(Number(done) > 0 && Number(done) < Number(all), said);
    } finally {
      await workbench.run('ECS States: Clear Workspace Check Results');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
