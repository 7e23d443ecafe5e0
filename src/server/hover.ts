import type { Hover, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hoverReading, type ParsedDocument } from '../language';
import type { Settings } from '../language/settings/settings';
import type { Client } from './client';
import { markup } from './markdown';

/** The explanation of what is at the position. */
export function hoverOf(
  document: TextDocument,
  reading: ParsedDocument,
  position: Position,
  settings: Settings,
  { hoverMarkdown }: Client,
): Hover | null {
  const hover = hoverReading(reading, document.offsetAt(position), settings);
  if (!hover) return null;
  const range = { start: document.positionAt(hover.start), end: document.positionAt(hover.end) };
  return { contents: markup(hover.markdown, hoverMarkdown), range };
}
