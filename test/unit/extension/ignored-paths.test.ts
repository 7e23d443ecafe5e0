import { strict as assert } from 'node:assert';
import { IgnoredPaths, type IgnoreFile } from '../../../src/extension/ignored-paths';

const at = (folder: string, ...lines: string[]): IgnoreFile => ({
  folder,
  text: lines.join('\n'),
});

describe('ignored paths', () => {
  const cases: [string, IgnoreFile[], string[], string[]][] = [
    ['nothing without a file', [], [], ['a.json', 'dist/a.json']],
    [
      'a folder at any depth',
      [at('', 'dist/')],
      ['dist/a.json', 'x/dist/y/a.json'],
      ['dist', 'x/dist.json', 'distant/a.json'],
    ],
    ['an anchored folder', [at('', '/out')], ['out/a.json'], ['x/out/a.json']],
    ['comments and blank lines say nothing', [at('', '# a.json', '', '  ')], [], ['a.json']],
    [
      'a file is taken out again',
      [at('', '*.json', '!keep.json')],
      ['a.json', 'x/a.json'],
      ['keep.json', 'x/keep.json'],
    ],
    [
      'a nested file holds for its folder only',
      [at('x/', 'a.json')],
      ['x/a.json', 'x/y/a.json'],
      ['a.json', 'xx/a.json'],
    ],
    [
      'the nearest file wins',
      [at('', '*.json'), at('x/', '!a.json')],
      ['a.json', 'x/b.json'],
      ['x/a.json', 'x/y/a.json'],
    ],
    [
      'nothing in an ignored folder can be taken out again',
      [at('', 'x/'), at('x/', '!a.json')],
      ['x/a.json', 'x/y/a.json'],
      [],
    ],
    ['CRLF', [{ folder: '', text: 'a.json\r\nb/\r\n' }], ['a.json', 'b/c.json'], ['c.json']],
    ['odd names', [at('', '..a/', 'ü.json')], ['..a/b.json', 'ü.json'], ['...json', 'a..json']],
  ];
  for (const [name, files, ignored, others] of cases) {
    it(name, () => {
      const paths = new IgnoredPaths(files);
      for (const path of ignored) assert.equal(paths.has(path), true, path);
      for (const path of others) assert.equal(paths.has(path), false, path);
    });
  }
});
