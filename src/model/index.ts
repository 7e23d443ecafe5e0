export { DIALECTS, type Dialect, extendedRelation, listedStatus, relationOf } from './dialects';
export { inLetterCase, type LetterCase, ownCaseOf, toOwnCase } from './letter-case';
export { meantName, otherWordFor } from './misnomers';
export {
  beginsName,
  byLikeness,
  foldName,
  isInflected,
  isOneEditApart,
  nearestName,
  nearestOf,
  sameNameFolded,
} from './nearest-name';
export { nullFirst } from './null-first';
export {
  changedFields,
  isLiteral,
  isPossible,
  matchingRows,
  nearestRows,
  possibleValues,
  statusOf,
} from './questions';
export {
  createRelation,
  FIELDS,
  type Field,
  HUAWEI_CLOUD,
  type PartialRow,
  type Relation,
  type Row,
} from './relation';
export type { Status, TaskState, VmState } from './rows';
