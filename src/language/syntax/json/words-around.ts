import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  COMMENT,
  END,
  JsonScanner,
  OPEN_BRACE,
  OPEN_BRACKET,
  STRING,
} from './scanner';

/** More words than this are no group. */
const MOST_WORDS = 300;
const LONGEST_WORD = 64;

/** An open bracket, and its keys or items so far. */
interface Open {
  readonly isObject: boolean;
  readonly words: string[];
  hasWord: boolean;
}

/** The keys of the object or the items of the array that has a string at an offset (UTF-16 code units). */
export function wordsAround(text: string, offset: number): readonly string[] {
  const scanner = new JsonScanner();
  scanner.load(text, 0);
  const open: Open[] = [];
  /** The last string, which is a key if a colon follows it. */
  let last: { word: string; isIt: boolean } | undefined;
  let isBehindColon = false;
  const settle = (isKey: boolean) => {
    const top = open.at(-1);
    if (!top || !last || top.isObject !== isKey) return;
    if (top.words.length < MOST_WORDS) top.words.push(last.word);
    top.hasWord ||= last.isIt;
  };
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token === COMMENT) continue;
    if (token === STRING && !isBehindColon) {
      const { innerStart, innerEnd } = scanner;
      const word = text.slice(innerStart, Math.min(innerEnd, innerStart + LONGEST_WORD));
      last = { word, isIt: innerStart <= offset && offset <= innerEnd };
      continue;
    }
    settle(token === COLON);
    last = undefined;
    isBehindColon = token === COLON;
    if (token === OPEN_BRACE || token === OPEN_BRACKET) {
      open.push({ isObject: token === OPEN_BRACE, words: [], hasWord: false });
    } else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) {
      const closed = open.pop();
      if (closed?.hasWord) return closed.words;
      if (scanner.end > offset && open.length === 0) return [];
    } else if (token === COMMA) isBehindColon = false;
  }
  return [];
}
