import type { Range } from '../../../text/range';

/** The stretches `{{ … }}` of a text, marks included. None reaches beyond the end of an element. */
export function interpolationsIn(text: string): Range[] {
  const found: Range[] = [];
  let closing = -1;
  let endTag = -1;
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at)) {
    const start = at;
    if (closing < start + 2) closing = text.indexOf('}}', start + 2);
    if (closing < 0) return found;
    if (endTag < start) endTag = indexOrEnd(text, '</', start);
    if (endTag < closing) {
      at = endTag;
      continue;
    }
    // An object at the end of the expression has its own brace before the marks.
    while (text.charAt(closing + 2) === '}') closing++;
    at = closing + 2;
    found.push({ start, end: at });
  }
  return found;
}

/** The text in which nothing within the stretches looks like markup; as long as it was. */
export function hideFromMarkup(text: string, stretches: readonly Range[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const stretch of stretches) {
    parts.push(
      text.slice(end, stretch.start),
      text.slice(stretch.start, stretch.end).replaceAll('<', ' '),
    );
    end = stretch.end;
  }
  return [...parts, text.slice(end)].join('');
}

function indexOrEnd(text: string, searched: string, from: number): number {
  const index = text.indexOf(searched, from);
  return index < 0 ? text.length : index;
}
