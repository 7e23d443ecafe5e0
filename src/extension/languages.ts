import * as vscode from 'vscode';
import { type Scope, SECTION } from './settings';

const SETTING = 'includeLanguages';

/**
 * Which documents are served, and as what: those of the languages that the readers know, and of those that the
 * user has read as one of them.
 */
export class Languages {
  readonly #served: readonly string[];

  /** The manifest's list of what others can be read as is what is served; no reader is loaded to know it. */
  constructor(context: vscode.ExtensionContext) {
    const groups: { properties: Record<string, { additionalProperties: { enum: string[] } }> }[] =
      context.extension.packageJSON.contributes.configuration;
    const name = `${SECTION}.${SETTING}`;
    this.#served = groups.flatMap(
      ({ properties }) => properties[name]?.additionalProperties.enum ?? [],
    );
  }

  /** The language that the document is read as, or undefined where it is not served. */
  of(document: Scope): string | undefined {
    const { languageId } = document;
    return this.#served.includes(languageId)
      ? languageId
      : this.#included(document).get(languageId);
  }

  /** Registers what is for documents of all languages served, and again when these change. */
  register(
    register: (selector: vscode.DocumentSelector) => vscode.Disposable[],
  ): vscode.Disposable {
    let languageIds: readonly string[] = [];
    let registered: readonly vscode.Disposable[] = [];
    const dispose = () => vscode.Disposable.from(...registered).dispose();
    const update = () => {
      const now = this.all();
      if (now.join() === languageIds.join()) return;
      dispose();
      languageIds = now;
      registered = register(now.map((language) => ({ language })));
    };
    update();
    return vscode.Disposable.from(
      { dispose },
      vscode.workspace.onDidChangeWorkspaceFolders(update),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SECTION}.${SETTING}`)) update();
      }),
    );
  }

  /** The languages that are served in some folder, for a selector knows no folders. */
  all(): readonly string[] {
    const scopes = [undefined, ...(vscode.workspace.workspaceFolders ?? [])];
    const included = scopes.flatMap((scope) => [...this.#included(scope).keys()]);
    return [...new Set([...this.#served, ...included])];
  }

  #included(scope: vscode.ConfigurationScope | undefined): ReadonlyMap<string, string> {
    const value = vscode.workspace.getConfiguration(SECTION, scope).get<unknown>(SETTING);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(
      entries.flatMap(([languageId, as]): [string, string][] => {
        const served = this.#served.find((candidate) => candidate === as);
        return served === undefined ? [] : [[languageId, served]];
      }),
    );
  }
}
