import { DIALECTS, FIELDS, relationOf } from '../../model';
import { isServersWord } from './everyday-words';
import { COMMON_KEYS, type KeyNames } from './key-names';

/** Every spelling of a key that makes a record one of a server's contains one of these. */
const STATE_KEY = /(?:[vV][mM]|[tT]ask|TASK)[-_]?(?:[sS]tate|STATE)/;

/** Without one of these keys, nothing around a status shows that it is a server's: see `signs`. */
const SIGN =
  /hostId["']?:|flavor["']?:|server(?:s?["']?:|_)|OS-EXT-|\$\.servers?\b|["']servers?["']\]|\.ecs_/;

/** A name that a server has in code, and its status: `server.status`, `vm?.status`. */
const SERVERS_STATUS = /(?:[sS]erver|[iI]nstance|\b(?:vm|ecs))s?(?:\[\w{1,20}\])?[!?]?\.status\b/;

/** A cloud that has such servers: what is compared there with a state may still be typed. */
const CLOUD = /[oO]pen[-_]?[sS]tack|[hH]uawei[-_]?[cC]loud|\/nova\//;

/** No spelling of a key, no word and no such name is longer, in UTF-16 code units. */
export const LONGEST_MENTION = 64;

/** The states that nothing but a server has. Without one of them no group of words is a server's. */
const SERVERS_WORD = new RegExp(serversWords().join('|'));

function serversWords(): string[] {
  const words = new Set<string>();
  for (const dialect of DIALECTS) {
    for (const field of FIELDS) {
      for (const state of relationOf(dialect).values[field]) {
        if (state === null || !isServersWord(state)) continue;
        words.add(state.toUpperCase());
        words.add(state.toLowerCase());
      }
    }
  }
  // What holds another one is found with it.
  const all = [...words];
  return all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
}

/**
 * Whether the text can hold a record about a server at all: one linear search, before any parse.
 * Without a hit no reader needs to look at the text.
 */
export function mayHoldStates(text: string, keys: KeyNames = COMMON_KEYS): boolean {
  return (
    STATE_KEY.test(text) ||
    SIGN.test(text) ||
    SERVERS_WORD.test(text) ||
    SERVERS_STATUS.test(text) ||
    CLOUD.test(text) ||
    keys.areIn(text)
  );
}
