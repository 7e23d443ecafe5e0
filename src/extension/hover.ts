import * as vscode from 'vscode';
import type { Core } from './core';

/** Explains literals and keys. */
export class HoverProvider implements vscode.HoverProvider {
  constructor(private readonly core: () => Promise<Core>) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const { language, readings, boundary, settings } = await this.core();
    if (token.isCancellationRequested) return undefined;
    return boundary.run('hover', undefined, async () => {
      const reading = await readings.of(document, token);
      if (!reading) return undefined;
      const offset = document.offsetAt(position);
      const hover = language.hoverReading(reading, offset, settings.for(document));
      if (!hover) return undefined;
      const range = new vscode.Range(
        document.positionAt(hover.start),
        document.positionAt(hover.end),
      );
      return new vscode.Hover(new vscode.MarkdownString(hover.markdown), range);
    });
  }
}
