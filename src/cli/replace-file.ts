import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Gives a file another content, whole or not at all: whoever reads it meanwhile sees the old or the new one.
 * A link stays a link, and permissions stay as they are.
 * @returns whether it was done: it is not where the file is not what is expected any more
 */
export function replaceFile(file: string, expected: Buffer, content: Buffer): boolean {
  const target = realpathSync(file);
  const { mode } = statSync(target);
  const name = `.${path.basename(target)}.${randomBytes(6).toString('hex')}`;
  const temporary = path.join(path.dirname(target), name);
  try {
    writeFileSync(temporary, content, { mode, flag: 'wx' });
    if (!readFileSync(target).equals(expected)) return false;
    renameSync(temporary, target);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}
