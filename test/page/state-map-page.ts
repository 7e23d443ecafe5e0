/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Locator } from 'playwright-core';
import { eventually, PATIENCE } from './eventually';
import type { Workbench } from './workbench';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The state map as it is on the page of the workbench, in frames of its own. */
export class StateMapPage {
  constructor(private readonly workbench: Workbench) {}

  /** Parts of the map, as Playwright finds them. */
  locator(selector: string, options?: { readonly hasText: string | RegExp }): Locator {
    return this.workbench.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame')
      .locator(selector, options);
  }

  /** Waits until the map is drawn. */
  async waitFor(): Promise<void> {
    await this.locator('.node').first().waitFor({ timeout: PATIENCE });
  }

  /** What the filter says is left. */
  count(text: string): Locator {
    return this.locator('.count').getByText(text, { exact: true });
  }

  /** What is wrong with the map for people who use a screen reader or the keyboard, one line each. */
  async barriers(): Promise<string[]> {
    const frame = await this.#frame();
    await frame.evaluate(AXE);
    return frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document.body);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
    });
  }

  /** Does what changes the room of the map, and waits until the map has taken it. */
  async resizeWith(change: () => Promise<void>): Promise<void> {
    const frame = await this.#frame();
    const size = () => frame.evaluate(() => `${innerWidth} x ${innerHeight}`);
    const before = await size();
    await change();
    await eventually(size, (now) => now !== before, 'another size of the map');
    // What listens to the size answers before the next picture is drawn.
    await frame.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** What lies over something else, or sticks out to the side, one line each. */
  async clashes(): Promise<string[]> {
    const frame = await this.#frame();
    return frame.evaluate(() => {
      const parts = ['header', '.card', '.legend', '.drawing', '.count', 'table'];
      const seen = parts.map((part) => {
        const element = document.querySelector(part) as HTMLElement;
        // What is scrolled away is not to be seen where it would be.
        const { top, bottom } = (element.closest('.scroll') ?? element).getBoundingClientRect();
        const own = element.getBoundingClientRect();
        return { part, top: Math.max(top, own.top), bottom: Math.min(bottom, own.bottom) };
      });
      const over = seen.flatMap((one, index) =>
        seen
          .slice(index + 1)
          .filter(({ top, bottom }) => top < one.bottom - 1 && bottom > one.top + 1)
          .map(({ part }) => `${one.part} and ${part}`),
      );
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = [...document.querySelectorAll('.scroll')].filter(
        (box) => box.scrollWidth > box.clientWidth,
      );
      return [
        ...over,
        ...wide.map(({ className }) => className),
        ...(scrollWidth > clientWidth ? ['page'] : []),
      ];
    });
  }

  /** Waits until what has the focus in the map has a label that fits a pattern. */
  async waitForFocus(pattern: RegExp): Promise<void> {
    const frame = await this.#frame();
    await eventually(
      () =>
        frame.evaluate(() => {
          const { activeElement } = document;
          return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
        }),
      (label) => pattern.test(label),
      `the focus on ${pattern}`,
    );
  }

  async #frame(): Promise<Frame> {
    const handle = await this.locator('#state-map').elementHandle();
    const frame = await handle?.ownerFrame();
    if (!frame) throw new Error('There is no map.');
    return frame;
  }
}
