import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Build } from '../vscode/builds';
import { launchChromium } from '../vscode/chromium';
import { keepTidy } from '../vscode/cleanup';
import { QUIET_SETTINGS } from '../vscode/quiet-settings';
import { type PackagedExtension, type Server, startServer } from '../vscode/server';
import { PATIENCE } from './eventually';
import { Workbench } from './workbench';

/** The display languages besides English that a workbench can be opened in. */
const LOCALES = ['zh-cn', 'zh-tw'];

/** Something to report, which tells that the extension runs. */
const FAULTY = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "rebooting" }';

/** The extension to test: under development in the Node host, or packaged in the web-worker host. */
export type Extension =
  | { readonly developmentPath: string }
  | { readonly packaged: PackagedExtension };

export interface VSCodeOptions {
  readonly build: Build;
  readonly extension: Extension;
  /** Settings of the machine, which a workspace can override. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The name of a colour theme. */
  readonly theme?: string;
}

export interface WorkbenchOptions {
  /** A folder whose copy is opened; without it, an empty one is. */
  readonly folder?: string;
  /** The display language, as extensions see it. */
  readonly locale?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Pixels of a picture per pixel of the page. */
  readonly scale?: number;
}

/** A VS Code server with an extension, and a browser: started once, for any number of workbenches. */
export class VSCode {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly extension: Extension,
  ) {}

  /** Starts a server and a browser; stop them in the end. */
  static async start({ build, extension, theme, settings }: VSCodeOptions): Promise<VSCode> {
    const server = await startServer(build, {
      settings: { ...QUIET_SETTINGS, ...(theme && { 'workbench.colorTheme': theme }), ...settings },
      locales: LOCALES,
      install: 'packaged' in extension ? extension.packaged : undefined,
    });
    try {
      return new VSCode(server, await launchChromium(), extension);
    } catch (error) {
      server.stop();
      throw error;
    }
  }

  /**
   * Opens a workbench, which shares neither folder nor browser storage with others, and waits until the extension
   * runs in it; close it in the end.
   */
  async open({ folder: original, locale, size, scale }: WorkbenchOptions = {}): Promise<Workbench> {
    const folder = mkdtempSync(path.join(tmpdir(), 'ecs-states-page-'));
    const removeFolder = keepTidy(() => rmSync(folder, { recursive: true, force: true }));
    if (original) cpSync(original, folder, { recursive: true });
    const address = this.server.page(folder, {
      skipWelcome: 'true',
      ...('developmentPath' in this.extension && {
        extensionDevelopmentPath: this.server.resource(this.extension.developmentPath),
      }),
    });
    const context = await this.browser.newContext({
      viewport: size ?? { width: 1280, height: 800 },
      deviceScaleFactor: scale ?? 1,
      ...(locale && { locale }),
    });
    // The TypeScript loader wraps named functions in this one, also those that are sent to the page.
    await context.addInitScript('globalThis.__name = (value) => value');
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(address);
    const workbench = new Workbench(page, folder, async () => {
      await context.close();
      removeFolder();
    });
    try {
      await workbench.waitUntilRestored();
      await workbench.openNew('ready.json', FAULTY);
      await workbench.waitForMark();
      await workbench.closeEditor();
    } catch (error) {
      await workbench.screenshot('failed-to-get-ready');
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  /** Ends the browser and the server. */
  async stop(): Promise<void> {
    await this.browser.close();
    this.server.stop();
  }
}
