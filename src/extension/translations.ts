import * as vscode from 'vscode';
import { english, type Translate } from '../language/text/localize';
import { SECTION } from './settings';

/** The texts' language: the editor's own, or the one that is set. */
export class Translations implements vscode.Disposable {
  #chinese: Readonly<Record<string, string>> | undefined;
  #intoChinese: Translate | undefined;
  readonly #subscription: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<void>();

  /** Fires when texts are in another language from now on. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.language`)) void this.#reload();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** Gets the Chinese texts where they are set but are not the editor's own. */
  async load(): Promise<void> {
    if (chosen() !== 'zh-cn' || this.#chinese || isEditorChinese()) return;
    const file = vscode.Uri.joinPath(this.context.extensionUri, 'l10n', 'bundle.l10n.zh-cn.json');
    const bytes = await vscode.workspace.fs.readFile(file);
    const bundle: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(bytes));
    this.#chinese = bundle;
    this.#intoChinese = (message, ...args) => english(bundle[message] ?? message, ...args);
  }

  async #reload(): Promise<void> {
    await this.load();
    this.#changed.fire();
  }

  /** The texts that hold now, by the English ones, and their language: for a page that translates by itself. */
  get texts(): { readonly language: string; readonly messages: Readonly<Record<string, string>> } {
    const language = chosen();
    const isChinese = language === 'zh-cn' || (language !== 'en' && isEditorChinese());
    const editors = isEditorChinese() ? vscode.l10n.bundle : undefined;
    const messages = this.#chinese ?? (editors as Readonly<Record<string, string>> | undefined);
    // Until the texts are read the page is English, so that it notices when they come.
    return isChinese && messages
      ? { language: 'zh-cn', messages }
      : { language: 'en', messages: {} };
  }

  /** Gives messages in the language that holds now; the same function as long as that is the same. */
  get translate(): Translate {
    const language = chosen();
    if (language === 'en') return english;
    if (language === 'zh-cn' && this.#intoChinese && !isEditorChinese()) return this.#intoChinese;
    return byEditor;
  }
}

const byEditor: Translate = (message, ...args) => vscode.l10n.t(message, ...args);

function chosen(): unknown {
  return vscode.workspace.getConfiguration(SECTION).get<unknown>('language');
}

/** Whether the editor gives the Chinese texts: in traditional Chinese it has none of ours. */
function isEditorChinese(): boolean {
  return vscode.env.language.toLowerCase() === 'zh-cn';
}
