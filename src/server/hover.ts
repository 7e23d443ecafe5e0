import type { Hover, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService, ParsedDocument } from '../language';
import type { Client } from './client';
import { markup } from './markdown';

/** The explanation of what is at the position. */
export function hoverOf(
  document: TextDocument,
  reading: ParsedDocument,
  position: Position,
  service: LanguageService,
  { hoverMarkdown }: Client,
): Hover | null {
  const hover = service.hover(reading, document.offsetAt(position));
  if (!hover) return null;
  const range = { start: document.positionAt(hover.start), end: document.positionAt(hover.end) };
  return { contents: markup(hover.markdown, hoverMarkdown), range };
}
