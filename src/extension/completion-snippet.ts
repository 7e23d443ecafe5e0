import type { Template } from '../language';

/** A template as the editor's snippets have it: one value is chosen, and the others follow from it by transformations. */
export function snippetOf({ choices, parts }: Template): string {
  const written = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\$}]/g, '\\$&');
    return part === choices ? choiceOf(choices) : following(choices, part);
  });
  return `${written.join('')}$0`;
}

function choiceOf(choices: readonly string[]): string {
  return `\${1|${choices.map((choice) => choice.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** The text that belongs to what was chosen: a transformation with a group for each result. */
function following(choices: readonly string[], results: readonly string[]): string {
  const distinct = [...new Set(results)];
  const groups = distinct.map((result) => {
    const leading = choices.filter((_, index) => results[index] === result);
    return `(${leading.map((choice) => choice.replace(/\./g, '\\$&')).join('|')})`;
  });
  const written = distinct.map((result, index) => `\${${index + 1}:+${result}}`);
  return `\${1/^(?:${groups.join('|')})$/${written.join('')}/}`;
}
