import { type Data, isFaulty, MIDDLE, server, statesOf } from './servers';
import { image, unrelatedCode } from './unrelated';
import { writeTypeScript, writeYaml } from './writers';

/** The syntaxes that are measured. */
export const SYNTAXES = ['json', 'yaml', 'typescript'] as const;
/** One of them; also the language identifier. */
export type Syntax = (typeof SYNTAXES)[number];

/** A record (a server, a comparison) in an input, and whether a fault was planted in it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly faulty: boolean;
}

/** A text to measure on. All are ASCII, so that offsets are bytes. */
export interface Input {
  readonly syntax: Syntax;
  readonly label: string;
  /** How many bytes were asked for; the text is a little longer. */
  readonly size: number;
  readonly holdsStates: boolean;
  /** Whether the text has another shape than the others of its syntax, and no place on their curve. */
  readonly isOdd: boolean;
  readonly text: string;
  readonly places: readonly Place[];
  /** In the middle of the text, inside a state that is right. */
  readonly cursor: number;
}

/** What an input is made from, as long as it is not made. */
export interface InputPlan {
  readonly syntax: Syntax;
  readonly label: string;
  readonly size: number;
  readonly holdsStates: boolean;
  readonly oneLine?: boolean;
}

interface Piece {
  readonly text: string;
  readonly faulty: boolean;
}

/** How a document of one syntax is put together. */
interface Recipe {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  piece(index: number, isMiddle: boolean): Piece;
}

const KB = 1000;
const MB = 1000 * KB;

/** Every input there is, smallest first. */
export const PLANS: readonly InputPlan[] = [
  { syntax: 'json', label: '10 KB', size: 10 * KB, holdsStates: true },
  { syntax: 'json', label: '100 KB', size: 100 * KB, holdsStates: true },
  { syntax: 'json', label: '1 MB', size: MB, holdsStates: true },
  { syntax: 'json', label: '10 MB', size: 10 * MB, holdsStates: true },
  { syntax: 'json', label: '10 MB, one line', size: 10 * MB, holdsStates: true, oneLine: true },
  { syntax: 'json', label: '1 MB, no states', size: MB, holdsStates: false },
  { syntax: 'yaml', label: '10 KB', size: 10 * KB, holdsStates: true },
  { syntax: 'yaml', label: '100 KB', size: 100 * KB, holdsStates: true },
  { syntax: 'yaml', label: '1 MB', size: MB, holdsStates: true },
  { syntax: 'yaml', label: '5 MB', size: 5 * MB, holdsStates: true },
  { syntax: 'yaml', label: '1 MB, no states', size: MB, holdsStates: false },
  { syntax: 'typescript', label: '10 KB', size: 10 * KB, holdsStates: true },
  { syntax: 'typescript', label: '100 KB', size: 100 * KB, holdsStates: true },
  { syntax: 'typescript', label: '1 MB', size: MB, holdsStates: true },
  { syntax: 'typescript', label: '1 MB, no states', size: MB, holdsStates: false },
];

/** The plan of the smallest input of a syntax. */
export function smallest(syntax: Syntax): InputPlan {
  const plan = PLANS.find((candidate) => candidate.syntax === syntax);
  if (!plan) throw new Error('no such input');
  return plan;
}

/** Makes the input; the same in every run. */
export function makeInput(plan: InputPlan): Input {
  const recipe = recipeFor(plan);
  const pieces: Piece[] = [];
  const frame = recipe.head.length + recipe.tail.length;
  for (let length = frame; length < plan.size; ) {
    const piece = recipe.piece(pieces.length, false);
    pieces.push(piece);
    length += piece.text.length + recipe.between.length;
  }
  const middle = middleOf(pieces);
  pieces[middle] = recipe.piece(middle, true);

  const places: Place[] = [];
  let start = recipe.head.length;
  for (const { text, faulty } of pieces) {
    places.push({ start, end: start + text.length, faulty });
    start += text.length + recipe.between.length;
  }
  const { syntax, label, size, holdsStates } = plan;
  const text = recipe.head + pieces.map((piece) => piece.text).join(recipe.between) + recipe.tail;
  const cursor = cursorIn(text, places[middle]?.start ?? 0, holdsStates);
  const isOdd = plan.oneLine === true || !holdsStates;
  return { syntax, label, size, holdsStates, isOdd, text, places, cursor };
}

/** The even piece (in code, every other one is no server) next to the middle without a fault. */
function middleOf(pieces: readonly Piece[]): number {
  return Math.floor(pieces.length / 4) * 2;
}

/** Three characters into the middle server's task_state, or into anything where there is none. */
function cursorIn(text: string, from: number, holdsStates: boolean): number {
  if (!holdsStates) return text.indexOf('private', from) + 3;
  const key = text.indexOf('task_state', from);
  return text.indexOf('rebooting', key) + 3;
}

function recipeFor({ syntax, holdsStates, oneLine }: InputPlan): Recipe {
  const data = (index: number, isMiddle: boolean): Data =>
    holdsStates ? server(index, isMiddle ? MIDDLE : statesOf(index)) : image(index);
  const faulty = (index: number) => holdsStates && isFaulty(index);
  const list = holdsStates ? 'servers' : 'images';
  if (syntax === 'json') {
    const write = (value: Data) =>
      oneLine ? JSON.stringify(value) : JSON.stringify(value, null, 2).replaceAll('\n', '\n    ');
    return {
      head: oneLine ? `{"${list}":[` : `{\n  "${list}": [\n    `,
      between: oneLine ? ',' : ',\n    ',
      tail: oneLine ? ']}' : '\n  ]\n}\n',
      piece: (index, isMiddle) => ({
        text: write(data(index, isMiddle)),
        faulty: !isMiddle && faulty(index),
      }),
    };
  }
  if (syntax === 'yaml') {
    const write = (value: Data) => `  - ${writeYaml(value, '    ').trimStart()}`;
    return {
      head: `${list}:\n`,
      between: '',
      tail: '',
      piece: (index, isMiddle) => ({
        text: write(data(index, isMiddle)),
        faulty: !isMiddle && faulty(index),
      }),
    };
  }
  return {
    head: `import type { Item, Server } from './types';\n\n`,
    between: '\n',
    tail: '',
    piece: (index, isMiddle) => {
      const of = Math.floor(index / 2);
      if (index % 2 === 1) {
        const text = holdsStates ? serverCode(of) : unrelatedCode(of);
        return { text, faulty: holdsStates && isFaultyCode(of) };
      }
      const literal = writeTypeScript(data(of, isMiddle), '');
      return { text: `export const item${of} = ${literal};\n`, faulty: !isMiddle && faulty(of) };
    },
  };
}

/** Faults in code are as rare as those in mocks, and in other places. */
function isFaultyCode(index: number): boolean {
  return isFaulty(index + 1);
}

/** A function that compares a server's states. */
function serverCode(index: number): string {
  const vm_state = isFaultyCode(index) ? 'running' : 'active';
  return `export function isBusy${index}(server: Server, retries = ${index}): boolean {
  if (server['OS-EXT-STS:vm_state'] === '${vm_state}' && retries > 0) {
    return server['OS-EXT-STS:task_state'] !== null;
  }
  return server['OS-EXT-STS:task_state'] === 'powering-on';
}
`;
}
