/** The analysis of TypeScript and JavaScript. Pure; any tree gives an answer, none throws. */
export { AnalysisCache } from './analysis-cache';
export { readCompared } from './expressions/predicates';
export type { CodeFinding, Detected, EarlierCondition, Limit } from './finding';
export { worldsOf } from './flow/domain/state';
export { statesIn } from './flow/domain/worlds';
export type {
  Detector,
  VisitedComparison,
  VisitedCondition,
  VisitedSwitch,
} from './flow/findings/detector';
export type { KnownStates } from './flow/findings/known-states';
export { caseEdits } from './flow/findings/missing-cases-fix';
export { caseValue } from './flow/transfer/switches';
