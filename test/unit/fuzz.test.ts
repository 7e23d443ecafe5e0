import { strict as assert } from 'node:assert';
import {
  applied,
  createLanguageService,
  fixAllReading,
  fixReading,
  LANGUAGE_IDS,
  type ParsedDocument,
  readText,
} from '../../src/language';
import type { Range } from '../../src/language/text/range';
import { filesIn, type SampleFile } from '../corpus/files';
import { processorTime } from '../support/processor-time';
import { reach } from '../support/reach';

/** Set ECS_STATES_FUZZ_SEED to try other damage, or to see that of a failure again. */
const SEED = Number(process.env.ECS_STATES_FUZZ_SEED ?? 20_260_301);
const MUTANTS_PER_FILE = reach(4);
/** In how many of the languages each file is read besides its own, from file to file in others. */
const OTHER_LANGUAGES = reach(1);
const MOST_CHANGES = 4;
/** Random offsets asked for in each document, besides its ends, its fields and where it was damaged. */
const RANDOM_OFFSETS = 3;
const MOST_FIELDS = 4;
const MOST_FIXED = 3;
const LONGEST_CHUNK = 200;
const HOSTILE_DEPTH = 8000;
/**
 * How long the processor may work for all answers about one document: many times what the slowest takes on a slow
 * machine.
 */
const BOUND_MS = 60_000;

const service = createLanguageService();

type Random = (below: number) => number;

/** Mulberry32: small, and the same on every machine. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What gets into texts while they are typed, pasted, merged and badly saved. */
const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    ':',
    ': ',
    ',',
    ';',
    '|',
    '&',
    '*',
    '!',
    '?',
    '- ',
    '#',
  ],
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\\u',
    '/*',
    '*/',
    '//',
    '${',
    '{{',
    '{%',
    '---\n',
    '...\n',
    '<<: *a',
    '=>',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    '  ',
    '\u0000',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\u2028',
    '\u0085',
    '🐳',
  ],
  ...['vm_state', '"OS-EXT-STS:vm_state": ', "'OS-EXT-STS:task_state': ", 'status: ', 'taskState'],
  ...[
    'active',
    '"powering-on"',
    "'SHUTOFF'",
    'null',
    '~',
    'undefined',
    'case ',
    'type VmState = ',
    '====',
  ],
];
const SWAPS: Readonly<Record<string, string>> = {
  '{': '[',
  '}': ']',
  '[': '(',
  ']': '}',
  '(': '{',
  ')': ']',
  '"': "'",
  "'": '`',
  '`': '"',
  ':': '=',
  ',': ';',
};

interface Mutant {
  readonly text: string;
  /** Where the last change was made. */
  readonly at: number;
}

function splice(text: string, at: number, remove: number, insert: string): Mutant {
  return { text: text.slice(0, at) + insert + text.slice(at + remove), at };
}

const MUTATIONS: readonly ((text: string, random: Random) => Mutant)[] = [
  function truncate(text, random) {
    const at = random(text.length + 1);
    return { text: text.slice(0, at), at };
  },
  function behead(text, random) {
    return { text: text.slice(random(text.length + 1)), at: 0 };
  },
  function remove(text, random) {
    return splice(text, random(text.length + 1), 1 + random(LONGEST_CHUNK), '');
  },
  function removeOne(text, random) {
    return splice(text, random(text.length + 1), 1, '');
  },
  function insert(text, random) {
    return splice(text, random(text.length + 1), 0, PIECES[random(PIECES.length)] ?? '');
  },
  function repeat(text, random) {
    const from = random(text.length + 1);
    const chunk = text.slice(from, from + 1 + random(LONGEST_CHUNK));
    return splice(text, random(text.length + 1), 0, chunk.repeat(1 + random(3)));
  },
  function swap(text, random) {
    const from = random(text.length + 1);
    const found = text.slice(from).search(/[{}[\]()"'`:,]/);
    if (found < 0) return { text, at: from };
    return splice(text, from + found, 1, SWAPS[text.charAt(from + found)] ?? '');
  },
  function overwrite(text, random) {
    return splice(text, random(text.length + 1), 1, String.fromCharCode(random(0x1_0000)));
  },
];

function mutate(text: string, random: Random): Mutant {
  let mutant: Mutant = { text, at: 0 };
  for (let left = 1 + random(MOST_CHANGES); left > 0; left--) {
    const mutation = MUTATIONS[random(MUTATIONS.length)];
    if (mutation) mutant = mutation(mutant.text, random);
  }
  return mutant;
}

function assertInside(text: string, { start, end }: Range, what: string): void {
  const isInside = 0 <= start && start <= end && end <= text.length;
  assert.ok(isInside, `${what} at ${start} to ${end} of ${text.length}`);
}

function assertAnswersAt(reading: ParsedDocument, offset: number): void {
  const { text } = reading;
  for (const proposal of service.complete(reading, offset)) {
    const { start, end, insertText, cursor } = proposal;
    const what = `proposal ${proposal.label} for ${offset}`;
    assertInside(text, proposal, what);
    assert.ok(start <= offset && offset <= end, `${what} replaces ${start} to ${end}`);
    assert.ok(!text.slice(start, end).includes('\n'), `${what} replaces several lines`);
    assert.ok((cursor ?? 0) <= insertText.length, `${what} puts the cursor behind itself`);
  }
  const explanation = service.hover(reading, offset);
  if (explanation) {
    assertInside(text, explanation, 'hover');
    const { start, end } = explanation;
    assert.ok(start <= offset && offset <= end, `hover for ${offset} is at ${start} to ${end}`);
  }
}

/** All fixes at once leave fewer faults, and none that they could fix. */
function assertFixAll(reading: ParsedDocument, faults: number): void {
  const { text, languageId } = reading;
  const edits = fixAllReading(reading);
  for (const edit of edits) assertInside(text, edit, 'edit of all fixes');
  if (edits.length === 0) return;
  const fixed = readText(applied(text, edits), languageId);
  assert.ok(fixed);
  const left = service.diagnose(fixed).length;
  assert.ok(left < faults, `all fixes leave ${left} of ${faults} faults`);
  assert.deepEqual(fixAllReading(fixed), [], 'all fixes leave some to make');
}

/** Asks for everything there is to ask for, at the ends, at some fields and at the given offsets. */
function assertAnswers(text: string, languageId: string, offsets: readonly number[]): void {
  const reading = readText(text, languageId);
  assert.ok(reading);
  const diagnostics = service.diagnose(reading);
  for (const diagnostic of diagnostics) {
    assertInside(text, diagnostic, diagnostic.code);
    for (const related of diagnostic.related) assertInside(text, related, 'related place');
  }
  for (const diagnostic of diagnostics.slice(0, MOST_FIXED)) {
    for (const fix of fixReading(reading, diagnostic)) {
      for (const edit of fix.edits) assertInside(text, edit, `edit of ${fix.title}`);
      applied(text, fix.edits);
    }
  }
  assertFixAll(reading, diagnostics.length);
  const fields = reading.records.flatMap((record) => record.fields).slice(0, MOST_FIELDS);
  const ends = fields.flatMap(({ key, inner }) => [key.end, inner.start, inner.end]);
  for (const offset of new Set([0, text.length, ...ends, ...offsets])) {
    assertAnswersAt(reading, offset);
  }
}

/** Holds each document to the bound, and tells which took longest, for whoever reads the log. */
class Slowest {
  private readonly times = new Map<
    string,
    { ms: number; count: number; name: string; length: number }
  >();

  measure(languageId: string, name: string, length: number, run: () => void): void {
    const begun = processorTime();
    run();
    const ms = processorTime() - begun;
    assert.ok(ms < BOUND_MS, `${name} took ${ms.toFixed(0)} ms, bound ${BOUND_MS} ms`);
    const before = this.times.get(languageId);
    const count = (before?.count ?? 0) + 1;
    const slowest = before && before.ms >= ms ? before : { ms, name, length };
    this.times.set(languageId, { ...slowest, count });
  }

  print(): void {
    console.log(`        bound ${BOUND_MS} ms for each document`);
    for (const [languageId, { ms, count, name, length }] of this.times) {
      const slowest = `slowest ${ms.toFixed(0)} ms (${name}, ${length} characters)`;
      console.log(`        ${languageId}: ${count} documents, ${slowest}`);
    }
  }
}

function failure(error: unknown, file: SampleFile, number: number, mutant: Mutant): Error {
  const from = Math.max(0, mutant.at - 120);
  const around = JSON.stringify(mutant.text.slice(from, mutant.at + 120));
  const where = `${file.name}, mutant ${number}, seed ${SEED}, changed at ${mutant.at}`;
  return new Error(`${where}: ${error}\nround it: ${around}`, { cause: error });
}

describe('any text gives an answer', function () {
  this.timeout(480_000);
  const folders = ['silent', 'faulty', 'openstack'].map((name) => `test/corpus/${name}`);
  const files = [...folders, 'examples'].flatMap(filesIn);
  const slowest = new Slowest();

  after(() => slowest.print());

  files.forEach((file, index) => {
    it(`${file.name} when damaged, seed ${SEED}`, () => {
      const random = randomOf(SEED + index);
      for (let number = 0; number < MUTANTS_PER_FILE; number++) {
        const mutant = number === 0 ? { text: file.text, at: 0 } : mutate(file.text, random);
        const { text, at } = mutant;
        const offsets = Array.from({ length: RANDOM_OFFSETS }, () => random(text.length + 1));
        slowest.measure(file.languageId, `${file.name}, mutant ${number}`, text.length, () => {
          try {
            assertAnswers(text, file.languageId, [Math.min(at, text.length), ...offsets]);
          } catch (error) {
            throw failure(error, file, number, mutant);
          }
        });
      }
    });
  });

  it('files in a language that is not theirs', () => {
    files.forEach((file, index) => {
      const random = randomOf(SEED + index);
      for (let turn = 0; turn < OTHER_LANGUAGES; turn++) {
        const languageId = LANGUAGE_IDS[(OTHER_LANGUAGES * index + turn) % LANGUAGE_IDS.length];
        assert.ok(languageId);
        const offsets = Array.from({ length: RANDOM_OFFSETS }, () => random(file.text.length + 1));
        slowest.measure(languageId, file.name, file.text.length, () =>
          assertAnswers(file.text, languageId, offsets),
        );
      }
    });
  });

  const server = '{"OS-EXT-STS:vm_state":"active","OS-EXT-STS:task_state":null,"status":"ACTIVE"}';
  const wrong = '{"OS-EXT-STS:vm_state":"actve"}';
  const deep = (open: string, core: string, close: string, depth = HOSTILE_DEPTH) =>
    open.repeat(depth) + core + close.repeat(depth);
  const hostile: readonly (readonly [name: string, languageId: string, text: string])[] = [
    ['10 MB on one line', 'json', oneLine(10_000_000, server, wrong)],
    ['300 kB on one line of lines', 'jsonl', oneLine(300_000, server, wrong)],
    ['300 kB on one line', 'yaml', oneLine(300_000, server, wrong)],
    ['300 kB on one line', 'typescript', `x = ${oneLine(300_000, server, wrong)}`],
    ['deep arrays', 'json', deep('[', wrong, ']')],
    ['deep objects', 'json', deep('{"vm_state":', wrong, '}')],
    ['deep objects, never closed', 'jsonc', deep('{"vm_state":', wrong, '')],
    ['deep flow sequences', 'yaml', deep('[', wrong, ']')],
    ['deep flow mappings', 'yaml', deep('{vm_state: ', 'active', '}')],
    ['deep flow mappings, never closed', 'yaml', deep('{vm_state: ', 'active', '', 5000)],
    ['deep sequences', 'yaml', `${deep('- ', 'vm_state: runing', '')}\n`],
    ['deep block mappings', 'yaml', stairs('vm_state:', 1000)],
    ['deep arrays', 'typescript', `x = ${deep('[', wrong, ']')}`],
    ['deep objects', 'typescript', `x = ${deep('{vm_state:', "'active'", '}')}`],
    ['deep objects, never closed', 'typescript', `x = ${deep('{vm_state:', "'active'", '', 5000)}`],
    ['deep parentheses', 'typescript', `${deep('(', "x.vm_state === 'runing'", ')', 5000)}`],
    ['deep unions', 'typescript', `type VmState = ${deep('(', "'active' | 'stoped'", ')', 5000)}`],
    ['long unions', 'typescript', `type VmState = ${"'stoped' | ".repeat(HOSTILE_DEPTH)}'active'`],
    ['long comparisons', 'typescript', `x = ${"a.vm_state === 'b' || ".repeat(5000)} c`],
    ['deep elements', 'typescriptreact', `x = ${deep('<a b={{vm_state: ', 'null', '}}/>', 5000)}`],
    ['NULs', 'json', wrong.split('').join('\u0000')],
    ['only NULs', 'json', `vm_state${'\u0000'.repeat(100_000)}`],
    ['only NULs', 'yaml', `vm_state: ${'\u0000'.repeat(100_000)}`],
    ['only NULs', 'typescript', `vm_state${'\u0000'.repeat(20_000)}`],
    ['only quotes', 'yaml', `vm_state: ${`"'`.repeat(20_000)}`],
    ['only quotes', 'typescript', `vm_state${'`"\''.repeat(20_000)}`],
    ['only lone surrogates', 'yaml', `vm_state: ${'\ud800'.repeat(50_000)}\ntask_state: \udc00`],
    ['aliases of themselves', 'yaml', 'a: &a { vm_state: *a, task_state: *a, <<: *a }\n'],
    ['aliases in a circle', 'yaml', 'a: &a [*b]\nb: &b [*a]\nvm_state: *a\ntask_state: *b\n'],
    ['aliases that multiply', 'yaml', laughs(30)],
    [
      'many merges',
      'yaml',
      `a: &a {vm_state: active}\n${'- {<<: *a, vm_state: x}\n'.repeat(5000)}`,
    ],
    ['many records', 'yaml', '- {vm_state: actve, task_state: null}\n'.repeat(10_000)],
    ['many documents', 'yaml', '---\nvm_state: active\ntask_state:\n'.repeat(10_000)],
  ];
  for (const [name, languageId, text] of hostile) {
    it(`${name}: ${languageId}`, () => {
      slowest.measure(languageId, name, text.length, () => {
        const reading = readText(text, languageId);
        assert.ok(reading);
        for (const diagnostic of service.diagnose(reading)) assertInside(text, diagnostic, name);
        for (const share of [0, 0.5, 1]) {
          assertAnswersAt(reading, Math.floor(share * text.length));
        }
      });
    });
  }
});

function oneLine(length: number, server: string, wrong: string): string {
  const many = `${server},`.repeat(Math.floor(length / (server.length + 1)));
  return `{"servers":[${many}${wrong}]}`;
}

/** Block mappings in each other, each indented by one more. */
function stairs(key: string, depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}${key}\n`).join('');
}

/** Each level is the one before it, ten times: endless if it were written out. */
function laughs(levels: number): string {
  const lines = Array.from(
    { length: levels },
    (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]`,
  );
  return `l0: &l0 { vm_state: active }\n${lines.join('\n')}\nvm_state: *l${levels}\n`;
}
