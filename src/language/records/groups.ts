/** Which words that stand together are states of servers. Knows the words alone, not where they stand. */
import { FIELDS, type Field, foldName, type LetterCase, ownCaseOf } from '../../model';
import { isEverydayWord, isOperationWord, isServersWord } from './everyday-words';
import { fieldsOfName, isNearState, isOneLetterOff } from './state-names';

/** What a group of words is. */
export interface GroupEvidence {
  /** The field that the words are states of. */
  readonly field: Field;
  readonly evidence: 'plausible' | 'sure';
  /** The case that the words are in, where the field's own states are in the other. */
  readonly letterCase?: LetterCase;
  /** Set where they are sure in a text that is about servers for sure. */
  readonly isNearlySure?: true;
}

/** More words are no list of states. */
const MOST_WORDS = 200;
const LONGEST_WORD = 40;
const WORD = /^[A-Za-z][A-Za-z_-]*$/;
/** States of a machine's power, which hypervisors have, and servers as numbers. */
const POWER = /^(?:running|crashed|nostate|no_state)$/;
/** A state of power that is also a status of other things in the same cloud. */
const SHARED_POWER = 'shutdown';
/** Words next to states that stand for all, none or any other. */
const NEUTRAL =
  /^(?:_+|\*|default|unknown|others?|fallback|none|null|undefined|all|any|true|false|value)?$/i;
/** So many states that anything can be in are as good as one that only servers have. */
const ENOUGH_STATES = 3;

/** A word of a group that is a state. */
interface StateWord {
  readonly word: string;
  readonly folded: string;
  readonly fields: ReadonlySet<Field>;
}

/**
 * What a group of words is: the cases of a switch, the elements of a list, the keys of a map.
 * @param words as they are written; blank ones, which are being typed, do not count
 * @param named the field that the group is named after, as `vmStateLabels` is
 * @returns undefined where they are not likely states of servers
 */
export function groupEvidence(words: readonly string[], named?: Field): GroupEvidence | undefined {
  const distinct = new Set(words.filter((word) => !NEUTRAL.test(word)));
  if (distinct.size === 0 || distinct.size > MOST_WORDS) return undefined;
  const states: StateWord[] = [];
  let isDoubtful = false;
  for (const word of distinct) {
    const folded = word.length <= LONGEST_WORD && WORD.test(word) ? foldName(word) : '';
    if (POWER.test(folded)) return undefined;
    if (folded === SHARED_POWER) isDoubtful = true;
    const fields = fieldsOfName(folded);
    if (fields.size > 0) states.push({ word, folded, fields });
  }
  // States that are the minority are entries of a dictionary; some may be misspelt.
  if (states.length === 0) return undefined;
  if (2 * states.length < distinct.size && 2 * likelyWords(distinct) < distinct.size)
    return undefined;
  const found = FIELDS.flatMap((field) =>
    (['lower', 'upper'] as const).flatMap((letterCase) => {
      const own = states.filter(({ fields, word }) => fields.has(field) && isIn(word, letterCase));
      const evidence = strengthOf(field, letterCase, own, distinct, named);
      return evidence ? [{ field, letterCase, evidence, count: own.length }] : [];
    }),
  );
  const [best] = found.sort(
    (a, b) =>
      Number(b.evidence === 'sure') - Number(a.evidence === 'sure') ||
      Number(b.field === named) - Number(a.field === named) ||
      b.count - a.count,
  );
  if (!best) return undefined;
  const { field, letterCase, evidence } = best;
  return {
    field,
    evidence: evidence === 'sure' && !isDoubtful ? 'sure' : 'plausible',
    ...(letterCase !== ownCaseOf(field) && { letterCase }),
    ...(evidence === 'nearly sure' && !isDoubtful && { isNearlySure: true as const }),
  };
}

function isIn(word: string, letterCase: LetterCase): boolean {
  return word === (letterCase === 'upper' ? word.toUpperCase() : word.toLowerCase());
}

/** `nearly sure`: sure if the text is about servers otherwise. */
type Strength = GroupEvidence['evidence'] | 'nearly sure';

/**
 * How much the words of one field and case say.
 * @param own those of the group that are states of the field, in that case
 * @param all the different words of the group
 */
function strengthOf(
  field: Field,
  letterCase: LetterCase,
  own: readonly StateWord[],
  all: ReadonlySet<string>,
  named: Field | undefined,
): Strength | undefined {
  const total = all.size;
  const count = new Set(own.map(({ folded }) => folded)).size;
  const spelled = new Set(
    own.map(({ folded }) => folded).filter((folded) => isServersWord(folded)),
  );
  // A name that only servers have is as telling with one letter off, next to states that are right.
  const misspelt = count > 0 ? misspeltServersWords(field, letterCase, all) : 0;
  const strong = spelled.size + misspelt;
  // Where some are misspelt, what they were meant for counts.
  const likely = strong > 0 ? own.length + nearWords(field, letterCase, all) : own.length;
  if (2 * own.length < total && 2 * likely <= total) return undefined;
  const isOwnCase = letterCase === ownCaseOf(field);
  if (field !== 'vm_state' && strong >= (field === 'status' && isOwnCase ? 1 : 2)) return 'sure';
  if (field === named && count > 0 && isOwnCase) {
    return count > 1 && field !== 'status' ? 'sure' : 'plausible';
  }
  if (field === 'vm_state' && isOwnCase && isNovas(own, total)) return 'sure';
  const isWhole = own.length === total;
  const isOfServers = field !== 'vm_state' && count > 0 && total > 1 && likely === total;
  if (strong > 0) return isOfServers ? 'nearly sure' : 'plausible';
  return isWhole && isMixed(field, own, isOwnCase) ? 'plausible' : undefined;
}

/** How many words are one letter off from a state of the field that only servers have. */
function misspeltServersWords(
  field: Field,
  letterCase: LetterCase,
  all: ReadonlySet<string>,
): number {
  return [...all].filter(
    (word) =>
      word.length <= LONGEST_WORD &&
      isIn(word, letterCase) &&
      fieldsOfName(word).size === 0 &&
      isOneLetterOff(field, word, isServersWord),
  ).length;
}

/** How many words are states of some field, or nearly. */
function likelyWords(all: ReadonlySet<string>): number {
  const isLikely = (word: string) =>
    word.length <= LONGEST_WORD &&
    (fieldsOfName(word).size > 0 || FIELDS.some((field) => isNearState(field, word)));
  return [...all].filter(isLikely).length;
}

/** How many words are none of any field, but nearly one of this. */
function nearWords(field: Field, letterCase: LetterCase, all: ReadonlySet<string>): number {
  const near = [...all].filter(
    (word) =>
      word.length <= LONGEST_WORD &&
      isIn(word, letterCase) &&
      fieldsOfName(word).size === 0 &&
      isNearState(field, word),
  );
  return near.length;
}

/** Whether vm_states are so many, some of them of Nova only, that nothing else has them. */
function isNovas(own: readonly StateWord[], total: number): boolean {
  const isOwn = own.some(({ folded }) => isServersWord(folded));
  const operations = own.filter(({ folded }) => isOperationWord(folded)).length;
  return isOwn && operations > 0 && own.length > ENOUGH_STATES && 4 * own.length >= 3 * total;
}

/** Whether words that each are of other things, too, are so many and of so many kinds that they are a server's. */
function isMixed(field: Field, own: readonly StateWord[], isOwnCase: boolean): boolean {
  if (!isOwnCase || own.length < ENOUGH_STATES) return false;
  const everyday = own.filter(({ folded }) => isEverydayWord(folded)).length;
  const operations = own.filter(({ folded }) => isOperationWord(folded)).length;
  return field === 'vm_state' ? operations > 0 && everyday > 0 : operations > 1 && everyday > 0;
}

/**
 * What a group of words is in a text that is about servers otherwise: states of one field, if all of them are.
 * @param isStatus whether what they stand in is named after a status
 * @param isStatePlace whether they are compared with what is named after a state, so that half of them may be others
 * @returns undefined where too many are none, and where there is no word
 */
export function groupInContext(
  words: readonly string[],
  isStatus = false,
  isStatePlace = false,
): Omit<GroupEvidence, 'evidence'> | undefined {
  const distinct = [...new Set(words.filter((word) => !NEUTRAL.test(word)))];
  if (distinct.length === 0 || distinct.length > MOST_WORDS) return undefined;
  const isOf = (field: Field, letterCase: LetterCase) => {
    const own = distinct.filter(
      (word) =>
        word.length <= LONGEST_WORD && isIn(word, letterCase) && fieldsOfName(word).has(field),
    );
    return isStatePlace ? 2 * own.length >= distinct.length : own.length === distinct.length;
  };
  const lower = { field: 'status', letterCase: 'lower' } as const;
  if (isStatus && isOf('status', 'lower')) return lower;
  const own = FIELDS.find((field) => isOf(field, ownCaseOf(field)));
  if (own) return { field: own };
  return isOf('status', 'lower') ? lower : undefined;
}
