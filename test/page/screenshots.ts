// Takes pictures of a real VS Code: `screenshots.ts [LANGUAGE|THEME|NAME...]`, all without a word.
// All go to test-results, to be looked at; those of the READMEs to media as well.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { getBuild, ROOT } from '../vscode/builds';
import { extensionUnderTest } from './extension-under-test';
import { NAMES, PICTURES, type Picture, PLAIN } from './pictures';
import { VSCode } from './vs-code';
import type { Workbench } from './workbench';

/** The themes by the words that files have of them; the READMEs show pictures in one, and the map in all. */
const THEMES: Readonly<Record<string, { theme: string; isShown: boolean }>> = {
  light: { theme: 'Default Light Modern', isShown: true },
  dark: { theme: 'Default Dark Modern', isShown: false },
  'high-contrast': { theme: 'Default High Contrast', isShown: false },
  'high-contrast-light': { theme: 'Default High Contrast Light', isShown: false },
};

/** How many pixels are taken of one of the page, before a picture gets its size. */
const SCALE = 2;

/** Pictures of an editor have few colours, so a palette makes them small. */
const SMALL = { palette: true, quality: 90, effort: 10 } as const;

/** One theme among four in one picture. */
const TILE = { width: 960, height: 640, gap: 16 } as const;

/** The words of the command line that are among some; all of these where none is. */
function chosen(all: readonly string[]): readonly string[] {
  const named = all.filter((word) => process.argv.slice(2).includes(word));
  return named.length > 0 ? named : all;
}

async function main(): Promise<void> {
  const build = await getBuild('newest');
  for (const language of chosen(Object.keys(NAMES))) {
    for (const [word, { theme, isShown }] of Object.entries(THEMES)) {
      if (!chosen(Object.keys(THEMES)).includes(word)) continue;
      const extension = extensionUnderTest();
      const vscode = await VSCode.start({ build, extension, settings: PLAIN, theme });
      try {
        const workbench = await vscode.open({
          folder: path.join(ROOT, 'examples'),
          scale: SCALE,
          ...(language !== 'en' && { locale: language }),
        });
        await workbench.run('View: Toggle Primary Side Bar Visibility');
        for (const name of chosen(Object.keys(PICTURES))) {
          const picture = PICTURES[name] as Picture;
          const file = fileOf(language, word, name);
          try {
            await take(workbench, picture, language, file);
            if (isShown && picture.isShown) show(file, language, name);
          } catch (error) {
            console.error(`${file}: ${error}`);
            process.exitCode = 1;
            await workbench.screenshot(`failed-picture-${name}`);
          }
        }
      } finally {
        await vscode.stop();
      }
    }
    await showThemes(language);
  }
}

function fileOf(language: string, theme: string, name: string): string {
  return path.join(ROOT, 'test-results/pictures', language, theme, `${name}.png`);
}

function shownFile(language: string, name: string): string {
  const folder = path.join(ROOT, 'media/screenshots', language);
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.png`);
}

function show(file: string, language: string, name: string): void {
  copyFileSync(file, shownFile(language, name));
}

/** Puts the map in all themes into one picture, where all are there. */
async function showThemes(language: string): Promise<void> {
  const files = Object.keys(THEMES).map((word) => fileOf(language, word, 'map-one'));
  if (!files.every((file) => existsSync(file))) return;
  const { width, height, gap } = TILE;
  const tiles = files.map(async (file, index) => ({
    input: await sharp(file).resize({ width, height, fit: 'cover', position: 'top' }).toBuffer(),
    left: (index % 2) * (width + gap),
    top: Math.floor(index / 2) * (height + gap),
  }));
  const size = { width: 2 * width + gap, height: 2 * height + gap };
  const ground = { r: 0, g: 0, b: 0, alpha: 0 };
  await sharp({ create: { ...size, channels: 4, background: ground } })
    .composite(await Promise.all(tiles))
    .png(SMALL)
    .toFile(shownFile(language, 'themes'));
}

async function take(
  workbench: Workbench,
  picture: Picture,
  language: string,
  file: string,
): Promise<void> {
  const { page } = workbench;
  const { size, clip, settings = {}, prepare } = picture;
  await workbench.reset();
  workbench.setSettings(settings);
  await page.setViewportSize(size);
  await prepare(workbench, NAMES[language] as (typeof NAMES)[string]);
  // What moves comes to rest.
  await page.waitForTimeout(600);
  await save(await page.screenshot({ ...(clip && { clip }) }), picture, file);
  await page.mouse.move(0, 0);
  await workbench.press('Escape');
}

async function save(taken: Buffer, { size, clip }: Picture, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const width = Math.round((clip ?? size).width * size.scale);
  await sharp(taken).resize({ width }).png({ palette: true, quality: 90, effort: 10 }).toFile(file);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
