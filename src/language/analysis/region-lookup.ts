import type { Region } from './regions';

/** The innermost of some regions, or of those in them, that an offset is in. */
export function innermostAt(regions: readonly Region[], offset: number): Region | undefined {
  let found: Region | undefined;
  for (let inner: readonly Region[] | undefined = regions; inner; ) {
    const next: Region | undefined = inner.find(
      ({ at, length }) => at <= offset && offset <= at + length,
    );
    found = next ?? found;
    inner = next?.inner;
  }
  return found;
}
