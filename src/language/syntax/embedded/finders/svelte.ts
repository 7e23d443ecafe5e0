import { walkMarkup } from '../markup';
import type { EmbeddedRegion } from '../region';
import { isScript, ScriptLanguage } from '../script-language';
import { Blocks, expressionIn, tagEnd } from '../svelte/blocks';
import { TemplateProgram } from '../template-program';
import { bracesIn, hideBraces } from './braces';

/** What runs some other time: what it assigns says nothing of the rest. */
const FUNCTION = /^\s*(?:async\s*)?(?:function\b|(?:\([^()]{0,200}\)|[\w$]{1,64})\s*=>)/;

/** The scripts of a component of Svelte and the expressions of its template. */
export function svelteRegions(text: string): EmbeddedRegion[] {
  const stretches = bracesIn(text, tagEnd);
  const code = new TemplateProgram(text);
  const functions = new TemplateProgram(text);
  const language = new ScriptLanguage();
  walkMarkup(hideBraces(text, stretches), {
    text(range, element) {
      if (!element || !isScript(element)) return;
      language.note(element);
      code.script(range);
    },
  });
  const blocks = new Blocks();
  for (const stretch of stretches) {
    const { start, end, isWhole } = stretch;
    const content = { start: start + 1, end: isWhole ? end - 1 : end };
    const parts = blocks.translate(text, content, isWhole);
    const isFunction = FUNCTION.test(text.slice(content.start, content.end));
    if (parts.length > 0) (isFunction ? functions : code).statement(stretch, parts);
    if (!isWhole) code.halfTyped(expressionIn(text, content), language.id);
  }
  const rest = blocks.rest();
  if (rest !== '') code.statement({ start: text.length, end: text.length }, [rest]);
  return [...code.regions(language.id), ...functions.regions(language.id)];
}
