import type { KeyNames } from '../../records/key-names';
import { type ChangedRange, covering, growth } from '../../text/changes';
import type { TextSource } from '../../text/source';
import { type Checkpoint, isSameShape, type Restored, restore } from './checkpoints';
import type { Frame } from './frames';
import { RecordCollector } from './records';
import { COMMA, COMMENT, END, isLineEnd, JsonScanner, OPEN_BRACE, OPEN_BRACKET } from './scanner';

/** How far checkpoints are apart: so much is read again for one key press, or twice that. */
const DISTANCE = 8192;
/** Within more brackets none is set: to keep and compare them would cost more than it saves. */
const MOST_DEPTH = 2048;
/** The first piece of a pass is small, for mostly it is nearly all that is read; the next ones are larger. */
const FIRST_PIECE = 4096;
/** The first piece where more than that is new. */
const FIRST_OF_MUCH = 1 << 14;
const LARGEST_PIECE = 1 << 16;

/**
 * Reads JSON from a checkpoint before an edit until one behind it at which nothing is different from before, or to
 * the end. Changes nothing that is kept: a pass can be given up at any time.
 */
export class JsonPass {
  readonly collector: RecordCollector;
  readonly restored: Restored;
  /** Those set on the way. */
  readonly checkpoints: Checkpoint[] = [];
  /** What was read again covers this edit and as many of the following ones. */
  edit: ChangedRange;
  taken = 1;
  /** The number of the kept checkpoint from which on all is as before; none where the pass went to the end. */
  rejoined: number | undefined;
  /** What no token depends on since the last checkpoint. */
  reach: number;
  private scanner = new JsonScanner();
  private at: number;
  private size: number;
  private isAtLineStart: boolean;
  private target: number;
  private lastCheckpoint: number;

  constructor(
    languageId: string,
    keys: KeyNames,
    private readonly kept: readonly Checkpoint[],
    readonly from: number,
    private readonly edits: readonly ChangedRange[],
  ) {
    const start = kept[from] as Checkpoint;
    this.edit = edits[0] as ChangedRange;
    const isMuchNew = this.edit.newEnd - this.edit.newStart > FIRST_PIECE;
    this.size = isMuchNew ? FIRST_OF_MUCH : FIRST_PIECE;
    this.restored = restore(start);
    this.collector = new RecordCollector(languageId, keys);
    this.collector.resume(this.restored.innermost);
    this.at = this.reach = this.lastCheckpoint = start.at;
    this.isAtLineStart = start.at === 0;
    this.target = from + 1;
    this.aim();
  }

  /** Reads on for a while; returns whether the pass is over. */
  advance(source: TextSource, isOver: () => boolean): boolean {
    while (!this.readPiece(source)) {
      if (isOver()) return false;
    }
    return true;
  }

  private readPiece(source: TextSource): boolean {
    const { scanner, collector } = this;
    const text = source.read(this.at, Math.min(this.at + this.size, source.length));
    const isLast = this.at + text.length >= source.length;
    scanner.load(text, this.at, this.isAtLineStart);
    for (let token = scanner.next(); token !== END; token = scanner.next()) {
      if (!isLast && scanner.reach > text.length) {
        this.goBack(token);
        return false;
      }
      if (this.at + scanner.reach > this.reach) this.reach = this.at + scanner.reach;
      collector.accept(token, scanner);
      const isPlace = token === COMMA || token === OPEN_BRACE || token === OPEN_BRACKET;
      if (isPlace && this.look(this.at + scanner.end)) return true;
    }
    this.move(text, text.length);
    if (isLast) collector.finish(source.length);
    return isLast;
  }

  /** The token may go on behind the piece: the next piece begins with it, and is larger if this one did. */
  private goBack(token: number): void {
    const { scanner } = this;
    const { text, start } = scanner;
    if (token === COMMENT && scanner.isInComment && start === 0) {
      // The comment says nothing, and its end has two characters.
      this.move(text, text.length - 1);
      return;
    }
    if (scanner.isInComment) this.scanner = new JsonScanner();
    this.move(text, start);
    if (start === 0) this.size *= 2;
  }

  private move(text: string, by: number): void {
    if (by > 0) {
      this.isAtLineStart = isLineEnd(text.charCodeAt(by - 1));
      this.size = Math.min(2 * this.size, LARGEST_PIECE);
    }
    this.at += by;
  }

  /** Looks whether all is as before at a place where it may be; if not, it may be one for a checkpoint. */
  private look(at: number): boolean {
    const frame = this.collector.innermost;
    if (frame && at < frame.limit) return false;
    const by = growth(this.edit);
    for (;;) {
      const target = this.kept[this.target];
      if (!target || target.at + by > at) break;
      if (target.at + by === at && isSameShape(target.frame, frame)) {
        this.rejoined = this.target;
        return true;
      }
      this.target++;
      this.aim();
      if (growth(this.edit) !== by) return this.look(at);
    }
    if (at - this.lastCheckpoint >= DISTANCE && isShallow(frame)) {
      this.checkpoints.push({ at, reach: this.reach, frame });
      this.lastCheckpoint = at;
      this.reach = at;
    }
    return false;
  }

  /** Moves to the next checkpoint behind the edit; the edits before it are one with this one. */
  private aim(): void {
    for (;;) {
      const target = this.kept[this.target];
      const next = this.edits[this.taken];
      if (target && target.at < this.edit.oldEnd) this.target++;
      else if (next && (!target || target.at > next.oldStart)) {
        this.edit = covering(this.edit, next);
        this.taken++;
      } else return;
    }
  }
}

function isShallow(frame: Frame | undefined): boolean {
  return (frame?.depth ?? 0) <= MOST_DEPTH;
}
