import type { SyntaxNode } from '@lezer/common';
import type { KeyedSource } from '../../records/keyed-source';
import type { StateRecord } from '../../records/record';
import { isOfAnyDialect } from '../../records/state-names';
import { isLiteral, readValue, unwrap } from '../../syntax/typescript/nodes';
import type { Written } from '../../syntax/typescript/strings';
import { looseRecords } from '../expressions/containers';
import type { Handed } from '../expressions/lookups';
import { partsOf } from '../expressions/paths';
import { elementsOf } from '../expressions/typed-literals';
import { childrenOf } from '../expressions/walk';

/** Words in the names of functions whose arguments are shown, checked by tests, or kept, not held against each other. */
const OTHER_PURPOSES = new Set(
  (
    'console log logs logger logging debug info warn warning error err fatal trace print printf sprintf write ' +
    't tr i18n intl translate translation message msg text label title format formatter fmt render toast ' +
    'notify alert expect assert should exception throw fail invariant class classes classname classnames ' +
    'clsx cx cn css style styles icon replace concat join path emit dispatch track publish set put'
  ).split(' '),
);
const WORD = /^[a-z][a-z_-]*$/i;
const IGNORED = new Set(['Number', 'BooleanLiteral', 'null', ',', '(', ')']);

/**
 * The literals that a function is given next to a state, and nothing else: `isOneOf(server.vm_state, 'active')`.
 * Only where one of them is a state, and each looks like one.
 */
export function readHelperCall(
  source: KeyedSource,
  { name, node }: Handed,
  group: number,
): StateRecord[] {
  const list = node.parent;
  const call = list?.name === 'ArgList' ? list.parent : null;
  const callee = call?.name === 'CallExpression' ? call.firstChild : null;
  if (!list || !call || !callee || hasOtherPurpose(source, callee)) return [];
  const words = wordsBeside(source, list, node);
  const texts = words?.map(({ value }) => (value.kind === 'text' ? value.text : '')) ?? [];
  if (!words || !texts.every((text) => text === '' || WORD.test(text))) return [];
  if (!texts.some((text) => isOfAnyDialect(name.field, text))) return [];
  return looseRecords(words, name, { start: call.from, end: call.to }, group);
}

function hasOtherPurpose(source: KeyedSource, callee: SyntaxNode): boolean {
  const parts = partsOf(source, callee);
  if (!parts) return true;
  return parts.some((part) =>
    part
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .some((word) => OTHER_PURPOSES.has(word)),
  );
}

/** The literals among the arguments and in arrays there; undefined where an argument is anything else. */
function wordsBeside(
  source: KeyedSource,
  list: SyntaxNode,
  state: SyntaxNode,
): Written[] | undefined {
  const words: Written[] = [];
  for (const argument of childrenOf(list)) {
    if (argument.from === state.from || IGNORED.has(argument.name)) continue;
    const core = unwrap(argument);
    const literals = core.name === 'ArrayExpression' ? elementsOf(core) : [core];
    for (const literal of literals) {
      const isWord = isLiteral(unwrap(literal));
      if (isWord) words.push(readValue(source, literal, literal.from));
      else if (core === literal) return undefined;
    }
  }
  return words;
}
