import type { TextSource } from '../text/source';
import type { KeyNames } from './key-names';

/** A source, and what keys mean in it. */
export interface KeyedSource extends TextSource {
  readonly keys: KeyNames;
  /** Set where the status of anything is read, not only that under a name of the user's own. */
  readonly readsAnyStatus?: true;
}

/** The source with the status of anything read. */
export function withAnyStatus(source: KeyedSource): KeyedSource {
  return { ...withKeys(source, source.keys), readsAnyStatus: true };
}

/** The source with what its keys mean. */
export function withKeys(source: TextSource, keys: KeyNames): KeyedSource {
  return { keys, length: source.length, read: (from, to) => source.read(from, to) };
}
