/** What a text says of whether it is about servers. */
export interface TextContext {
  /** Whether it is likely. */
  readonly isLikely: () => boolean;
  /** Whether it is sure. */
  readonly isSure: () => boolean;
}

/** A context in which each is found out once, if it is asked for. */
export function textContext(findSure: () => boolean, findLikely: () => boolean): TextContext {
  let sure: boolean | undefined;
  let likely: boolean | undefined;
  const isSure = () => {
    sure ??= findSure();
    return sure;
  };
  const isLikely = () => {
    likely ??= isSure() || findLikely();
    return likely;
  };
  return { isSure, isLikely };
}
