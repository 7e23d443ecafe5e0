import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const { commands, configuration } = JSON.parse(read('package.json')).contributes;
const settings: [string, { default: unknown }][] = Object.entries(configuration.properties);

/** The READMEs, each with the titles of the commands in its language. */
const READMES = [
  {
    file: 'README.md',
    other: 'README.zh-CN.md',
    shots: 'media/screenshots/en',
    titles: JSON.parse(read('package.nls.json')),
  },
  {
    file: 'README.zh-CN.md',
    other: 'README.md',
    shots: 'media/screenshots/zh-cn',
    titles: JSON.parse(read('package.nls.zh-cn.json')),
  },
];

/** The targets of links or pictures that are files here, without what is looked for in them. */
function targets(text: string, pattern: RegExp): string[] {
  const all = [...text.matchAll(pattern)].map(([, target = '']) => target.replace(/#.*/, ''));
  return all.filter((target) => target !== '' && !/^https?:/.test(target));
}

const pictures = (text: string) => targets(text, /!\[[^\]]+\]\(([^)\s]+)\)/g);

/** The text without the insides of code blocks, where `#` begins comments. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '');

const headings = (text: string) => prose(text).match(/^#+(?= )/gm) ?? [];

describe('the READMEs', () => {
  it('have the same sections, pictures and code', () => {
    const [english = '', chinese = ''] = READMES.map(({ file }) => read(file));
    assert.ok(headings(english).length > 5 && pictures(english).length > 2);
    assert.deepEqual(headings(chinese), headings(english));
    const inOrder = (text: string) => pictures(text).map((file) => path.basename(file));
    assert.deepEqual(inOrder(chinese), inOrder(english));
    // What a program prints is in the language of its reader.
    const code = (text: string) =>
      (text.match(/^```(?!console)\w+\n[\s\S]*?^```$/gm) ?? []).map((block) =>
        block.replace(/\s+(?:#|\/\/) .*(?=\n)/g, ''),
      );
    assert.ok(code(english).length > 5);
    assert.deepEqual(code(chinese), code(english));
  });

  for (const { file, other, shots, titles } of READMES) {
    describe(file, () => {
      const text = read(file);

      it('leads to the other language at the top', () => {
        assert.match(text, new RegExp(`^# ECS States\\n\\n\\[[^\\]]+\\]\\(${other}\\)\\n`));
      });

      for (const [name, { default: value }] of settings) {
        it(`has ${name} with its default`, () => {
          const shown = typeof value === 'string' ? value : JSON.stringify(value);
          assert.ok(text.includes(`\n| \`${name}\` | \`${shown}\` | `));
        });
      }

      for (const { command, title } of commands) {
        it(`names the command ${command}`, () => {
          const shown: string = titles[title.replaceAll('%', '')];
          assert.ok(text.includes(`\`ECS States: ${shown}\``) || text.includes(`\`${command}\``));
        });
      }

      it('shows the pictures that were taken in its language, each once', () => {
        const taken = readdirSync(path.join(ROOT, shots)).map((name) => `${shots}/${name}`);
        assert.deepEqual([...pictures(text)].sort(), taken.sort());
      });

      it('leads to files that there are', () => {
        const found = targets(text, /\]\(([^)\s]+)\)/g);
        assert.ok(found.length > 5);
        assert.deepEqual(
          found.filter((target) => !existsSync(path.join(ROOT, target))),
          [],
        );
      });
    });
  }
});

describe('the texts', () => {
  const docs = readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`);
  for (const file of [...READMES.map((readme) => readme.file), ...docs]) {
    it(`${file} runs nothing by a name that anybody could register`, () => {
      assert.doesNotMatch(
        read(file),
        /npx (?:-y|--yes)\b|"--yes"|npm i(?:nstall)? (?:-\S+ )*ecs-states/,
      );
    });
  }
});
