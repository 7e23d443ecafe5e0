import * as vscode from 'vscode';
import type { Core } from './core';
import { SHOW_STATE_MAP, stateMapUri } from './state-map';

/** Explains literals and keys. */
export class HoverProvider implements vscode.HoverProvider {
  constructor(private readonly core: () => Promise<Core>) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const { readings, boundary, settings } = await this.core();
    if (token.isCancellationRequested) return undefined;
    return boundary.run('hover', undefined, async () => {
      const reading = await readings.of(document, token);
      if (!reading) return undefined;
      const offset = document.offsetAt(position);
      const service = settings.serviceFor(document);
      const hover = service.hover(reading, offset);
      if (!hover) return undefined;
      const range = new vscode.Range(
        document.positionAt(hover.start),
        document.positionAt(hover.end),
      );
      const t = service.settings.translate ?? vscode.l10n.t;
      const link = `[${t('Show in State Map')}](${stateMapUri(document.uri, offset)})`;
      const markdown = new vscode.MarkdownString(`${hover.markdown} · ${link}`);
      markdown.isTrusted = { enabledCommands: [SHOW_STATE_MAP] };
      return new vscode.Hover(markdown, range);
    });
  }
}
