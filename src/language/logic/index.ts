/**
 * Checks of the logic of TypeScript and JavaScript: conditions that no server can fulfil, and cases that no
 * server gets to. Pure; any tree gives an answer, none throws.
 */
import type { Tree } from '@lezer/common';
import type { Relation } from '../../model';
import { mayHoldStates } from '../guard';
import { COMMON_KEYS, type KeyNames } from '../key-names';
import { CODE_LANGUAGE_IDS, parseCode } from '../readers/typescript-parse';
import { type KeyedSource, withKeys } from '../source';
import { Conditions } from './conditions';
import type { LogicFinding } from './finding';
import { followFunction } from './flow';
import { madeNames } from './made-names';
import { rowSpaceOf } from './row-sets';
import { isJudgeable, type Scope, scopesOf } from './scopes';
import { Budget, GiveUp } from './syntax';
import { wrongFields } from './wrong-field';

export { extraRecords } from './extra-records';
export { type EarlierCondition, LOGIC_CODES, type LogicCode, type LogicFinding } from './finding';
export { madeNames } from './made-names';
export { LOGIC_RULES, type LogicRule, messageOf, relatedMessage } from './rules';

/** How many nodes are looked at for one function before it is given up: several times those of a long one. */
const NODES_PER_FUNCTION = 400_000;

/** What is wrong with the conditions of a text whose tree this is, in order of their start. */
export function logicFindings(tree: Tree, whole: KeyedSource, relation: Relation): LogicFinding[] {
  const source = withKeys(whole, whole.keys.without(madeNames(tree, whole)));
  const findings = scopesOf(tree, source, relation).flatMap((scope) =>
    findingsIn(scope, source, relation),
  );
  const byPlace = new Map(findings.map((finding) => [placeOf(finding), finding]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** As `logicFindings`, for a text; none where the language is another one. */
export function logicFindingsIn(
  text: string,
  languageId: string,
  relation: Relation,
  keys: KeyNames = COMMON_KEYS,
): LogicFinding[] {
  if (!CODE_LANGUAGE_IDS.includes(languageId) || !mayHoldStates(text, keys)) return [];
  const tree = parseCode(text, languageId);
  const read = (from: number, to: number) => text.slice(from, to);
  const source = { keys, length: text.length, read };
  return logicFindings(tree, source, relation);
}

function findingsIn(scope: Scope, source: KeyedSource, relation: Relation): LogicFinding[] {
  const findings = wrongFields(scope, relation, source.keys);
  if (![...scope.receivers.values()].some(isJudgeable)) return findings;
  const followed: LogicFinding[] = [];
  const budget = new Budget(NODES_PER_FUNCTION);
  const report = (finding: LogicFinding) => followed.push(finding);
  try {
    followFunction(new Conditions(source, scope, rowSpaceOf(relation), budget, report));
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return findings;
  }
  return [...findings, ...followed];
}

function placeOf({ code, start, end }: LogicFinding): string {
  return `${code} ${start} ${end}`;
}
