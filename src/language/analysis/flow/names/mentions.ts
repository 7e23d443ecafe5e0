import type { SyntaxNode } from '@lezer/common';
import type { TextSource } from '../../../text/source';

const NAME = /[$\w\u0080-\uffff]+/g;

/** Where names are mentioned within a node, found in one look at its text. */
export class Mentions {
  private byName: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(
    private readonly source: TextSource,
    readonly within: SyntaxNode,
  ) {}

  /** The offsets of a name, in order; some may be in texts and comments. */
  of(name: string): readonly number[] {
    this.byName ??= this.read();
    return this.byName.get(name) ?? [];
  }

  private read(): Map<string, number[]> {
    const { from, to } = this.within;
    const found = new Map<string, number[]>();
    for (const { 0: name, index } of this.source.read(from, to).matchAll(NAME)) {
      const known = found.get(name);
      if (known) known.push(from + index);
      else found.set(name, [from + index]);
    }
    return found;
  }
}
