import type { Relation } from '../../model';
import { AnalysisCache, type CodeFinding } from '../analysis';
import { COMMON_KEYS, type KeyNames } from '../records/key-names';
import { withKeys } from '../records/keyed-source';
import { mayHoldStates } from '../records/prefilter';
import { CODE_LANGUAGE_IDS, parseCode } from '../syntax/typescript/parser';
import { sourceOf } from '../text/source';
import { finish } from '../text/steps';
import { CODE_RULES } from './rules';

/** What is wrong with the conditions of a text, in order of their start; nothing where the language is another one. */
export function codeFindingsIn(
  text: string,
  languageId: string,
  relation: Relation,
  keys: KeyNames = COMMON_KEYS,
): CodeFinding[] {
  if (!CODE_LANGUAGE_IDS.includes(languageId) || !mayHoldStates(text, keys)) return [];
  const tree = parseCode(text, languageId);
  const source = withKeys(sourceOf(text), keys);
  return finish(new AnalysisCache().findings(tree, source, relation, CODE_RULES));
}
