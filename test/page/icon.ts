// Draws media/icon.png from media/icon.svg, as the marketplace takes no SVG.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../vscode/builds';
import { launchChromium } from '../vscode/chromium';

/** Sharp on screens with two pixels for one: shops show it in 128. */
const SIZE = 256;

async function main(): Promise<void> {
  const media = path.join(ROOT, 'media');
  const svg = readFileSync(path.join(media, 'icon.svg'), 'utf8');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
    );
    await page.screenshot({ path: path.join(media, 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
}

void main();
