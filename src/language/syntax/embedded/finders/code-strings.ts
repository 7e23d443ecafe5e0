import type { SyntaxNode } from '@lezer/common';
import type { EmbeddedRegion, RegionFinder } from '../region';
import { DOUBLE_QUOTED, SINGLE_QUOTED, type StringForm, stringRegion, TEMPLATE } from '../strings';

/** A key of a state as JSON has it. */
const KEY = /state\\*"\s{0,8}:/i;
const KEYS = /state\\*"\s{0,8}:/gi;
const BEGINNING = /^(?:\s|\\[nrt])*[{[]/;
const LOOKED_AT = 64;
const FORMS: Readonly<Record<string, StringForm>> = {
  '"': DOUBLE_QUOTED,
  "'": SINGLE_QUOTED,
  '`': TEMPLATE,
};

/** JSON in the strings and templates of code. */
export const codeStrings: RegionFinder = {
  mayFind: (text) => KEY.test(text),
  find(text, _languageId, tree) {
    const regions: EmbeddedRegion[] = [];
    let end = 0;
    for (const { index } of tree ? text.matchAll(KEYS) : []) {
      if (index < end) continue;
      const node = stringAround(tree?.resolveInner(index, 1));
      if (!node) continue;
      end = node.to;
      const [from, to] = [node.from + 1, node.to - 1];
      const form = FORMS[text.charAt(node.from)];
      const isClosed = to > from && text.charAt(node.from) === text.charAt(to);
      if (form && isClosed && BEGINNING.test(text.slice(from, from + LOOKED_AT))) {
        regions.push(stringRegion(text, from, to, form, 'json'));
      }
    }
    return regions;
  },
};

/** The string or template that a node is, or is an escape of; undefined in one with substitutions. */
function stringAround(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const found = node?.name === 'Escape' ? node.parent : node;
  if (found?.name === 'String') return found;
  return found?.name === 'TemplateString' && !found.getChild('Interpolation') ? found : undefined;
}
