import type { Syntax } from '../inputs/inputs';
import type { Candidate } from './candidate';

const KEYS = ['OS-EXT-STS:vm_state', 'OS-EXT-STS:task_state', 'status'];

/** Every mention of the three keys, and nothing else: the least that has to be done to a text. */
export function keySearch(syntax: Syntax): Candidate<number> {
  const search = (text: string): number => {
    let hits = 0;
    for (const key of KEYS) {
      for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) hits++;
    }
    return hits;
  };
  return {
    name: 'indexOf of the keys',
    role: 'floor',
    syntax,
    open: (document) => search(document.getText()),
    afterKeyPress: (_state, _press, document) => search(document.getText()),
  };
}

/** The engine's own parser, which knows no positions and stops at the first error. */
export function jsonParse(): Candidate {
  return {
    name: 'JSON.parse',
    role: 'floor',
    syntax: 'json',
    open: (document) => JSON.parse(document.getText()),
    afterKeyPress: (_state, _press, document) => JSON.parse(document.getText()),
  };
}
