// Records the moving picture of the READMEs in a real VS Code: `movie.ts [LANGUAGE...]`, all without a word.
import path from 'node:path';
import sharp from 'sharp';
import { getBuild, ROOT } from '../vscode/builds';
import { extensionUnderTest } from './extension-under-test';
import { NAMES, PLAIN } from './pictures';
import { StateMapPage } from './state-map-page';
import { VSCode } from './vs-code';
import type { Workbench } from './workbench';

/** The size of the page, and the width of the picture. */
const SIZE = { width: 1080, height: 580 };
/** Where the mouse is in no one's way. */
const ASIDE = { x: 300, y: 460 };
/** How much is left of the editor next to the map. */
const EDITOR_WIDTH = 420;
const WIDTH = 1440;
const SCALE = 2;

/** How long a frame is seen, in milliseconds. */
const KEY = 90;
const MOMENT = 900;
const READING = 2600;

const RECORD = `{
  "name": "web-1",
  "OS-EXT-STS:vm_state": "stopped",
  "OS-EXT-STS:task_state":
}
`;

/** The frames of a moving picture. */
class Recording {
  readonly #frames: Buffer[] = [];
  readonly #delays: number[] = [];

  constructor(private readonly workbench: Workbench) {}

  /** Adds what is seen now, for so many milliseconds; what is the same as before is seen longer. */
  async show(milliseconds: number): Promise<void> {
    const taken = await this.workbench.page.screenshot({ caret: 'initial' });
    const frame = await sharp(taken).resize({ width: WIDTH }).png().toBuffer();
    if (this.#frames.at(-1)?.equals(frame)) {
      this.#delays[this.#delays.length - 1] = (this.#delays.at(-1) ?? 0) + milliseconds;
      return;
    }
    this.#frames.push(frame);
    this.#delays.push(milliseconds);
  }

  async type(text: string): Promise<void> {
    for (const key of text) {
      await this.workbench.page.keyboard.type(key);
      await this.workbench.page.waitForTimeout(KEY);
      await this.show(KEY);
    }
  }

  async save(file: string): Promise<void> {
    await sharp(this.#frames, { join: { animated: true } })
      .webp({ loop: 0, delay: this.#delays, quality: 80, effort: 6, minSize: true })
      .toFile(file);
  }
}

/** Types a pair that no server has, and puts it right. */
async function play(workbench: Workbench, recording: Recording, map: string): Promise<void> {
  const { page } = workbench;
  await workbench.openNew('server.json', RECORD);
  await workbench.placeCursorAfter('"OS-EXT-STS:task_state":');
  await page.mouse.move(ASIDE.x, ASIDE.y);
  await recording.show(MOMENT);
  await recording.type(' "rebo');
  await workbench.waitForSuggestions();
  await recording.show(MOMENT);
  await recording.type('oting');
  await workbench.press('Enter');
  await workbench.waitForMark();
  await recording.show(MOMENT);
  await workbench.hover('rebooting');
  await recording.show(READING);
  await page.mouse.move(ASIDE.x, ASIDE.y);
  await workbench.press('Escape');
  await workbench.placeCursorAfter('rebooti');
  await page.mouse.move(ASIDE.x, ASIDE.y);
  await workbench.showFixes();
  await recording.show(READING);
  await workbench.press('Enter');
  await page.locator('.view-line', { hasText: 'status: SHUTOFF' }).waitFor();
  await page.waitForTimeout(MOMENT);
  await recording.show(READING);
  await workbench.doubleClick('status: SHUTOFF');
  await page.locator('.view-line', { hasText: '"SHUTOFF"' }).waitFor();
  await page.mouse.move(ASIDE.x, ASIDE.y);
  await page.waitForTimeout(MOMENT);
  await recording.show(READING);
  await workbench.run(map);
  const shown = new StateMapPage(workbench);
  await shown.waitFor();
  await shown.locator('.record:not(.empty)').waitFor();
  await workbench.drag({ x: SIZE.width / 2, y: ASIDE.y }, { x: EDITOR_WIDTH, y: ASIDE.y });
  await page.mouse.move(ASIDE.x, ASIDE.y);
  await page.waitForTimeout(MOMENT);
  await recording.show(2 * READING);
}

async function main(): Promise<void> {
  const build = await getBuild('newest');
  const named = Object.keys(NAMES).filter((language) => process.argv.includes(language));
  for (const language of named.length > 0 ? named : Object.keys(NAMES)) {
    const extension = extensionUnderTest();
    const settings = { ...PLAIN, 'editor.cursorBlinking': 'solid', 'editor.fontSize': 15 };
    const vscode = await VSCode.start({
      build,
      extension,
      settings,
      theme: 'Default Light Modern',
    });
    try {
      const workbench = await vscode.open({
        size: SIZE,
        scale: SCALE,
        ...(language !== 'en' && { locale: language }),
      });
      await workbench.run('View: Toggle Primary Side Bar Visibility');
      const recording = new Recording(workbench);
      await play(workbench, recording, NAMES[language]?.map ?? '').catch(async (error) => {
        await workbench.screenshot('failed-movie');
        throw error;
      });
      await recording.save(path.join(ROOT, 'media/screenshots', language, 'tour.webp'));
    } finally {
      await vscode.stop();
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
