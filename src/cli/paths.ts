import { isUtf8 } from 'node:buffer';
import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/**
 * Names of files are bytes on most systems, and not all of them are UTF-8. Inside the program a byte that is none
 * stands as a lone low surrogate (U+DC80 to U+DCFF), which no name that is UTF-8 can hold; Python does the same.
 */
const ESCAPED = /[\udc80-\udcff]/u;
const ESCAPE = 0xdc00;

/** Longest sequence of bytes that is one character in UTF-8. */
const LONGEST_SEQUENCE = 4;

/** The path that the bytes are, with the bytes that are no UTF-8 escaped. */
export function decodePath(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let decoded = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    decoded +=
      length === 0
        ? String.fromCharCode(ESCAPE + (bytes[at] ?? 0))
        : bytes.toString('utf8', at, at + length);
    at += Math.max(1, length);
  }
  return decoded;
}

function sequenceLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= LONGEST_SEQUENCE && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

/** The path as the system takes it: bytes where it has some that are no UTF-8. */
export function systemPath(decoded: string): string | Buffer {
  if (path.sep === '\\' || !ESCAPED.test(decoded)) return decoded;
  return Buffer.concat([...decoded].map(bytesOf));
}

/** The path for people and other programs: what cannot be shown becomes U+FFFD. */
export function readablePath(decoded: string): string {
  return decoded.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** The path in a URI, which can hold any byte. */
export function uriPath(decoded: string): string {
  const encode = (character: string) =>
    ESCAPED.test(character)
      ? `%${(character.charCodeAt(0) - ESCAPE).toString(16).toUpperCase()}`
      : encodeURIComponent(readablePath(character));
  return decoded
    .split('/')
    .map((name) => (ESCAPED.test(name) ? [...name].map(encode).join('') : encode(name)))
    .join('/');
}

/** The arguments of the process; Node replaces the bytes that are no UTF-8, which Linux still knows. */
export function exactArguments(given: readonly string[]): readonly string[] {
  if (!given.some((argument) => argument.includes('\ufffd'))) return given;
  try {
    const written = splitAtNul(readFileSync('/proc/self/cmdline')).slice(0, -1);
    return written.slice(-given.length).map(decodePath);
  } catch {
    return given;
  }
}

/** The working directory of the process, likewise. */
export function exactWorkingDirectory(): string {
  const given = process.cwd();
  if (!given.includes('\ufffd')) return given;
  try {
    return decodePath(readlinkSync('/proc/self/cwd', { encoding: 'buffer' }));
  } catch {
    return given;
  }
}

function splitAtNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...parts, bytes.subarray(start)];
}

function bytesOf(character: string): Buffer {
  return ESCAPED.test(character)
    ? Buffer.from([character.charCodeAt(0) - ESCAPE])
    : Buffer.from(character);
}
