import path from 'node:path';
import picomatch from 'picomatch';

const matchers = new Map<string, (file: string) => boolean>();

/** What the library takes at most; it throws at more, as it does at nothing. */
const LONGEST_PATTERN = 65_536;

/**
 * Whether the file is one of the glob's.
 * @param glob relative to the folder
 */
export function matchesGlob(folder: string, file: string, glob: string): boolean {
  const relative = path.relative(folder, file).split(path.sep).join('/');
  let matcher = matchers.get(glob);
  if (!matcher) {
    const pattern = glob.replace(/^\.?\//, '');
    const isPattern = pattern !== '' && pattern.length <= LONGEST_PATTERN;
    matcher = isPattern ? picomatch(pattern, { dot: true }) : () => false;
    matchers.set(glob, matcher);
  }
  return matcher(relative);
}
