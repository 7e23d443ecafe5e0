import { type MarkupContent, MarkupKind } from 'vscode-languageserver/node';

/** The text in the form that the client shows. */
export function markup(markdown: string, showsMarkdown: boolean): MarkupContent {
  return showsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plain(markdown) };
}

/** Our own Markdown without its marks; lists keep theirs. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^[\]]*)\]\(([^[()]*)\)/g, '$1: $2')
    .replace(/^> /gm, '')
    .replace(/\*\*|`/g, '');
}
