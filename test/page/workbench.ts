/// <reference lib="dom" />
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ROOT } from '../vscode/builds';
import { eventually, PATIENCE } from './eventually';

/** How long a hover may take before the mouse leaves and comes again, in milliseconds. */
const HOVER_PAUSE = 3000;

/** How far down a suggestion list is gone. */
const LONGEST_LIST = 100;

/** A row of the suggestion list. */
export interface Suggestion {
  readonly index: number;
  readonly label: string;
  /** What stands behind the label, such as a remark. */
  readonly description: string;
  readonly detail: string;
  readonly isFocused: boolean;
}

/** A row of the Problems panel. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly source: string;
  readonly code: string;
  readonly message: string;
}

/** A workbench, used as a person does: by mouse and keys, and by what can be seen. */
export class Workbench {
  constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
    /** Closes the page and ends all that was started for it. */
    readonly close: () => Promise<void>,
  ) {}

  /** Waits until the page has all of its parts: what is still to come would take the focus from a test. */
  async waitUntilRestored(): Promise<void> {
    await this.page.waitForFunction('globalThis.driver !== undefined');
    await this.page.evaluate('globalThis.driver.whenWorkbenchRestored()');
    await this.page.locator('.explorer-folders-view .monaco-list').waitFor();
  }

  /** Writes a file into the folder and opens it. */
  async openNew(name: string, text: string): Promise<void> {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await this.open(name);
  }

  /** Opens a file of the folder, by Go to File. */
  async open(name: string): Promise<void> {
    await this.#pick('ControlOrMeta+p', path.join(this.folder, name), path.basename(name));
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`).waitFor();
    await this.#editor.locator('.view-line').first().waitFor();
  }

  /** Runs a command of the palette by its full name. */
  async run(command: string): Promise<void> {
    await this.#pick('F1', `>${command}`, command);
    await this.#quickInput.waitFor({ state: 'hidden' });
  }

  /** Closes the active editor, without saving. */
  async closeEditor(): Promise<void> {
    await this.run('View: Revert and Close Editor');
  }

  /**
   * Closes notifications, the panel and all editors, so that a test finds nothing of the one before it. What was
   * changed in editors is saved on the way, without a question.
   */
  async reset(): Promise<void> {
    if (await this.#notifications.first().isVisible()) {
      await this.run('Notifications: Clear All Notifications');
    }
    if (await this.page.locator('.part.panel').isVisible()) await this.run('View: Hide Panel');
    if ((await this.#tabs.count()) === 0) return;
    await this.run('View: Close All Editors');
    await this.#tabs.first().waitFor({ state: 'detached' });
  }

  /** Sets the settings of the workspace, all of them. */
  setSettings(settings: Readonly<Record<string, unknown>>): void {
    const file = path.join(this.folder, '.vscode/settings.json');
    mkdirSync(path.dirname(file), { recursive: true });
    // The editor looks at the file whenever it changes, and must not find it half written.
    writeFileSync(`${file}.new`, JSON.stringify(settings));
    renameSync(`${file}.new`, file);
  }

  /** The visible lines of the text editor. */
  async text(): Promise<string> {
    const lines = await this.#editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: Number.parseFloat((element as HTMLElement).style.top),
          text: element.textContent ?? '',
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** Waits until the visible lines of the text editor are these. */
  async waitForText(text: string): Promise<void> {
    await eventually(
      () => this.text(),
      (shown) => shown === text,
      'the text',
    );
  }

  /** Puts the cursor behind a text that is visible in the text editor. */
  async placeCursorAfter(text: string): Promise<void> {
    const cursor = this.#editor.locator('.cursors-layer .cursor').first();
    await eventually(
      async () => {
        const { x, y, width, height } = await this.#boxOf(text);
        await this.page.mouse.click(x + width, y + height / 2);
        const place = await cursor.boundingBox();
        return place && Math.abs(place.x - x - width) < height && Math.abs(place.y - y) < height;
      },
      // An editor that has just been opened may take the first click for something else.
      (isThere) => isThere === true,
      `the cursor behind ${text}`,
    );
  }

  /** Drags whatever is at a place to another. */
  async drag(
    from: { readonly x: number; readonly y: number },
    to: { readonly x: number; readonly y: number },
  ): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 10 });
    await this.page.mouse.up();
  }

  /** Types as a person does, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 40 });
  }

  /** Presses a key or a chord, as Playwright names it. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Takes the last edit back. */
  async undo(): Promise<void> {
    await this.press('ControlOrMeta+z');
  }

  /** Asks for suggestions at the cursor. */
  async triggerSuggest(): Promise<void> {
    await this.press('Control+Space');
  }

  /** The rows of the suggestion list that are visible; none where there is no list. */
  async suggestions(): Promise<Suggestion[]> {
    const shown = await this.page
      .locator('.suggest-widget.visible .monaco-list-row')
      .evaluateAll((rows) =>
        rows.map((row) => {
          const textOf = (selector: string) => row.querySelector(selector)?.textContent ?? '';
          return {
            index: Number(row.getAttribute('data-index')),
            label: textOf('.label-name'),
            description: textOf('.qualifier-label'),
            detail: textOf('.details-label'),
            isFocused: row.classList.contains('focused'),
          };
        }),
      );
    // The list reuses its rows, so the page has them in any order.
    return shown.sort((a, b) => a.index - b.index);
  }

  /** Waits for a suggestion list that fulfills a condition, and gives its rows. */
  async waitForSuggestions(
    condition: (rows: readonly Suggestion[]) => boolean = (rows) => rows.length > 0,
  ): Promise<Suggestion[]> {
    return eventually(() => this.suggestions(), condition, 'suggestions');
  }

  /** Shows the documentation of the focused suggestion beside the list, unless it is there already. */
  async showSuggestionDetails(): Promise<void> {
    const details = this.page.locator('.suggest-details-container .suggest-details');
    await eventually(
      async () => {
        if (await details.isVisible()) return true;
        await this.triggerSuggest();
        return details.waitFor({ timeout: HOVER_PAUSE }).then(
          () => true,
          () => false,
        );
      },
      (isShown) => isShown,
      'the details of a suggestion',
    );
  }

  /** Waits for documentation of the focused suggestion that fits a pattern. */
  async waitForSuggestionDetails(pattern: RegExp): Promise<void> {
    await this.showSuggestionDetails();
    const details = this.page.locator('.suggest-details-container .suggest-details');
    await details.filter({ hasText: pattern }).waitFor();
  }

  /** Goes down the suggestion list to a label and takes it. */
  async accept(label: string): Promise<void> {
    const focusOf = async () => (await this.suggestions()).find(({ isFocused }) => isFocused);
    let focused = await eventually(focusOf, (row) => row !== undefined, 'a suggestion');
    for (let steps = 0; focused?.label !== label; steps++) {
      if (steps > LONGEST_LIST) throw new Error(`${label} is not suggested`);
      const { index } = focused ?? {};
      await this.press('ArrowDown');
      focused = await eventually(focusOf, (row) => row?.index !== index, 'the next one');
    }
    await this.press('Enter');
    // What is taken can bring a list of its own at once, as the choice in a snippet does.
    await eventually(focusOf, (row) => row?.label !== label, `${label} to be taken`);
  }

  /** Points at a text that is visible in the text editor, and gives what the hover says once it says something. */
  async hover(text: string): Promise<string> {
    const contents = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
    return eventually(
      async () => {
        const { x, y, width, height } = await this.#boxOf(text);
        // A hover that came too early for an extension does not change, so the mouse leaves and comes again.
        await this.page.mouse.move(0, 0);
        await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
        await contents
          .first()
          .waitFor({ timeout: HOVER_PAUSE })
          .catch(() => {});
        return (await contents.allInnerTexts()).join('\n').trim();
      },
      (shown) => shown !== '' && !/^Loading/.test(shown),
      'hover',
    );
  }

  /** Double-clicks a text that is visible in the text editor. */
  async doubleClick(text: string): Promise<void> {
    const { x, y, width, height } = await this.#boxOf(text);
    await this.page.mouse.dblclick(x + width / 2, y + height / 2);
  }

  /** Puts the cursor into the text editor. */
  async focusEditor(): Promise<void> {
    await this.#editor.locator('.view-line').first().click();
  }

  /**
   * Waits for a notification with a text, and gives all of its text. Where it is not shown by itself, or no longer,
   * the list of notifications is opened: the newest builds show none by themselves while a driver is there.
   */
  async notification(text: string): Promise<string> {
    const shown = this.#notifications.filter({ hasText: text }).first();
    const hidden = this.page.locator('[id="status.notifications"] .codicon-bell-dot');
    await eventually(
      async () => {
        if (await shown.isVisible()) return true;
        if (await hidden.isVisible()) await this.run('Notifications: Show Notifications');
        return false;
      },
      (isShown) => isShown,
      `the notification ${text}`,
    );
    return (await shown.locator('.notification-list-item-message').textContent()) ?? '';
  }

  /** Presses a button of a notification. */
  async pressNotificationButton(label: string): Promise<void> {
    await this.#notifications.getByRole('button', { name: label }).first().click();
  }

  /** What the language status of the active editor says, once it has a text in it where one is given. */
  async languageStatus(text = ''): Promise<string> {
    const contents = this.page.locator('.monaco-hover:not(.hidden) .hover-language-status');
    return eventually(
      async () => {
        await this.page.mouse.move(0, 0);
        await this.page.locator('[id="status.languageStatus"]').hover();
        await contents
          .first()
          .waitFor({ timeout: HOVER_PAUSE })
          .catch(() => {});
        return (await contents.allInnerTexts()).join('\n');
      },
      (shown) => shown.includes(text),
      `the language status ${text}`,
    );
  }

  /** Opens a walkthrough by its title. */
  async openWalkthrough(title: string): Promise<void> {
    const command = 'Welcome: Open Walkthrough...';
    await this.#pick('F1', `>${command}`, command);
    await this.#quickInput.getByPlaceholder('Select a walkthrough').waitFor();
    await this.#choose(title, title);
    await this.page.locator('.gettingStartedDetailsContent').waitFor();
  }

  /** Opens the settings editor at what a query finds, and waits for descriptions that fulfill a condition. */
  async settingDescriptions(
    query: string,
    condition: (shown: readonly string[]) => boolean,
  ): Promise<void> {
    await this.run('Preferences: Open Settings (UI)');
    await this.page.locator('.settings-editor .suggest-input-container').click();
    await this.type(query);
    const shown = this.page.locator('.setting-item-contents .setting-item-description');
    await eventually(() => shown.allInnerTexts(), condition, 'settings');
  }

  /** Opens the list of fixes at the cursor, which the editor may not have yet when it is asked. */
  async showFixes(): Promise<void> {
    const list = this.page.locator('.action-widget').first();
    await eventually(
      async () => {
        await this.press('ControlOrMeta+.');
        return list.waitFor({ timeout: HOVER_PAUSE }).then(
          () => true,
          () => false,
        );
      },
      (isShown) => isShown,
      'the fixes',
    );
  }

  /** Waits until something is underlined in the text editor. */
  async waitForMark(severity: 'warning' | 'error' = 'warning'): Promise<void> {
    await this.#editor.locator(`.squiggly-${severity}`).first().waitFor();
  }

  /** Opens the Problems panel. */
  async showProblems(): Promise<void> {
    await this.run('Problems: Focus on Problems View');
    await this.page.locator('.markers-panel-container').waitFor();
  }

  /** The visible rows of the Problems panel. */
  async problems(): Promise<Problem[]> {
    return this.page.locator('.markers-panel-container .monaco-list-row').evaluateAll((rows) => {
      const indexOf = (row: Element) => Number(row.getAttribute('data-index'));
      let file = '';
      // The list reuses its rows, so the page has them in any order.
      const inOrder = rows.sort((a, b) => indexOf(a) - indexOf(b));
      return inOrder.flatMap((row) => {
        const textOf = (selector: string) => row.querySelector(selector)?.textContent ?? '';
        const level = row.getAttribute('aria-level');
        if (level === '1') file = textOf('.label-name');
        if (level !== '2') return [];
        const [line = 0, column = 0] = (textOf('.marker-line').match(/\d+/g) ?? []).map(Number);
        // The icon is that of the fix as soon as there is one.
        const severity = /^\w+/.exec(row.getAttribute('aria-label') ?? '')?.[0].toLowerCase() ?? '';
        return {
          file,
          line,
          column,
          severity,
          source: textOf('.marker-source'),
          code: textOf('.marker-code'),
          message: textOf('.marker-message'),
        };
      });
    });
  }

  /** Waits for problems that fulfill a condition, and gives them. */
  async waitForProblems(condition: (rows: readonly Problem[]) => boolean): Promise<Problem[]> {
    return eventually(() => this.problems(), condition, 'problems');
  }

  /** Waits until the page has written down what it opens when it is loaded again, and that a word is in it. */
  async waitUntilSaved(word: string): Promise<void> {
    await eventually(
      () => this.page.evaluate(readState, 'memento/workbench.parts.editor'),
      (saved) => saved.includes(word),
      `${word} in what is opened again`,
    );
  }

  /** Takes a picture of the page, into test-results or wherever the name says. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.resolve(ROOT, 'test-results', `${name}.png`) });
  }

  /** The text editor, of which tests show one at a time: the map next to it can be what is active. */
  get #editor(): Locator {
    return this.page.locator('.editor-group-container .editor-instance .monaco-editor');
  }

  get #tabs(): Locator {
    return this.page.locator('.tabs-container .tab');
  }

  get #notifications(): Locator {
    return this.page.locator('.notification-list-item');
  }

  get #quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Opens the quick input by a key, and takes the row with a label. */
  async #pick(key: string, query: string, label: string): Promise<void> {
    await this.press('Escape');
    await eventually(
      async () => {
        await this.press(key);
        return this.#choose(query, label, HOVER_PAUSE).then(
          () => true,
          () => false,
        );
      },
      // What takes the focus late, as a panel or a walkthrough does, closes the input again at any step.
      (isTaken) => isTaken,
      `the row ${label} of the quick input`,
    );
  }

  /** Takes a row of the quick input that is open; fails where a step takes longer, in milliseconds. */
  async #choose(query: string, label: string, timeout = PATIENCE): Promise<void> {
    await this.#quickInput.locator('input[type=text]').fill(query, { timeout });
    const row = this.#quickInput.locator('.label-name').getByText(label, { exact: true });
    await row.first().click({ timeout });
  }

  /** Where a text is on the page that the text editor shows on one line. */
  async #boxOf(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return eventually(
      () => this.#editor.locator('.view-line').evaluateAll(findText, text),
      (box) => box !== undefined,
      `the text ${text}`,
    ) as Promise<{ x: number; y: number; width: number; height: number }>;
  }
}

/** In the page: the box of the first place where one of the lines has a text. */
function findText(lines: (HTMLElement | SVGElement)[], text: string) {
  for (const line of lines) {
    const found = line.textContent?.replaceAll('\u00a0', ' ').indexOf(text) ?? -1;
    if (found < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      const start = found - passed;
      const end = found + text.length - passed;
      if (start >= 0 && start <= length) range.setStart(node, start);
      if (end >= 0 && end <= length) range.setEnd(node, end);
      passed += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return undefined;
}

/** In the page: what the workbench has stored for its folder under a key. */
async function readState(key: string): Promise<string> {
  const databases = await indexedDB.databases();
  const values = databases.map(({ name }) => {
    if (!name?.startsWith('vscode-web-state-db')) return '';
    return new Promise<string>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const asking = database.transaction('ItemTable').objectStore('ItemTable').get(key);
        asking.onerror = () => reject(asking.error);
        asking.onsuccess = () => {
          database.close();
          resolve(String(asking.result ?? ''));
        };
      };
    });
  });
  return (await Promise.all(values)).join('\n');
}
