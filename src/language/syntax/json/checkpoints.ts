import type { DraftRecord } from './drafts';
import type { Frame } from './frames';

/**
 * A place behind a comma or opening bracket: what follows depends on the text before it by the open brackets alone.
 */
export interface Checkpoint {
  at: number;
  /** No token between the checkpoint before and this one depends on the text from this offset on. */
  reach: number;
  /** The innermost open bracket. */
  frame: Frame | undefined;
}

/** The open brackets of a checkpoint once more, as they were known there. */
export interface Restored {
  readonly innermost: Frame | undefined;
  /** Each copy and what it is a copy of. */
  readonly originals: ReadonlyMap<Frame, Frame>;
}

/** Copies what is open at a checkpoint, so that reading on from there changes nothing that is kept. */
export function restore({ at, frame }: Checkpoint): Restored {
  const originals = new Map<Frame, Frame>();
  let innermost: Frame | undefined;
  for (const original of chain(frame).reverse()) {
    const parent = innermost;
    innermost = {
      ...original,
      parent,
      record: recordUntil(original.record, at),
      // A field that holds an open bracket is the last one so far of the object it is in.
      holder: original.holder && parent?.record?.fields.at(-1),
      signs: original.signs?.filter((sign) => sign.at < at),
      // No checkpoint is set where values of a list or schema count.
      list: undefined,
      schema: undefined,
      limit: 0,
    };
    originals.set(innermost, original);
  }
  return { innermost, originals };
}

function recordUntil(record: DraftRecord | undefined, at: number): DraftRecord | undefined {
  const fields = record?.fields.filter(({ key }) => key.start < at) ?? [];
  if (!record || fields.length === 0) return undefined;
  const { signs: _signs, ...rest } = record;
  return { ...rest, range: { ...record.range }, fields: fields.map((field) => ({ ...field })) };
}

/** Whether the same kinds of brackets are open, in places that say the same of them. */
export function isSameShape(one: Frame | undefined, other: Frame | undefined): boolean {
  let [left, right] = [one, other];
  while (left !== right) {
    if (left?.depth !== right?.depth || left?.isObject !== right?.isObject) return false;
    if (left?.objects !== right?.objects || left?.placeSign !== right?.placeSign) return false;
    left = left?.parent;
    right = right?.parent;
  }
  return true;
}

/** The bracket and those it is in, from the innermost out. */
function chain(innermost: Frame | undefined): Frame[] {
  const frames: Frame[] = [];
  for (let frame = innermost; frame; frame = frame.parent) frames.push(frame);
  return frames;
}
