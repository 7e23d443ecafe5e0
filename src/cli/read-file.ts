import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type KeyNames, mayHoldStates } from '../language';
import { isText } from './encoding';
import { systemPath } from './paths';

const MEGABYTE = 1_000_000;

/**
 * Largest texts that are checked, in megabytes. What is made of them takes up to 30 times the room of JSON, 55 of YAML
 * and 90 of code, so that about 1.5 GB are enough for each.
 */
const LARGEST_JSON = 50;
const LARGEST_YAML = 25;
const LARGEST_CODE = 10;

/** Bytes that are read at once where a file does not say how long it is, as a pipe does not. */
const CHUNK = 65_536;

/** Bytes that are enough to find the end of a file that has said how long it is. */
const PROBE = 1000;

/** Bytes of a chunk that are searched again with the next one: more than any key has. */
const OVERLAP = 1000;

/** How many megabytes a text of the language may have. */
export function largestMegabytes(languageId: string): number {
  if (languageId.startsWith('json')) return LARGEST_JSON;
  return languageId.includes('script') ? LARGEST_CODE : LARGEST_YAML;
}

/** How many bytes a text of the language may have. */
export function largestBytes(languageId: string): number {
  return largestMegabytes(languageId) * MEGABYTE;
}

/** What is known of a file that has more bytes than it may have. */
export interface TooLarge {
  readonly isText: boolean;
  /** Whether it is a text that can be about servers. */
  readonly matters: boolean;
}

/**
 * Reads a file; one that is too large only in parts, to see whether that matters.
 * @param largest bytes that it may have
 * @param keys the keys that make a text be about servers
 * @throws an error of the file system
 */
export function readUpTo(file: string, largest: number, keys: KeyNames): Buffer | TooLarge {
  const descriptor = openSync(systemPath(file), 'r');
  try {
    const { size } = fstatSync(descriptor);
    const chunks: Buffer[] = [];
    let length = 0;
    let next = size > 0 ? Math.min(size, largest) + 1 : CHUNK;
    for (let chunk = read(descriptor, next); chunk.length > 0; chunk = read(descriptor, next)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > largest) return look(chunks, descriptor, keys);
      next = size > 0 ? PROBE : CHUNK;
    }
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length);
  } finally {
    closeSync(descriptor);
  }
}

/** The next bytes of a file; none at its end. */
function read(descriptor: number, length: number): Buffer {
  const chunk = Buffer.allocUnsafe(length);
  return chunk.subarray(0, readSync(descriptor, chunk));
}

/** Searches what has been read and then the rest, which is not kept. */
function look(start: readonly Buffer[], descriptor: number, keys: KeyNames): TooLarge {
  const [first] = start;
  if (!first || !isText(first)) return { isText: false, matters: false };
  let before: Buffer = Buffer.alloc(0);
  const isMentionedIn = (chunk: Buffer) => {
    const piece = Buffer.concat([before, chunk]);
    before = Buffer.from(piece.subarray(-OVERLAP));
    // Without its zeros UTF-16 is ASCII, as far as keys are.
    return mayHoldStates(piece.toString().replaceAll('\0', ''), keys);
  };
  if (start.some(isMentionedIn)) return { isText: true, matters: true };
  for (let chunk = read(descriptor, CHUNK); chunk.length > 0; chunk = read(descriptor, CHUNK)) {
    if (isMentionedIn(chunk)) return { isText: true, matters: true };
  }
  return { isText: true, matters: false };
}
