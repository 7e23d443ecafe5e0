import type { SyntaxNode, Tree } from '@lezer/common';
import { nodeOf, type Region } from './regions';

/** What is said of each region, worked out when it is first asked for. */
export class PerRegion<T> {
  private readonly known = new WeakMap<Region, { readonly at: number; readonly said: T }>();
  /** How many regions were looked at. */
  count = 0;

  /** @param moved what a region says when it has been moved by so much */
  constructor(private readonly moved: (said: T, by: number) => T) {}

  /** What a region of the tree says; undefined for one without a node, where something is missing. */
  of(tree: Tree, region: Region, read: (node: SyntaxNode, region: Region) => T): T | undefined {
    const known = this.known.get(region);
    if (known?.at === region.at) return known.said;
    if (known) return this.keep(region, this.moved(known.said, region.at - known.at));
    const node = nodeOf(tree, region);
    if (!node) return undefined;
    this.count++;
    return this.keep(region, read(node, region));
  }

  private keep(region: Region, said: T): T {
    this.known.set(region, { at: region.at, said });
    return said;
  }
}
