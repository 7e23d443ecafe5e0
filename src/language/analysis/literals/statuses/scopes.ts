import type { SyntaxNodeRef } from '@lezer/common';
import type { KeyedSource } from '../../../records/keyed-source';
import { LONGEST_NAME } from '../../../syntax/typescript/nodes';
import { isFunction } from '../../expressions/walk';

const DEEPEST = 50;
const BLOCKS = new Set(['Block', 'ForStatement', 'CatchClause', 'SwitchBody']);

interface Scope {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly declared: Set<string>;
}

/** The scopes that a walk through a region is in, and the names that they declare. */
export class Scopes {
  readonly #open: Scope[] = [];
  #count = 0;

  constructor(private readonly source: KeyedSource) {}

  enter(ref: SyntaxNodeRef): void {
    const { name, from, to } = ref;
    if (name === 'VariableDefinition' && to - from <= LONGEST_NAME) {
      this.#open.at(-1)?.declared.add(this.source.read(from, to));
    } else if (BLOCKS.has(name) || isFunction(ref)) {
      this.#open.push({ id: this.#count++, from, to, name, declared: new Set() });
    }
  }

  leave({ name, from, to }: SyntaxNodeRef): void {
    const top = this.#open.at(-1);
    if (top && top.name === name && top.from === from && top.to === to) this.#open.pop();
  }

  /** The scope that declares a name; undefined where the region does not, -1 where that is too far. */
  declaring(name: string): number | undefined {
    for (let depth = 1; depth <= DEEPEST; depth++) {
      const scope = this.#open.at(-depth);
      if (!scope) return undefined;
      if (scope.declared.has(name)) return scope.id;
    }
    // Who nests deeper than anybody does is told of nothing.
    return -1;
  }
}
