/** Nothing is left of the piece. */
export const END = 0;
export const STRING = 1;
/** Any other run of characters: a literal, a number, a bare key, `......`. */
export const WORD = 2;
export const COMMENT = 3;
/** Punctuation is a token by its character code. */
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const ASTERISK = 0x2a;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

/**
 * Cuts JSON, with or without comments, into tokens; any text gives some, in one linear pass.
 *
 * Only a block comment goes past the end of its line, so a text can be given in pieces of whole lines.
 * Offsets are UTF-16 code units of the piece; `base` is where the piece begins in the text.
 */
export class JsonScanner {
  text = '';
  base = 0;
  /** The last token, quotes included. */
  start = 0;
  end = 0;
  /** The last string without its quotes; the whole of a word. */
  innerStart = 0;
  innerEnd = 0;
  /** Whether the last string or comment has its closing mark; behind one that has none, one is still in it. */
  isClosed = true;
  /** Whether the last string has escapes. */
  isEscaped = false;
  /** No character from this offset on had a part in what the last token is; past the piece where its end had. */
  reach = 0;
  /** Whether a block comment goes on past the end of the piece. */
  isInComment = false;
  private isAtLineStart = true;
  /** No double quote before this offset opens a string that is closed. */
  private openUntil = 0;

  /** Goes on with the next piece of the text, which begins at `base` of the whole. */
  load(text: string, base: number, isAtLineStart = true): void {
    this.isAtLineStart = isAtLineStart;
    this.text = text;
    this.base = base;
    this.start = 0;
    this.end = 0;
    this.openUntil = 0;
  }

  /** Moves to the next token and returns what it is. */
  next(): number {
    const { text } = this;
    let at = this.end;
    if (this.isInComment) return this.blockComment(at, at);
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    this.start = at;
    if (at === text.length) {
      this.end = at;
      return END;
    }
    const code = text.charCodeAt(at);
    switch (code) {
      case COMMA:
      case COLON:
      case OPEN_BRACKET:
      case CLOSE_BRACKET:
      case OPEN_BRACE:
      case CLOSE_BRACE:
        this.end = at + 1;
        // Whoever gets a colon looks for a blank behind it.
        this.reach = at + 2;
        return code;
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.string(at, code);
      case SLASH: {
        const second = text.charCodeAt(at + 1);
        if (second === SLASH) return this.lineComment(at);
        if (second === ASTERISK) return this.blockComment(at, at + 2);
      }
    }
    return this.word(at);
  }

  /** Whether the last token is the first thing on its line, blanks not passed over. */
  startsLine(): boolean {
    if (this.start === 0) return this.isAtLineStart;
    return isLineEnd(this.text.charCodeAt(this.start - 1));
  }

  private string(start: number, quote: number): number {
    const { text } = this;
    this.innerStart = start + 1;
    this.isEscaped = false;
    let at = start + 1;
    if (quote === SINGLE_QUOTE || start >= this.openUntil) {
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === quote) {
          // What a name follows is not the end of this string but the start of the next one.
          if (isName(text.charCodeAt(at + 1))) break;
          this.innerEnd = at;
          this.end = at + 1;
          this.reach = at + 2;
          this.isClosed = true;
          return STRING;
        }
        if (code === BACKSLASH) {
          this.isEscaped = true;
          if (!isLineEnd(text.charCodeAt(at + 1))) at++;
        } else if (isLineEnd(code)) break;
      }
      // Escaped quotes up to here would open strings that end no better; to look again for each were
      // quadratic. An escaped single quote opens none: it is part of a word.
      if (quote === DOUBLE_QUOTE) this.openUntil = at;
    } else {
      at = this.openUntil;
    }
    this.isEscaped = false;
    this.isClosed = false;
    this.end = this.innerEnd = this.nameEnd(start + 1);
    this.reach = Math.max(at, this.end) + 2;
    return STRING;
  }

  /** Where a half-typed name ends. A colon belongs to it where more of it follows, or could. */
  private nameEnd(start: number): number {
    const { text } = this;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isName(code)) continue;
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : LINE_FEED;
      if (code !== COLON || !(isName(next) || isLineEnd(next))) break;
    }
    return at;
  }

  private word(start: number): number {
    const { text } = this;
    let at = start + 1;
    while (at < text.length && !endsWord(text.charCodeAt(at))) at++;
    this.innerStart = start;
    this.innerEnd = this.end = at;
    this.reach = at + 1;
    this.isEscaped = false;
    return WORD;
  }

  private lineComment(start: number): number {
    const { text } = this;
    let at = start;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    this.end = at;
    this.reach = at + 1;
    this.isClosed = false;
    return COMMENT;
  }

  private blockComment(start: number, from: number): number {
    const close = this.text.indexOf('*/', from);
    this.start = start;
    this.isClosed = close >= 0;
    this.isInComment = close < 0;
    this.end = close < 0 ? this.text.length : close + 2;
    this.reach = close < 0 ? this.end + 1 : this.end;
    // An empty piece, or one that the comment has used up already.
    return this.start === this.end ? END : COMMENT;
  }
}

/** Whether the code is of a line break in the editor's eyes. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** White space and control characters; also what a paste from a web page or a byte order mark leaves. */
function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0xa0) return false;
  return code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0x3000 || code === 0xfeff;
}

/** What the names of fields and states are made of, the colon of a prefix aside. */
function isName(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d
  );
}

function endsWord(code: number): boolean {
  switch (code) {
    case COMMA:
    case COLON:
    case OPEN_BRACKET:
    case CLOSE_BRACKET:
    case OPEN_BRACE:
    case CLOSE_BRACE:
    case DOUBLE_QUOTE:
    case SLASH:
      return true;
  }
  return isBlank(code);
}
