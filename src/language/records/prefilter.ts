import { COMMON_KEYS, type KeyNames } from './key-names';

/** Every spelling of a key that makes a record one of a server's contains one of these. */
const STATE_KEY = /(?:[vV][mM]|[tT]ask|TASK)[-_]?(?:[sS]tate|STATE)/;

/**
 * Whether the text can hold a record about a server at all: one linear search, before any parse.
 * Without a hit no reader needs to look at the text.
 */
export function mayHoldStates(text: string, keys: KeyNames = COMMON_KEYS): boolean {
  return STATE_KEY.test(text) || keys.areIn(text);
}
