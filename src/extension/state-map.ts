import * as vscode from 'vscode';
import type { MapData, MapRequest, ShownRecord, Translate } from '../language';
import type { Core } from './core';
import type { Languages } from './languages';
import { SECTION } from './settings';
import type { Translations } from './translations';

/** Shows the map; a link may name a document and an offset in it. */
export const SHOW_STATE_MAP = 'ecsStates.showStateMap';

const VIEW_TYPE = 'ecsStates.stateMap';

/** Pause after a movement of the cursor before the map follows, in milliseconds. */
const PAUSE = 80;

/** How long the status bar shows what has been done, in milliseconds. */
const NOTICE = 4000;

/** A place in a document, which the map shows the record of. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly offset: number;
}

/** The link that shows the record at an offset in the map. */
export function stateMapUri(uri: vscode.Uri, offset: number): vscode.Uri {
  const place = encodeURIComponent(JSON.stringify([uri.toString(), offset]));
  return vscode.Uri.parse(`command:${SHOW_STATE_MAP}?${place}`);
}

/** Registers the command that shows the map, and what brings it back after a restart. */
export function registerStateMap(
  context: vscode.ExtensionContext,
  core: () => Promise<Core>,
  languages: Languages,
  translations: Translations,
): vscode.Disposable[] {
  const map = new StateMap(context.extensionUri, core, languages, translations);
  return [
    map,
    vscode.commands.registerCommand(SHOW_STATE_MAP, (uri?: unknown, offset?: unknown) =>
      map.show(placeOf(uri, offset)),
    ),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel) => map.adopt(panel),
    }),
  ];
}

/** The place a link names, if its document is open; menus hand over other things. */
function placeOf(uri: unknown, offset: unknown): Place | undefined {
  if (typeof uri !== 'string' || typeof offset !== 'number') return undefined;
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  return document && { document, offset };
}

/** The map next to the editor, of which there is one at most. It follows the cursor. */
class StateMap implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #place: Place | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is listened to while there is a panel, and only then. */
  #subscriptions: readonly vscode.Disposable[] = [];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly core: () => Promise<Core>,
    private readonly languages: Languages,
    private readonly translations: Translations,
  ) {}

  dispose(): void {
    this.#panel?.dispose();
    this.#stop();
  }

  /** Shows the map, and in it the record at a place, or else the one under the cursor. */
  show(place: Place | undefined): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
    } else {
      const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.adopt(vscode.window.createWebviewPanel(VIEW_TYPE, this.#title, beside));
    }
    if (place) this.#place = place;
    else this.#follow(vscode.window.activeTextEditor);
    this.#schedule();
  }

  /** Takes a panel, a new one or one that the editor has kept over a restart. */
  adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#resource()] };
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.png');
    this.#follow(vscode.window.activeTextEditor);
    this.#subscriptions = [
      panel.onDidDispose(() => {
        if (this.#panel === panel) this.#stop();
      }),
      webview.onDidReceiveMessage((request: MapRequest) => this.#answer(request)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#follow(textEditor);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#place?.document) this.#schedule();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document !== this.#place?.document) return;
        this.#place = undefined;
        this.#schedule();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#schedule();
      }),
      this.translations.onDidChange(() => this.#schedule()),
    ];
    webview.html = this.#html(webview);
  }

  get #title(): string {
    const t = this.translations.translate;
    return t('State map');
  }

  #stop(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#subscriptions = [];
    this.#panel = undefined;
    this.#place = undefined;
  }

  /** An editor of another language, or none because the map has the focus, leaves what is shown. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (!editor || !this.languages.of(editor.document)) return;
    const { document, selection } = editor;
    this.#place = { document, offset: document.offsetAt(selection.active) };
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#post(), PAUSE);
  }

  async #post(): Promise<void> {
    const core = await this.core();
    const panel = this.#panel;
    if (!panel) return;
    const place = this.#place;
    const { dialect = core.language.DIALECTS[0], additionalRows } = core.settings.mapping(
      place?.document,
    );
    const record =
      place && (await core.boundary.run('map', undefined, () => recordAt(place, core)));
    // What was asked for meanwhile is shown by whoever asked.
    if (panel !== this.#panel || place !== this.#place) return;
    const data: MapData = { dialect, additionalRows, ...this.translations.texts, record };
    panel.title = this.#title;
    await panel.webview.postMessage(data);
  }

  async #answer(request: MapRequest): Promise<void> {
    const t = this.translations.translate;
    if (request.type === 'ready') this.#schedule();
    if (request.type === 'copy') {
      await vscode.env.clipboard.writeText(request.text);
      vscode.window.setStatusBarMessage(t('The map is in the clipboard.'), NOTICE);
    }
    if (request.type === 'save') await save(request.text, t);
  }

  #resource(...names: string[]): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'dist', 'webview', ...names);
  }

  /** The page is empty until its script has been sent what to show. */
  #html(webview: vscode.Webview): string {
    const nonce = crypto.randomUUID();
    const address = (name: string) => webview.asWebviewUri(this.#resource(name));
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" nonce="${nonce}" href="${address('state-map.css')}">
  <title>ECS States</title>
</head>
<body>
  <div id="state-map"></div>
  <script nonce="${nonce}" src="${address('state-map.js')}"></script>
</body>
</html>`;
  }
}

async function recordAt(
  { document, offset }: Place,
  { readings, settings }: Core,
): Promise<ShownRecord | undefined> {
  const reading = await readings.of(document);
  const found = reading && settings.serviceFor(document).recordAt(reading, offset);
  if (!found) return undefined;
  const name = document.uri.path.split('/').at(-1) ?? '';
  return { row: found.row, place: `${name}:${document.positionAt(found.start).line + 1}` };
}

/** Asks where, writes the picture there, and says where it is. */
async function save(svg: string, t: Translate): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    filters: { SVG: ['svg'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, 'ecs-states.svg') }),
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
    const open = t('Open');
    const name = vscode.workspace.asRelativePath(target);
    const chosen = await vscode.window.showInformationMessage(t('Saved to {0}.', name), open);
    if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
  } catch (error) {
    await vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
