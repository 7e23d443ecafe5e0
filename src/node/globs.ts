import path from 'node:path';
import picomatch from 'picomatch';

const matchers = new Map<string, (file: string) => boolean>();

/**
 * Whether the file is one of the glob's.
 * @param glob relative to the folder
 */
export function matchesGlob(folder: string, file: string, glob: string): boolean {
  const relative = path.relative(folder, file).split(path.sep).join('/');
  let matcher = matchers.get(glob);
  if (!matcher) {
    matcher = picomatch(glob.replace(/^\.?\//, ''), { dot: true });
    matchers.set(glob, matcher);
  }
  return matcher(relative);
}
