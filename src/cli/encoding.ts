/** A file's text and what it takes to write it back as it was. */
export interface Decoded {
  readonly text: string;
  /** Gives the bytes of a changed text; absent where that is not certain. */
  readonly encode?: (text: string) => Buffer;
}

/** How far a file is searched for what no text has. */
const BINARY_SEARCH = 8000;

const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16LE_BOM = Buffer.from([0xff, 0xfe]);
const UTF16BE_BOM = Buffer.from([0xfe, 0xff]);

/** Whether bytes that begin so are a text. */
export function isText(start: Buffer): boolean {
  const isWide = startsWith(start, UTF16LE_BOM) || startsWith(start, UTF16BE_BOM);
  return isWide || !start.subarray(0, BINARY_SEARCH).includes(0);
}

/** The text of a file, or undefined where it is not a text. A byte order mark is no part of it. */
export function decode(bytes: Buffer): Decoded | undefined {
  // Half a code unit at the end cannot be kept, nor swapped.
  const isEven = bytes.length % 2 === 0;
  if (isEven && startsWith(bytes, UTF16LE_BOM)) {
    return {
      text: bytes.toString('utf16le', UTF16LE_BOM.length),
      encode: (text) => Buffer.concat([UTF16LE_BOM, Buffer.from(text, 'utf16le')]),
    };
  }
  if (isEven && startsWith(bytes, UTF16BE_BOM)) {
    const swapped = Buffer.from(bytes.subarray(UTF16BE_BOM.length)).swap16();
    return {
      text: swapped.toString('utf16le'),
      encode: (text) => Buffer.concat([UTF16BE_BOM, Buffer.from(text, 'utf16le').swap16()]),
    };
  }
  if (bytes.subarray(0, BINARY_SEARCH).includes(0)) return undefined;
  const mark = startsWith(bytes, UTF8_BOM) ? UTF8_BOM : Buffer.alloc(0);
  const body = bytes.subarray(mark.length);
  const text = decodeStrictly(body, 'utf-8');
  if (text !== undefined) {
    return { text, encode: (changed) => Buffer.concat([mark, Buffer.from(changed, 'utf8')]) };
  }
  // States are ASCII, so any encoding that contains it will do for reading.
  return { text: decodeStrictly(body, 'gb18030') ?? body.toString('latin1') };
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}

function decodeStrictly(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
