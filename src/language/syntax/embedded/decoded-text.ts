import type { Range } from '../../text/range';
import { type Encode, OffsetMap, type Segment } from './offset-map';
import type { EmbeddedRegion } from './region';

/** The text of a region that is put together from stretches of the file and from what others stand for. */
export class DecodedText {
  private readonly parts: string[] = [];
  private readonly segments: Segment[] = [];
  private length = 0;

  /**
   * @param file the text that the region is in
   * @param encode how text is written there
   */
  constructor(
    private readonly file: string,
    private readonly encode: Encode,
  ) {}

  /** Adds a stretch of the file as it is. */
  verbatim(start: number, end: number, encode = this.encode): void {
    if (start < end) this.add(start, end, this.file.slice(start, end), encode);
  }

  /** Adds what a stretch of the file stands for; it may be nothing. */
  standsFor(start: number, end: number, text: string): void {
    this.add(start, end, text);
  }

  /** Adds text that has no place in the file. */
  generated(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  /** Adds a part of another region of the file, as it is there. */
  partOf({ text, map }: EmbeddedRegion, range: Range): void {
    for (const { inner, outer, encode } of map.within(range)) {
      this.add(outer.start, outer.end, text.slice(inner.start, inner.end), encode);
    }
  }

  /** The region in that language. */
  region(languageId: string): EmbeddedRegion {
    return { languageId, text: this.parts.join(''), map: new OffsetMap(this.segments) };
  }

  private add(start: number, end: number, text: string, encode = this.encode): void {
    const inner = { start: this.length, end: this.length + text.length };
    this.segments.push({ inner, outer: { start, end }, encode });
    this.parts.push(text);
    this.length = inner.end;
  }
}
