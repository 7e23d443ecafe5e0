import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

const SRC = path.resolve(import.meta.dirname, '../../src');

/** For each floor, the folders of src it may import from, and the packages it may not. */
const FLOORS: Record<string, { below: string[]; forbidden: (name: string) => boolean }> = {
  model: { below: ['model'], forbidden: isHost },
  language: { below: ['language', 'model'], forbidden: isHost },
  extension: { below: ['extension', 'shared', 'language', 'model'], forbidden: isBuiltin },
  shared: { below: ['shared', 'language', 'model'], forbidden: isHost },
  node: { below: ['node', 'language', 'model'], forbidden: (name) => name === 'vscode' },
  cli: { below: ['cli', 'node', 'language', 'model'], forbidden: (name) => name === 'vscode' },
  webview: { below: ['webview', 'language', 'model'], forbidden: isHost },
  server: {
    below: ['server', 'node', 'shared', 'language', 'model'],
    forbidden: (name) => name === 'vscode',
  },
  mcp: { below: ['mcp', 'node', 'language', 'model'], forbidden: (name) => name === 'vscode' },
  manifest: { below: ['manifest', 'language', 'model'], forbidden: (name) => name === 'vscode' },
};

/** The rooms of the language floor from the ground up: each may import from itself and those before it. */
const ROOMS = [
  'text',
  'records',
  'glossary',
  'syntax',
  'analysis',
  'document',
  'rules',
  'settings',
  'diagnostics',
  'features',
  'map',
];
/** A folder with more files than this hides what is in it. */
const MOST_FILES = 15;

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

function isHost(name: string): boolean {
  return name === 'vscode' || isBuiltin(name);
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the floors of src', () => {
  it('are the ones this test knows', () => {
    assert.deepEqual(new Set(readdirSync(SRC)), new Set(Object.keys(FLOORS)));
  });

  for (const [floor, { below, forbidden }] of Object.entries(FLOORS)) {
    it(`${floor} imports downwards only`, () => {
      const files = readdirSync(path.join(SRC, floor), { recursive: true, encoding: 'utf8' });
      const sources = files.filter((file) => file.endsWith('.ts'));
      assert.ok(sources.length > 0);
      for (const source of sources) {
        const file = path.join(SRC, floor, source);
        for (const name of importsOf(file)) {
          const target = path.relative(SRC, path.resolve(path.dirname(file), name));
          const allowed = name.startsWith('.')
            ? below.includes(target.split(path.sep)[0] ?? '')
            : !forbidden(name);
          assert.ok(allowed, `${floor}/${source} imports ${name}`);
        }
      }
    });
  }
});

describe('the rooms of the language floor', () => {
  const floor = path.join(SRC, 'language');
  const entries = readdirSync(floor, { withFileTypes: true });

  it('are the ones this test knows, with one door', () => {
    const rooms = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    assert.deepEqual(new Set(rooms), new Set(ROOMS));
    assert.deepEqual(
      new Set(files),
      new Set(['index.ts', 'one-shot.ts', 'service.ts', 'tsconfig.json']),
    );
  });

  for (const [height, room] of ROOMS.entries()) {
    it(`${room} imports from rooms below only`, () => {
      const below = ROOMS.slice(0, height + 1);
      const files = readdirSync(path.join(floor, room), { recursive: true, encoding: 'utf8' });
      for (const source of files.filter((file) => file.endsWith('.ts'))) {
        const file = path.join(floor, room, source);
        for (const name of importsOf(file).filter((each) => each.startsWith('.'))) {
          const target = path.relative(floor, path.resolve(path.dirname(file), name));
          const [first = ''] = target.split(path.sep);
          const isAllowed = first === '..' || below.includes(first);
          assert.ok(isAllowed, `${room}/${source} imports ${name}`);
        }
      }
    });
  }

  it('are small enough to see what is in them', () => {
    const folders = readdirSync(floor, { withFileTypes: true, recursive: true });
    for (const folder of folders.filter((entry) => entry.isDirectory())) {
      const inside = readdirSync(path.join(folder.parentPath, folder.name), {
        withFileTypes: true,
      });
      const files = inside.filter((entry) => entry.isFile());
      assert.ok(files.length <= MOST_FILES, `${folder.name} has ${files.length} files`);
    }
  });
});
