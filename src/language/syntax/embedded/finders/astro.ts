import type { Range } from '../../../text/range';
import { readMixed } from '../astro/markup-in-code';
import { DecodedText } from '../decoded-text';
import { inScript } from '../encodings';
import { walkMarkup } from '../markup';
import { type MarkupPlaces, placesInMarkup } from '../markup-places';
import type { EmbeddedRegion } from '../region';
import { isScript } from '../script-language';
import { type ProgramPart, TemplateProgram } from '../template-program';
import { type Braces, bracesIn, hideBraces } from './braces';

const OPENING = /^\s*---(?:[ \t]*(?:\r\n|[\n\r]))?/;
const CLOSING = /^[ \t]*---/gm;

/** The front matter of a page of Astro and the expressions of its template, and its scripts, which run elsewhere. */
export function astroRegions(text: string): EmbeddedRegion[] {
  const frontMatter = frontMatterOf(text);
  const { markup, stretches } = templateOf(text, frontMatter?.end ?? 0);
  const code = new TemplateProgram(text);
  if (frontMatter) code.script(frontMatter.code, inFrontMatter);
  const halfTyped = stretches.filter(({ isWhole }) => !isWhole);
  for (const stretch of stretches) {
    if (stretch.isWhole) code.statement(stretch, partsOf(text, stretch));
  }
  for (const { start, end } of halfTyped) code.halfTyped({ start: start + 1, end }, LANGUAGE);
  return [...code.regions(LANGUAGE), ...scriptsOf(text, markup)];
}

/** Where comments of markup are, and where none can be written. */
export function placesInAstro(text: string): MarkupPlaces {
  const end = frontMatterOf(text)?.end ?? 0;
  const { markup, stretches } = templateOf(text, end);
  return placesInMarkup(markup, end > 0 ? [{ start: -1, end }, ...stretches] : stretches);
}

const LANGUAGE = 'typescriptreact';
const inFrontMatter = (text: string) => (/^[ \t]*---/m.test(text) ? undefined : text);

/** The code between the lines of dashes that a page begins with, and where it ends with these. */
function frontMatterOf(text: string): { readonly code: Range; readonly end: number } | undefined {
  const start = OPENING.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  const end = closing ? closing.index + closing[0].length : text.length;
  return { code: { start, end: closing?.index ?? text.length }, end };
}

/** The text in which nothing but markup looks like some, and its expressions. */
function templateOf(text: string, from: number) {
  const template = ' '.repeat(from) + text.slice(from);
  const findEnd = (_: string, start: number, to: number) => readMixed(text, start, to).end;
  const stretches = bracesIn(template, findEnd);
  return { markup: hideBraces(template, stretches), stretches };
}

function partsOf(text: string, { start, end }: Braces): readonly ProgramPart[] {
  const content = { start: start + 1, end: end - 1 };
  const written = text.slice(content.start, content.end).trimStart();
  if (/^(?:\/[*/]|$)/.test(written)) return [content];
  const parts: ProgramPart[] = [];
  let from = content.start;
  for (const replacement of readMixed(text, content.start, content.end).replacements) {
    parts.push({ start: from, end: replacement.start }, replacement.code);
    from = replacement.end;
  }
  parts.push({ start: from, end: content.end });
  return written.startsWith('...') ? ['({', ...parts, '});'] : ['(', ...parts, ');'];
}

function scriptsOf(text: string, markup: string): EmbeddedRegion[] {
  const regions: EmbeddedRegion[] = [];
  walkMarkup(markup, {
    text({ start, end }, element) {
      if (!element || !isScript(element)) return;
      const script = new DecodedText(text, inScript);
      script.verbatim(start, end);
      regions.push(script.region('typescript'));
    },
  });
  return regions;
}
