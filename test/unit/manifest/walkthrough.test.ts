import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLanguageService, diagnose, EXAMPLE_LANGUAGES, RULES } from '../../../src/language';
import { FIELDS, HUAWEI_CLOUD } from '../../../src/model';
import { chinese } from '../../support/localize';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const { commands, walkthroughs } = JSON.parse(read('package.json')).contributes;
const [{ steps }] = walkthroughs;
const LITERALS: readonly (string | null)[] = FIELDS.flatMap((field) => HUAWEI_CLOUD.values[field]);

/** Commands of the editor itself that the walkthrough links to. */
const OF_THE_EDITOR = ['workbench.action.openSettings', 'workbench.action.files.newUntitledFile'];

describe('the walkthrough', () => {
  it('has three steps', () => assert.equal(steps.length, 3));

  for (const { id, media } of steps) {
    const svg = read(media.svg);

    it(`${id}: its picture has no colour but those of the theme`, () => {
      const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(
        (match) => match[1] ?? '',
      );
      assert.ok(colours.length > 10);
      for (const colour of colours)
        assert.match(colour, /^(?:none|transparent|var\(--vscode-.*\))$/);
      // The page that shows it allows no styles, scripts or resources.
      assert.doesNotMatch(svg, /<style|style=|<script|href=|url\(/);
    });

    it(`${id}: its picture does without the colours that a theme leaves out`, () => {
      const alone = [...svg.matchAll(/var\(--vscode-([\w-]+)\)/g)].map((match) => match[1]);
      const always = ['editor-background', 'editor-foreground'];
      assert.deepEqual(
        alone.filter((name) => !always.includes(name ?? '')),
        [],
      );
    });

    it(`${id}: its picture has no words that would want a translation`, () => {
      const texts = [...svg.replace(/<title>.*?<\/title>/, '').matchAll(/>([^<>]+)</g)];
      const words = texts.flatMap(([, text = '']) => text.match(/[A-Za-z][\w./:-]*/g) ?? []);
      assert.ok(words.length > 4);
      for (const word of words) {
        const isName =
          LITERALS.includes(word) ||
          Object.hasOwn(RULES, word) ||
          /^(?:OS-EXT-STS:)?(?:vm_state|task_state|status:?)$/.test(word) ||
          /^(?:ecs-states|null)$|^\w+\/\w+\.\w+$/.test(word);
        assert.ok(isName, word);
      }
    });
  }

  it('links to commands that there are', () => {
    const english = JSON.parse(read('package.nls.json'));
    const known = commands.map(({ command }: { command: string }) => command);
    for (const { id } of steps) {
      const description: string = english[`walkthrough.${id}.description`];
      const links = [...description.matchAll(/\(command:([\w.]+)/g)].map(
        ([, command = '']) => command,
      );
      assert.ok(links.length > 0);
      for (const command of links) {
        assert.ok(known.includes(command) || OF_THE_EDITOR.includes(command), command);
      }
    }
  });

  for (const languageId of EXAMPLE_LANGUAGES) {
    it(`opens an example in ${languageId} with one problem of each kind, and a comment on it`, () => {
      const text = createLanguageService().example(languageId);
      const codes = diagnose(text, languageId).map(({ code }) => code);
      assert.ok(codes.length > 3);
      assert.equal(new Set(codes).size, codes.length);
      const commented = [...text.matchAll(/^ *(?:#|\/\/) ([a-z-]+): /gm)].map(([, code]) => code);
      assert.deepEqual(codes, commented);
    });
  }

  it('opens an example with comments in Chinese too', () => {
    assert.match(createLanguageService({ translate: chinese }).example('yaml'), /^# .*快速修复：/m);
  });
});
