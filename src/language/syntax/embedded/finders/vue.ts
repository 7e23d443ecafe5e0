import { walkMarkup } from '../markup';
import type { EmbeddedRegion } from '../region';
import { isScript, ScriptLanguage } from '../script-language';
import { TemplateProgram } from '../template-program';
import type { TemplateEvent } from '../vue/elements';
import { translate } from '../vue/translate';
import { hideFromMarkup, interpolationsIn } from './interpolations';

/** The scripts and the expressions in the template of a single-file component of Vue. */
export function vueRegions(text: string): EmbeddedRegion[] {
  const code = new TemplateProgram(text);
  const handlers = new TemplateProgram(text);
  const language = new ScriptLanguage();
  const events: TemplateEvent[] = [];
  const interpolations = interpolationsIn(text);
  let next = 0;
  walkMarkup(hideFromMarkup(text, interpolations), {
    tag: (tag) => events.push({ kind: 'tag', tag }),
    close: (name) => events.push({ kind: 'close', name }),
    text(range, element) {
      if (element) {
        if (!isScript(element)) return;
        language.note(element);
        code.script(range);
        return;
      }
      for (let found = interpolations[next]; found && found.start < range.end; ) {
        if (found.start >= range.start) {
          const inner = { start: found.start + 2, end: found.end - 2 };
          events.push({ kind: 'expression', range: inner });
        }
        found = interpolations[++next];
      }
    },
  });
  translate(text, events, { code, handlers, languageId: language.id });
  return [...code.regions(language.id), ...handlers.regions(language.id)];
}
