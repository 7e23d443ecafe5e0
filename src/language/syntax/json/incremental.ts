import type { KeyNames } from '../../records/key-names';
import { withoutOtherObjects } from '../../records/notifications';
import type { StateRecord } from '../../records/record';
import { shiftField, shiftRecord } from '../../records/shift';
import { type ChangedRange, compose, growth, type TextChange } from '../../text/changes';
import type { TextSource } from '../../text/source';
import type { LiveSyntax } from '../reader';
import type { Checkpoint } from './checkpoints';
import type { DraftRecord } from './drafts';
import { byStart, closeFrame, type Frame, recordOf } from './frames';
import { JsonPass } from './incremental-pass';

/** JSON, which is read again from the checkpoint before an edit to one behind it. */
export class LiveJson implements LiveSyntax {
  records: readonly StateRecord[] = [];
  /** As they are kept: with fields that are none of a server as long as nothing is next to them. */
  private all: readonly StateRecord[] = [];
  private checkpoints: Checkpoint[] = [{ at: 0, reach: 0, frame: undefined }];
  private edits: readonly ChangedRange[] = [];
  private pass: JsonPass | undefined;

  constructor(
    private readonly languageId: string,
    private readonly keys: KeyNames,
  ) {}

  change(changes: readonly TextChange[]): void {
    this.edits = compose(this.edits, changes);
    this.pass = undefined;
  }

  advance(source: TextSource, isOver: () => boolean): boolean {
    for (;;) {
      const [edit] = this.edits;
      if (!edit) return true;
      this.pass ??= new JsonPass(
        this.languageId,
        this.keys,
        this.checkpoints,
        this.before(edit),
        this.edits,
      );
      if (!this.pass.advance(source, isOver)) return false;
      this.keep(this.pass);
      this.pass = undefined;
      if (this.edits.length > 0 && isOver()) return false;
    }
  }

  /** The last checkpoint with nothing before it that depends on what the edit replaced. */
  private before({ oldStart }: ChangedRange): number {
    const { checkpoints } = this;
    let found = 0;
    while (
      found + 1 < checkpoints.length &&
      (checkpoints[found + 1] as Checkpoint).at <= oldStart &&
      (checkpoints[found + 1] as Checkpoint).reach <= oldStart
    ) {
      found++;
    }
    return found;
  }

  /** Puts what a pass has read in the place of what was there, and moves what is behind. */
  private keep(pass: JsonPass): void {
    const { checkpoints } = this;
    const { collector, edit, restored, rejoined } = pass;
    const from = checkpoints[pass.from] as Checkpoint;
    const target = rejoined === undefined ? undefined : checkpoints[rejoined];
    const by = growth(edit);
    const replaced = new Set<StateRecord | undefined>();
    for (const original of restored.originals.values()) replaced.add(original.record);
    const keptOf = (frame: Frame | undefined) => frame && (restored.originals.get(frame) ?? frame);

    // The brackets that are open where the pass ended are closed further behind, as they were before.
    const successors = new Map<Frame, Frame | undefined>();
    let open = collector.innermost;
    for (let old = target?.frame; target && old && open; old = old.parent, open = open.parent) {
      rejoin(open, old, target.at, by, collector.records);
      successors.set(old, keptOf(open));
    }
    for (const [copy, original] of restored.originals) {
      original.record = copy.record;
      original.holder = copy.holder;
      original.end = copy.end;
      original.signs = copy.signs;
    }
    const successorOf = (frame: Frame | undefined) => (frame && successors.get(frame)) ?? frame;
    relink(pass.checkpoints, keptOf, 0);

    const head = this.all.filter(({ range }) => range.start < from.at);
    const before = head.filter((record) => !replaced.has(record));
    const behind = target ? this.all.filter(({ range }) => range.start >= target.at) : [];
    const later = rejoined === undefined ? [] : checkpoints.slice(rejoined);
    relink(later, successorOf, by, new Set([...successors.keys(), ...successors.values()]));
    if (by !== 0) for (const record of behind) shiftRecord(record, by);
    for (const checkpoint of later) {
      checkpoint.at += by;
      checkpoint.reach += by;
    }
    if (later[0]) later[0].reach = pass.reach;

    const read = collector.records.sort(byStart);
    this.all = [...[...before, ...read].sort(byStart), ...behind];
    this.records = this.keys.notifications ? withoutOtherObjects(this.all) : this.all;
    this.checkpoints = [...checkpoints.slice(0, pass.from + 1), ...pass.checkpoints, ...later];
    this.edits = this.edits.slice(pass.taken).map((one) => ({
      ...one,
      oldStart: one.oldStart + by,
      oldEnd: one.oldEnd + by,
    }));
  }
}

/** Gives an open bracket the end that its predecessor had, and the fields it had behind the checkpoint. */
function rejoin(open: Frame, old: Frame, at: number, by: number, records: DraftRecord[]): void {
  const behind = old.record?.fields.filter(({ key }) => key.start >= at) ?? [];
  if (behind.length > 0 && !open.record) {
    open.record = recordOf(open);
    records.push(open.record);
  }
  for (const field of behind) {
    if (by !== 0) shiftField(field, by);
    open.record?.fields.push(field);
  }
  const signs = (old.signs ?? []).filter((sign) => sign.at >= at);
  if (signs.length > 0) {
    const moved = signs.map((sign) => ({ ...sign, at: sign.at + by }));
    open.signs = [...(open.signs ?? []), ...moved];
  }
  closeFrame(open, old.end + by);
}

/** Moves the brackets of checkpoints and puts others in the places of some; each bracket is looked at once. */
function relink(
  checkpoints: readonly Checkpoint[],
  insteadOf: (frame: Frame | undefined) => Frame | undefined,
  by: number,
  done = new Set<Frame | undefined>(),
): void {
  for (const checkpoint of checkpoints) {
    checkpoint.frame = insteadOf(checkpoint.frame);
    for (let frame = checkpoint.frame; frame && !done.has(frame); frame = frame.parent) {
      done.add(frame);
      frame.parent = insteadOf(frame.parent);
      frame.start += by;
      frame.end += by;
      for (const sign of frame.signs ?? []) sign.at += by;
    }
  }
}
