import { DecodedText } from '../decoded-text';
import { blocksIn, type Fence } from '../markdown/blocks';
import type { MarkupPlaces } from '../markup-places';
import type { EmbeddedRegion } from '../region';

/** Words that a fence begins with, and the language identifiers that they mean. */
const LANGUAGES: Readonly<Record<string, string>> = {
  json: 'json',
  jsonc: 'jsonc',
  json5: 'jsonc',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  yaml: 'yaml',
  yml: 'yaml',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  typescript: 'typescript',
  tsx: 'typescriptreact',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  javascript: 'javascript',
  jsx: 'javascriptreact',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
  http: 'http',
};
const INFO = /^\s*([\w+-]{1,20})/;
const LINE_BREAK = /\r\n|[\n\r]/g;
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/;

/** The fenced blocks of Markdown that say what language they are in; each has nothing to do with the others. */
export function markdownRegions(text: string): EmbeddedRegion[] {
  return blocksIn(text).fences.flatMap((fence) => {
    const word = INFO.exec(fence.info)?.[1]?.toLowerCase() ?? '';
    const languageId = Object.hasOwn(LANGUAGES, word) ? LANGUAGES[word] : undefined;
    return languageId === undefined ? [] : [regionOf(text, fence, languageId)];
  });
}

/** Where comments are, and where none can be written. */
export function placesInMarkdown(text: string): MarkupPlaces {
  const { fences, comments } = blocksIn(text);
  const end = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const frontMatter = end > 0 ? [{ start: -1, end }] : [];
  const others = [...fences, ...comments].sort((a, b) => a.start - b.start);
  return { comments, others: [...frontMatter, ...others] };
}

function regionOf(text: string, { start, lines }: Fence, languageId: string): EmbeddedRegion {
  const lead = leadOf(text, start);
  const lineBreak = /\r\n|[\n\r]/.exec(text.slice(start, lines[0]?.end))?.[0] ?? '\n';
  const decoded = new DecodedText(text, (written) =>
    /^(?:`{3}|~{3})/m.test(written) ? undefined : written.replace(LINE_BREAK, lineBreak + lead),
  );
  let end = lines[0]?.start ?? start;
  for (const line of lines) {
    decoded.standsFor(end, line.start, '');
    decoded.verbatim(line.start, line.end);
    end = line.end;
  }
  return decoded.region(languageId);
}

/** What the lines of a fence begin with: the marks of quotes, and blanks for those of lists. */
function leadOf(text: string, fence: number): string {
  const before = text.slice(lineStart(text, fence), fence);
  return before.replace(/[^>\s]|\ufeff/g, ' ');
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charAt(start - 1) !== '\n' && text.charAt(start - 1) !== '\r') start--;
  return start;
}
