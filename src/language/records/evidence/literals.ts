/** Whether literals of code that may be another product's words are meant as states of servers. */
import {
  FIELDS,
  foldName,
  isInflected,
  isLiteral,
  meantName,
  nearestName,
  type Relation,
  toOwnCase,
} from '../../../model';
import { isEverydayWord, isOtherWord } from '../everyday-words';
import type { StateField, StateRecord } from '../record';
import { relationFor } from '../record-relation';
import { isNameOfAnyDialect, isOfAnyDialect } from '../state-names';
import { stateOf } from '../written-state';
import { isPrefixed, isServersOther, isSpelledAsApi, stateOfOther } from './words';

/** So many states in one union are no chance. */
const FEWEST_STATES = 3;

/** What the literals of a union, switch or array say of whether they are states of servers. */
interface Weight {
  readonly states: Set<string>;
  /** The states that are there as they are spelled. */
  readonly spelled: Set<string>;
  /** The states that other words were meant for. */
  readonly meant: string[];
  /** How many are states of another dialect. */
  foreign: number;
  /** How many are words of another field that other products have as well. */
  shared: number;
  others: number;
  /** Whether a name is there that only servers have. */
  isServers: boolean;
}

/**
 * What a literal says.
 * - `state`: a state that is there, or a name of servers only, whatever its field or dialect
 * - `near`: nearly a state
 * - `meant`: another word for a state
 * - `foreign`: a state of another dialect, which is an everyday word
 * - `shared`: the same of another field
 */
type Word = 'state' | 'near' | 'meant' | 'foreign' | 'shared' | 'other';

/**
 * Weighs the unions and comparisons that may be about server states: any type may be named TaskState, and any job
 * may have a taskState, so what resembles a state has to be nearly all of it, or plenty. States of another dialect
 * speak neither for nor against, unless they are a few and as many; nor does another word for a state, where that
 * state is next to it: without it, the word is what another product has in its place.
 * @returns whether what is no state in such a record was meant as one
 */
export function literalEvidence(
  records: readonly StateRecord[],
  relation: Relation,
): (record: StateRecord) => boolean {
  const groups = new Map<number | undefined, Weight>();
  const subjects = new Map<string, Weight>();
  for (const record of records) {
    const own = weightOf(groups, record.group);
    const all = record.subject === undefined ? own : weightOf(subjects, record.subject);
    for (const stateField of record.fields) {
      if (record.loose && stateField.value.kind === 'text' && stateField.value.text === '')
        continue;
      weigh(own, record, stateField, relation);
      if (all !== own) weigh(all, record, stateField, relation);
    }
  }
  return (record) => {
    const own = groups.get(record.group);
    if (!own) return false;
    if (record.loose) {
      return (
        (record.evidence === 'sure' || isAboutStates(own)) && isMisspelt(record, own, relation)
      );
    }
    const all = record.subject === undefined ? own : subjects.get(record.subject);
    return record.fields.every((field) => isMeant(field, record, own, all ?? own, relation));
  };
}

function weightOf<K>(known: Map<K, Weight>, key: K): Weight {
  const evidence = known.get(key) ?? {
    states: new Set(),
    spelled: new Set(),
    meant: [],
    foreign: 0,
    shared: 0,
    others: 0,
    isServers: false,
  };
  known.set(key, evidence);
  return evidence;
}

function weigh(
  evidence: Weight,
  record: StateRecord,
  stateField: StateField,
  dialect: Relation,
): void {
  const { field, value } = stateField;
  const relation = relationFor(dialect, record);
  const state = stateOf(relation, field, value);
  if (value.kind !== 'text' || state === null) return;
  if (state === undefined) {
    evidence.others++;
    return;
  }
  // Nearly all literals are right, and to look for what is near to a word takes time.
  if (isLiteral(relation, field, state)) evidence.spelled.add(state);
  const word = wordOf(record, stateField, state, relation);
  const isUnion = record.kind === 'union';
  switch (word) {
    case 'state':
      evidence.states.add(state);
      if (!isEverydayWord(state)) evidence.isServers = true;
      break;
    case 'near':
      evidence.states.add(nearestName(relation, field, state) ?? state);
      break;
    case 'meant':
      evidence.meant.push(meantName(relation, field, state) ?? state);
      if (isUnion) evidence.others++;
      break;
    case 'foreign':
      evidence.foreign++;
      if (isUnion) evidence.others++;
      break;
    case 'shared':
      evidence.shared++;
      break;
    default:
      evidence.others++;
  }
}

function wordOf(
  { kind }: StateRecord,
  stateField: StateField,
  state: string,
  relation: Relation,
): Word {
  const { field } = stateField;
  if (isLiteral(relation, field, state)) return 'state';
  const isForeign = isOfAnyDialect(field, state);
  if (isForeign || stateOfOther(relation, stateField)) {
    const isOnlyServers = kind === 'union' && !isForeign && !isEverydayWord(state);
    const isStrong = isOnlyServers || isServersOther(stateField, state);
    if (isStrong && !(isForeign && isEverydayWord(state))) return 'state';
    return isForeign ? 'foreign' : 'shared';
  }
  if (isOtherWord(state)) return 'other';
  const near = nearestName(relation, field, state);
  const meant = meantName(relation, field, state);
  if (near && (near === meant || kind === 'union')) return 'near';
  return meant ? 'meant' : 'other';
}

function isMeant(
  stateField: StateField,
  record: StateRecord,
  own: Weight,
  all: Weight,
  dialect: Relation,
): boolean {
  const relation = relationFor(dialect, record);
  const state = stateOf(relation, stateField.field, stateField.value);
  if (typeof state !== 'string') return true;
  if (isPrefixed(stateField)) return own.states.size + own.foreign + own.shared > 0;
  switch (wordOf(record, stateField, state, relation)) {
    case 'other':
      // A word of its own next to words that all products share: in camel case, the field is anybody's too.
      return (
        isAboutStates(own) &&
        (record.kind !== 'code' || own.isServers || isSpelledAsApi(stateField))
      );
    case 'shared':
      return (isAboutStates(own) && own.isServers) || (all.isServers && isAboutStates(all));
    case 'foreign':
      return isAboutStates(own) && (own.isServers || own.foreign >= FEWEST_STATES);
    default:
      return isAboutStates(own);
  }
}

/**
 * Whether a word that may be the code's own is a state misspelt: it stands next to states, but not next to the one
 * it is near to, for then it is there as another word. Nor is it a name that has its own meaning.
 */
function isMisspelt(record: StateRecord, { spelled }: Weight, dialect: Relation): boolean {
  const relation = relationFor(dialect, record);
  // What is compared with a server's status by its name is checked alone.
  const isAlone = record.caution === 'near';
  return record.fields.every(({ field, value, quote }) => {
    const state = stateOf(relation, field, value);
    const near = state && nearestName(relation, field, state);
    if (!state || !near || (spelled.size === 0 && !isAlone) || spelled.has(near)) return false;
    if (isInflected(state, near) || isOtherWord(state)) return false;
    // A key without quotes and the name of a constant have no hyphen: nothing says that a state is looked up with them.
    const isOwnSpelling = record.evidence && (quote === '' || record.letterCase);
    if (isOwnSpelling && foldName(state) === foldName(near)) return false;
    if (near !== meantName(relation, field, state)) return false;
    const inApiCase = record.letterCase ? toOwnCase(field, state) : state;
    const isLonger = state.length > near.length && foldName(state).includes(foldName(near));
    if (isLonger || isOfAnyDialect(field, inApiCase)) return false;
    return FIELDS.every((other) => other === field || !isNameOfAnyDialect(other, state));
  });
}

function isAboutStates({ states, meant, foreign, others, isServers }: Weight): boolean {
  const absent = meant.filter((state) => !states.has(state)).length;
  // Another word where the state would be is the way of another product.
  if (absent > 0 && !isServers) return false;
  const against = others + absent;
  const { size } = states;
  const isOwn = size > foreign || (size > 0 && foreign >= FEWEST_STATES);
  return (against === 0 && isOwn) || (size >= FEWEST_STATES && size > 2 * against);
}

/**
 * Whether the right spelling of a word stands next to it, in the same switch or list, or is compared with the same
 * expression: then the author covers both on purpose.
 */
export function spelledNextTo(
  records: readonly StateRecord[],
): (record: StateRecord, state: string) => boolean {
  let known: Set<string> | undefined;
  const collect = () => {
    const words = new Set<string>();
    for (const record of records) {
      const [stateField] = record.kind === 'code' ? record.fields : [];
      if (stateField?.value.kind !== 'text') continue;
      for (const place of placesOf(record)) words.add(`${place} ${stateField.value.text}`);
    }
    return words;
  };
  return (record, state) => {
    known ??= collect();
    const words = known;
    return placesOf(record).some((place) => words.has(`${place} ${state}`));
  };
}

function placesOf({ group, subject }: StateRecord): (string | number)[] {
  return [group ?? '', subject ?? ''].filter((place) => place !== '');
}
