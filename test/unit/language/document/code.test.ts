import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createLanguageService, readText } from '../../../../src/language';
import { AnalysisCache } from '../../../../src/language/analysis';
import { COMMON_KEYS } from '../../../../src/language/records/key-names';
import { withKeys } from '../../../../src/language/records/keyed-source';
import { CODE_RULES } from '../../../../src/language/rules/rules';
import { TreeParse } from '../../../../src/language/syntax/lezer/incremental-parse';
import { inputOf } from '../../../../src/language/syntax/lezer/input';
import { parserFor } from '../../../../src/language/syntax/typescript/parser';
import type { TextChange } from '../../../../src/language/text/changes';
import { sourceOf } from '../../../../src/language/text/source';
import { finish } from '../../../../src/language/text/steps';
import { HUAWEI_CLOUD, type Relation, relationOf } from '../../../../src/model';
import { reach, stride } from '../../../support/reach';
import { type Case, FOUND, OTHERS, SILENT } from '../analysis/flow/cases';
import {
  anyEdits,
  comparable,
  Editor,
  never,
  type Replacement,
  replacementsIn,
  undoing,
} from './editing';
import { PIECES, repeated } from './texts';

const RUNS = reach(2);

/** Code that tells more of what is elsewhere in the text: of lists, types, made and destructured names. */
const FAR_REACHING = `
export enum VmState { Active = 'actve', Gone = 'deleted' }
const DONE = ['active', 'stoped'];
const BUSY = new Set<string>(['rebooting', 'resizin']);
const LABELS = { actve: 1, stopped: 2, unknown: 3 };
const { vm_state, task_state: step } = load();
if (step === 'rebootin' && vm_state === 'stopped') stop();
if (server.vm_state === 'stopped' && server.task_state === 'rebooting') stop();
class Servers {
  state: VmState = 'active';
  isDone(server) {
    if (server.vm_state === 'stopped') return DONE.includes(server.vm_state);
    if (server.task_state === 'rebooting') return ({ actve: 1, stopped: 2 })[server.vm_state];
    return DONE.some((each) => each === server.vm_state) || server.task_state === 'rebooting';
  }
  label = (server) => LABELS[server.vm_state] ?? LABELS.unknown;
  each(list) {
    return list.filter((server) => {
      const { task_state: t, vm_state: v } = server;
      return t === 'rebooting' && v === 'stopped' && BUSY.has(server.task_state);
    });
  }
}
function shown(server) {
  const handler = () => { server.task_state = null; };
  const wait = function () { const shownState = server.vm_state === 'ACTIVE'; return shownState; };
  switch (server.vm_state) {
    case 'active': case 'stopped': return isOneOf(server.vm_state, 'active', 'stoped');
    case 'actve': return 1;
  }
}
server['OS-EXT-STS:task_state'] = 'spawnning';
server.vm_state ??= 'stoped';
const shownState = server['OS-EXT-STS:vm_state'] ?? 'actve';
const WANT = 'actve';
const Wanted = { GONE: 'deletd' } as const;
function isWanted(server) {
  if (server['OS-EXT-STS:vm_state'] === WANT && server.status === 'ACTIV') return true;
  return server.vm_state === Wanted.GONE;
}
describe('all', () => {
  it('two', () => { expect(server['OS-EXT-STS:vm_state']).not.toBe('actve'); assert.equal('stoped', a.vm_state); });
  it('one', () => { expect(a.vm_state === 'ACTIVE' && a.task_state === 'rebooting').toBe(true); });
  it('other', async () => { if (a.vm_state === 'stopped') { await b(); if (a.task_state === 'rebooting') {} } });
});
`;

/** Conditions that mean something by constants and helper functions elsewhere in the text. */
const CONSTANTS = `
const OFF = 'stopped';
enum Step { Reboot = 'rebooting', On = 'powering-on' }
const ENDED = new Set([OFF, 'error']);
const isOff = (server) => server.vm_state === OFF;
function isEnded({ vm_state }) { return ENDED.has(vm_state); }
function restart(server) { if (isOff(server) && server.task_state === Step.Reboot) stop(); }
function wait(servers) {
  for (const server of servers.filter(isEnded)) if (server.task_state === 'rebooting') stop();
  return servers.find(isOff)?.task_state === Step.On;
}
switch (server.vm_state) { case OFF: if (server.task_state === Step.Reboot) stop(); }
`;

const DOCUMENTS: readonly { name: string; languageId: string; text: string }[] = [
  { name: 'code that tells of what is elsewhere', languageId: 'typescript', text: FAR_REACHING },
  { name: 'constants and helper functions', languageId: 'typescript', text: CONSTANTS },
  {
    name: 'the same in one function, many times',
    languageId: 'typescript',
    text: `export function all(server) {${FAR_REACHING.repeat(3)}}\n`,
  },
  { name: 'conditions with findings', languageId: 'typescript', text: joined(FOUND) },
  { name: 'conditions without', languageId: 'typescript', text: joined(SILENT) },
  { name: 'conditions in a view', languageId: 'javascriptreact', text: joined(OTHERS) },
  {
    name: 'functions among mocks',
    languageId: 'typescript',
    text: repeated('typescript', 20_000, false),
  },
  {
    name: 'the example',
    languageId: 'typescript',
    text: readFileSync('examples/wait-for-server.ts', 'utf8'),
  },
];

const TYPED = [
  ...(PIECES.typescript ?? []),
  'const vm_state = server.vm_state.toUpperCase();\n',
  'server.vm_state = other;\n',
  'const { task_state: step } = other;\n',
  "DONE.push('x');\n",
  "const DONE = ['actve'];\n",
  'export ',
  'await next();\n',
  '=> {',
  'function f(server) {\n',
  "if (s.task_state === 'rebooting' && s.vm_state === 'stopped') {}\n",
];

/** Words that are put in the place of others: most leave the code code, and some everything where it is. */
const WORDS = (
  'active stopped paused rebooting resizing ACTIVE === !== && || some find includes concat const let export ' +
  'DONE BUSY LABELS vm_state task_state status null server other return await case if { } ( ) => ;'
).split(' ');

/** A word somewhere in the text, and the one that takes its place. */
const anyExchange = fc.record({
  word: fc.constantFrom(...WORDS),
  by: fc.constantFrom(...WORDS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Some of the cases, one after the other; all of them in a long run. */
function joined(cases: readonly Case[]): string {
  const some = cases.filter((_, index) => index % stride(3) === 0);
  return some.map(({ code }) => `${code}\n`).join('');
}

/** The code of a document, of which is remembered what was read of it before. */
class Code {
  readonly memory = new AnalysisCache();
  private readonly parse: TreeParse;

  constructor(
    public text: string,
    languageId: string,
  ) {
    this.parse = new TreeParse(parserFor(languageId), 1000);
    this.change([{ start: 0, end: 0, newLength: text.length }]);
  }

  type(replacements: readonly Replacement[]): void {
    for (const { start, end, text } of [...replacements].sort((a, b) => b.start - a.start)) {
      this.text = this.text.slice(0, start) + text + this.text.slice(end);
    }
    this.change(
      replacements.map(({ start, end, text }) => ({ start, end, newLength: text.length })),
    );
  }

  /** Asks for all that the memory tells. */
  ask(relation: Relation = HUAWEI_CLOUD) {
    const source = withKeys(sourceOf(this.text), COMMON_KEYS);
    const tree = this.parse.advance(inputOf(source), never);
    assert.ok(tree);
    const answers = (memory: AnalysisCache) => ({
      made: finish(memory.derivedNames(tree, source)).all,
      records: comparable(finish(memory.indirectRecords(tree, source))),
      findings: finish(memory.findings(tree, source, relation, CODE_RULES)),
    });
    return { remembered: () => answers(this.memory), fresh: () => answers(new AnalysisCache()) };
  }

  check(relation?: Relation): void {
    const { remembered, fresh } = this.ask(relation);
    assert.deepEqual(remembered(), fresh());
  }

  private change(changes: readonly TextChange[]): void {
    this.parse.change(changes);
    this.memory.change(changes);
  }
}

describe('language: what is remembered of code', () => {
  for (const { name, languageId, text } of DOCUMENTS) {
    it(`is what a new reading of the tree tells, in ${name}`, function () {
      this.timeout(RUNS * 240_000);
      fc.assert(
        fc.property(anyEdits(TYPED), fc.array(fc.nat(3), { minLength: 1 }), (batches, how) => {
          const code = new Code(text, languageId);
          code.check();
          batches.forEach((batch, index) => {
            const before = code.text;
            const replacements = replacementsIn(before, batch);
            const way = how[index % how.length];
            code.type(replacements);
            if (way === 1) return;
            code.check(way === 3 ? relationOf('openstack') : undefined);
            if (way === 2) {
              code.type(undoing(before, replacements));
              code.check();
            }
          });
          code.check();
        }),
        { numRuns: RUNS },
      );
    });

    it(`is that too where words are exchanged, in ${name}`, function () {
      this.timeout(RUNS * 240_000);
      fc.assert(
        fc.property(fc.array(anyExchange, { minLength: 1, maxLength: 12 }), (exchanges) => {
          const code = new Code(text, languageId);
          code.check();
          for (const { word, by, at } of exchanges) {
            const start = code.text.indexOf(word, Math.floor(at * code.text.length));
            if (start < 0) continue;
            code.type([{ start, end: start + word.length, text: by }]);
            code.check();
          }
        }),
        { numRuns: RUNS },
      );
    });

    it(`makes the diagnostics those of a new document, in ${name}`, function () {
      this.timeout(RUNS * 240_000);
      fc.assert(
        fc.property(anyEdits(TYPED), (batches) => {
          const editor = new Editor(text, languageId);
          const diagnostics = () => {
            const reading = editor.live.read(sourceOf(editor.text), never);
            return reading && createLanguageService().diagnose(reading);
          };
          diagnostics();
          for (const batch of batches) {
            editor.type(replacementsIn(editor.text, batch));
            diagnostics();
            if (editor.live.needsFullReparse) editor.live.refresh();
            const fresh = readText(editor.text, languageId);
            assert.deepEqual(diagnostics(), fresh && createLanguageService().diagnose(fresh));
          }
        }),
        { numRuns: RUNS },
      );
    });
  }
});

describe('language: what is remembered of code is not what is round it', () => {
  const EXCHANGES: readonly [what: string, text: string, word: string, by: string][] = [
    [
      'the call that a function of one expression is given to',
      "const DONE = ['stoped'];\nfunction f() { return DONE.some((each) => each === server.vm_state); }",
      'some',
      'fill',
    ],
    [
      'the line break before a switch',
      "function f(s) {\r\n  switch (s.vm_state) {\r\n    case 'active': g(); break;\r\n    case 'stopped': break;\r\n  }\r\n}",
      'function',
      'async function',
    ],
    [
      'a list',
      "const DONE = ['stoped'];\nfunction f() { DONE.includes(s.vm_state); }",
      'const',
      'let',
    ],
    [
      'a state that is assigned later',
      "let s = o;\nif (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}\nfunction f() { s.task_state = p; }",
      's.task_state = p',
      'x.something_ = p',
    ],
  ];
  for (const [what, text, word, by] of EXCHANGES) {
    it(what, () => {
      const code = new Code(text, 'typescript');
      const before = code.ask().remembered();
      const start = code.text.indexOf(word);
      code.type([{ start, end: start + word.length, text: by }]);
      code.check();
      assert.notDeepEqual(code.ask().remembered(), before);
    });
  }
});

describe('language: what a key press in code has followed again', () => {
  const one = (index: number) =>
    `check${index}(server) {\n  if (server.vm_state === 'active' && server.task_state === null) return ${index};\n}\n`;
  const many = (before: string) =>
    Array.from({ length: 400 }, (_, index) => before + one(index)).join('');

  /** How many pieces are followed at first, and again once a character has been typed into the one in the middle. */
  function followed(text: string, typed: string): [first: number, again: number] {
    const code = new Code(text, 'typescript');
    code.ask().remembered();
    const first = code.memory.followedPieces;
    const at = code.text.indexOf("'active'", code.text.length / 2) + typed.length;
    code.type([{ start: at, end: at, text: typed }]);
    code.check();
    return [first, code.memory.followedPieces - first];
  }

  const TEXTS = [
    { name: 'of many functions, that one', text: many('function '), most: 1 },
    {
      name: 'of one class, that method and the class',
      text: `class Servers {\n${many('')}}\n`,
      most: 2,
    },
    {
      name: 'of one function, that one in it and what is round it',
      text: `describe('all', () => {\n${many('function ')}});\n`,
      most: 3,
    },
  ];
  for (const { name, text, most } of TEXTS) {
    it(`is, in a text ${name}`, () => {
      const [first, again] = followed(text, 'x');
      assert.ok(first >= 400, `${first} pieces`);
      assert.ok(1 <= again && again <= most, `${again} pieces are followed again`);
    });
  }

  /** Has a name be given what is made of a state; returns what was followed before and after. */
  function derive(declaration: string): { first: number; after: number } {
    const text = `${many('function ')}${declaration}x = server.vm_state.trim();\n`;
    const code = new Code(text, 'typescript');
    code.ask().remembered();
    const first = code.memory.followedPieces;
    const at = code.text.lastIndexOf('x =');
    code.type([{ start: at, end: at + 1, text: 'vm_state' }]);
    const method = code.text.lastIndexOf('trim');
    code.type([{ start: method, end: method + 4, text: 'toUpperCase' }]);
    code.check();
    return { first, after: code.memory.followedPieces };
  }

  it('is all, where a member is derived that means something elsewhere', () => {
    const { first, after } = derive('made.');
    assert.equal(after, first);
  });

  it('is one more, where a variable is derived', () => {
    const { first, after } = derive('const ');
    assert.equal(after, first + 1);
  });
});
