import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { decodePath, systemPath } from './paths';

/** Why a file was left as it is. */
export type Obstacle = 'changed' | 'linked' | 'read-only' | 'owner';

/** All bits of a mode that can be set. */
const PERMISSIONS = 0o7777;
const ANYONE_WRITES = 0o222;

/**
 * Gives a file another content, whole or not at all: whoever reads it meanwhile sees the old or the new one.
 * A symbolic link stays one; permissions, owner and group stay as they are. A file that has these only by being
 * written in place, where a failure would leave half of it, is left as it is.
 * @param expected what the file is to contain now
 * @returns why it was not done, or undefined where it was
 * @throws an error of the file system, which has left the file as it was
 */
export function replaceFile(
  file: string,
  expected: Buffer,
  content: Uint8Array,
): Obstacle | undefined {
  const target = decodePath(realpathSync.native(systemPath(file), { encoding: 'buffer' }));
  const name = systemPath(target);
  const stats = statSync(name);
  if ((stats.mode & ANYONE_WRITES) === 0) return 'read-only';
  accessSync(name, constants.W_OK);
  if (stats.nlink > 1) return 'linked';
  // The file's own name may be as long as a name can be.
  const random = randomBytes(6).toString('hex');
  const temporary = systemPath(path.join(path.dirname(target), `.ecs-states-${random}.tmp`));
  try {
    if (!writeLike(stats, temporary, content)) return 'owner';
    if (!readFileSync(name).equals(expected)) return 'changed';
    renameSync(temporary, name);
    return undefined;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Writes a new file with the owner, group and permissions of another; false where it cannot get them. */
function writeLike(stats: Stats, file: string | Buffer, content: Uint8Array): boolean {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    if (!giveTo(stats, descriptor)) return false;
    // After the owner, whose change takes some permissions away.
    const mode = stats.mode & PERMISSIONS;
    if ((fstatSync(descriptor).mode & PERMISSIONS) !== mode) fchmodSync(descriptor, mode);
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
    return true;
  } finally {
    closeSync(descriptor);
  }
}

function giveTo({ uid, gid }: Stats, descriptor: number): boolean {
  const made = fstatSync(descriptor);
  if (made.uid === uid && made.gid === gid) return true;
  try {
    fchownSync(descriptor, uid, gid);
    return true;
  } catch {
    return false;
  }
}
