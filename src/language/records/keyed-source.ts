import type { TextSource } from '../text/source';
import type { KeyNames } from './key-names';

/** A source, and what keys mean in it. */
export interface KeyedSource extends TextSource {
  readonly keys: KeyNames;
}

/** The source with what its keys mean. */
export function withKeys(source: TextSource, keys: KeyNames): KeyedSource {
  return { keys, length: source.length, read: (from, to) => source.read(from, to) };
}
