import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const { commands, configuration } = JSON.parse(read('package.json')).contributes;
const settings: [string, { default: unknown }][] = configuration.flatMap(
  ({ properties }: { properties: Record<string, { default: unknown }> }) =>
    Object.entries(properties),
);

/** A language of the texts, with the ending of its files' names and the titles of the commands in it. */
const LANGUAGES = [
  {
    ending: '.md',
    readme: 'README.md',
    shots: 'media/screenshots/en',
    titles: JSON.parse(read('package.nls.json')),
  },
  {
    ending: '.zh-cn.md',
    readme: 'README.zh-CN.md',
    shots: 'media/screenshots/zh-cn',
    titles: JSON.parse(read('package.nls.zh-cn.json')),
  },
];

/** The pages of the documentation, without what says of which language they are. */
const PAGES = readdirSync(path.join(ROOT, 'docs'))
  .filter((name) => !name.endsWith('.zh-cn.md'))
  .map((name) => `docs/${path.basename(name, '.md')}`);

/** The same text in each language. */
const PAIRS = [
  LANGUAGES.map(({ readme }) => readme),
  ...PAGES.map((page) => LANGUAGES.map(({ ending }) => `${page}${ending}`)),
];

/** What links or pictures of a text lead to, as paths from the root, without what is looked for in them. */
function targets(file: string, pattern: RegExp): string[] {
  const all = [...read(file).matchAll(pattern)].map(([, to = '']) => to.replace(/#.*/, ''));
  return all
    .filter((target) => target !== '' && !/^https?:/.test(target))
    .map((target) => path.posix.join(path.posix.dirname(file), target));
}

const links = (file: string) => targets(file, /\]\(([^)\s]+)\)/g);
const pictures = (file: string) => targets(file, /!\[[^\]]+\]\(([^)\s]+)\)/g);

/** The text without the insides of code blocks, where `#` begins comments. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '');

const headings = (text: string) => prose(text).match(/^#+(?= )/gm) ?? [];

/** The blocks of code without comments; what a program prints is in the language of its reader. */
const code = (text: string) =>
  (text.match(/^```(?!console)\w+\n[\s\S]*?^```$/gm) ?? []).map((block) =>
    block.replace(/\s+(?:#|\/\/|--) .*(?=\n)/g, ''),
  );

describe('the README', () => {
  it('has less than 700 words, so that people read it', () => {
    assert.ok(read('README.md').split(/\s+/).length < 700);
  });

  for (const { readme, titles } of LANGUAGES) {
    it(`${readme} has six settings that there are`, () => {
      const named = read(readme).match(/(?<=^\| `)ecsStates\.[^`]+/gm) ?? [];
      const isThere = (name: string) =>
        settings.some(([known]) => known === name || known.startsWith(name.replace('*', '')));
      assert.equal(named.length, 6);
      assert.deepEqual(
        named.filter((name) => !isThere(name)),
        [],
      );
    });

    it(`${readme} names the command that opens an example`, () => {
      assert.ok(read(readme).includes(`\`ECS States: ${titles['command.openExample']}\``));
    });
  }
});

for (const files of PAIRS) {
  const [english = '', chinese = ''] = files;
  describe(english, () => {
    it('has the same sections, pictures and code in both languages', () => {
      assert.ok(headings(read(english)).length > 1);
      assert.deepEqual(headings(read(chinese)), headings(read(english)));
      const names = (file: string) => pictures(file).map((picture) => path.basename(picture));
      assert.deepEqual(names(chinese), names(english));
      assert.deepEqual(code(read(chinese)), code(read(english)));
    });

    for (const file of files) {
      it(`${file} leads to the other language at the top`, () => {
        const other = path.basename(files.find((name) => name !== file) ?? '');
        assert.match(read(file), new RegExp(`^# .+\\n\\n\\[[^\\]]+\\]\\(${other}\\)\\n`));
      });

      it(`${file} leads to files that there are`, () => {
        assert.deepEqual(
          links(file).filter((target) => !existsSync(path.join(ROOT, target))),
          [],
        );
      });
    }
  });
}

for (const { ending, readme, shots, titles } of LANGUAGES) {
  describe(`the texts of ${readme} and docs/*${ending}`, () => {
    const page = read(`docs/settings${ending}`);

    for (const [name, { default: value }] of settings) {
      if (name.startsWith('ecsStates.severity.')) continue;
      it(`have ${name} with its default`, () => {
        const shown = typeof value === 'string' ? value : JSON.stringify(value);
        assert.ok(page.includes(`\n| \`${name}\` | \`${shown}\` | `));
      });
    }

    for (const { command, title } of commands) {
      it(`name the command ${command}`, () => {
        assert.ok(page.includes(`\`ECS States: ${titles[title.replaceAll('%', '')]}\``));
      });
    }

    it('show the pictures that were taken in their language, each once', () => {
      const taken = readdirSync(path.join(ROOT, shots)).map((name) => `${shots}/${name}`);
      const shown = [readme, ...PAGES.map((name) => `${name}${ending}`)].flatMap(pictures);
      assert.deepEqual(shown.sort(), taken.sort());
    });
  });
}

describe('the texts', () => {
  const docs = readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`);
  for (const file of [...LANGUAGES.map(({ readme }) => readme), ...docs]) {
    it(`${file} runs nothing by a name that anybody could register`, () => {
      assert.doesNotMatch(
        read(file),
        /npx (?:-y|--yes)\b|"--yes"|npm i(?:nstall)? (?:-\S+ )*ecs-states/,
      );
    });
  }
});
