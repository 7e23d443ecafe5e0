/**
 * Checks of the logic of TypeScript and JavaScript: conditions that no server can fulfil, and cases that no
 * server gets to. Pure; any tree gives an answer, none throws.
 */
import type { Relation } from '../../model';
import { COMMON_KEYS, type KeyNames } from '../records/key-names';
import { withKeys } from '../records/keyed-source';
import { mayHoldStates } from '../records/prefilter';
import { CODE_LANGUAGE_IDS, parseCode } from '../syntax/typescript/parser';
import { sourceOf } from '../text/source';
import { finish } from '../text/steps';
import { AnalysisCache } from './analysis-cache';
import type { LogicFinding } from './finding';

export { AnalysisCache } from './analysis-cache';
export { type EarlierCondition, LOGIC_CODES, type LogicCode, type LogicFinding } from './finding';
export type { KnownStates } from './flow/findings/known-states';

/** What is wrong with the conditions of a text, in order of their start; nothing where the language is another one. */
export function logicFindingsIn(
  text: string,
  languageId: string,
  relation: Relation,
  keys: KeyNames = COMMON_KEYS,
): LogicFinding[] {
  if (!CODE_LANGUAGE_IDS.includes(languageId) || !mayHoldStates(text, keys)) return [];
  const source = withKeys(sourceOf(text), keys);
  return finish(new AnalysisCache().logicFindings(parseCode(text, languageId), source, relation));
}
