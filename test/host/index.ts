import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { print } from './print';

/** Runs the tests beside this module; VS Code calls it in the extension host. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({
    // Longer than what a test waits for at most, so that what it waits for in vain is said.
    timeout: 300_000,
    forbidOnly: true,
    color: process.env.FORCE_COLOR !== undefined,
  });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
