import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  applied,
  createLanguageService,
  type Diagnostic,
  diagnose,
  fixAllReading,
  fixReading,
  type ParsedDocument,
  readText,
  type TextEdit,
} from '../../../../src/language';
import { keysOf, type Settings } from '../../../../src/language/settings/settings';
import { DIALECTS, FIELDS, type Field, relationOf } from '../../../../src/model';
import { allRecords } from '../../../support/all-records';
import { reach } from '../../../support/reach';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const SPELLINGS: Readonly<Record<Field, readonly string[]>> = {
  vm_state: ['OS-EXT-STS:vm_state', 'OS-EXT-STS:vm_state', 'vm_state', 'vmState'],
  task_state: ['OS-EXT-STS:task_state', 'OS-EXT-STS:task_state', 'task_state', 'taskState'],
  status: ['status'],
};

interface Document {
  readonly text: string;
  readonly languageId: string;
  readonly settings: Settings;
}

/** What is written in the place of a state: the state, in another case, misspelt, of another field, none at all. */
function writings(settings: Settings, field: Field): fc.Arbitrary<Pairs[number][1]> {
  const { values } = relationOf(settings.dialect ?? 'huaweicloud');
  const ofField = fc.constantFrom(...values[field]);
  const written = (change: (state: string) => string) =>
    ofField.map((state) => (state === null ? null : change(state)));
  return fc.oneof(
    ofField,
    written((state) => state.toUpperCase()),
    written((state) => state.toLowerCase()),
    written((state) => state.replace(/[_-]/g, (char) => (char === '_' ? '-' : '_'))),
    written((state) => state.slice(0, -1)),
    written((state) => state.split('_').reverse().join('_')),
    fc.constantFrom(...FIELDS).chain((other) => fc.constantFrom(...values[other])),
    fc.constantFrom('running', 'STOPPED', 'xxyyzz', ''),
  );
}

/** Records in which fields come twice, in one spelling or in two. */
const documents: fc.Arbitrary<Document> = fc
  .record({ dialect: fc.constantFrom(...DIALECTS), syntax: fc.constantFrom(...SYNTAXES) })
  .chain(({ dialect, syntax }) => {
    const settings: Settings = { dialect };
    const pair = fc
      .constantFrom(...FIELDS)
      .chain((field) => fc.tuple(fc.constantFrom(...SPELLINGS[field]), writings(settings, field)));
    const { languageId } = syntax;
    const record = fc.array(pair, { minLength: 1, maxLength: 6 });
    return fc
      .array(record, { minLength: 1, maxLength: languageId === 'json' ? 5 : 1 })
      .map((all) => {
        const texts = all.map((pairs) => syntax.write(pairs));
        return {
          text: languageId === 'json' ? `[${texts.join()}]` : texts.join(),
          languageId,
          settings,
        };
      });
  });

/** Documents with a few characters gone or doubled, or others put in. */
const broken: fc.Arbitrary<Document> = fc
  .tuple(
    documents,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', '"', "'", '{', '}', ':', ',', '\n', '\r')),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  )
  .map(([document, changes]) => {
    const text = changes.reduce((old, [place, length, put]) => {
      const at = place % (old.length + 1);
      return old.slice(0, at) + put + old.slice(at + length);
    }, document.text);
    return { ...document, text };
  });

function read({ text, languageId, settings }: Document): ParsedDocument {
  const reading = readText(text, languageId, keysOf(settings));
  assert.ok(reading);
  return reading;
}

function diagnosticsOf({ text, languageId, settings }: Document): Diagnostic[] {
  return diagnose(text, languageId, settings);
}

function assertApart(edits: readonly TextEdit[], what: string): void {
  for (const [index, { start }] of edits.entries()) {
    const before = edits[index - 1];
    assert.ok(!before || (before.end <= start && before.start < start), what);
  }
}

function assertAddsNone(before: readonly Diagnostic[], after: readonly Diagnostic[], what: string) {
  const count = (all: readonly Diagnostic[], code: string) =>
    all.filter((other) => other.code === code).length;
  for (const { code } of after) {
    assert.ok(count(after, code) <= count(before, code), `${what} adds ${code}`);
  }
  assert.ok(after.length < before.length, `${what} removes nothing`);
}

function assertFixAll(document: Document): void {
  const edits = fixAllReading(read(document), document.settings);
  const text = applied(document.text, edits);
  const what = `fix all of ${JSON.stringify(document.text)}, which gives ${JSON.stringify(text)}`;
  assertApart(edits, what);
  if (edits.length === 0) return;
  const fixed = { ...document, text };
  assertAddsNone(diagnosticsOf(document), diagnosticsOf(fixed), what);
  assert.deepEqual(fixAllReading(read(fixed), document.settings), [], `${what}, done twice`);
}

function assertEachFix(document: Document): void {
  const { text, settings } = document;
  const before = diagnosticsOf(document);
  const range = { start: 0, end: text.length };
  for (const { kind, title, code, edits } of fixReading(read(document), range, settings)) {
    if (kind === 'suppress' || edits.length === 0) continue;
    const fixed = applied(text, edits);
    const what = `${title} for ${code} in ${JSON.stringify(text)}, which gives ${JSON.stringify(fixed)}`;
    assertApart(edits, what);
    assertAddsNone(before, diagnosticsOf({ ...document, text: fixed }), what);
  }
}

describe('fixes of any record, in any syntax and dialect', () => {
  for (const [name, kind] of [
    ['whole', documents],
    ['broken', broken],
  ] as const) {
    it(`all at once add no diagnostic and leave nothing to fix so, in a ${name} text`, () => {
      fc.assert(fc.property(kind, assertFixAll), { numRuns: reach(500) });
    });

    it(`each by itself removes its diagnostic and adds none, in a ${name} text`, () => {
      fc.assert(fc.property(kind, assertEachFix), { numRuns: reach(150) });
    });
  }

  it('all at once reach whatever is only written otherwise and fits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SYNTAXES),
        fc.constantFrom(...relationOf('huaweicloud').rows),
        (syntax, row) => {
          const shouted = FIELDS.map((field): Pairs[number] => {
            const state = row[field];
            const written = field === 'status' ? state?.toLowerCase() : state?.toUpperCase();
            return [SPELLINGS[field][0] ?? '', written ?? null];
          });
          const text = syntax.write(shouted);
          const document = { text, languageId: syntax.languageId, settings: {} };
          const fixed = applied(text, fixAllReading(read(document)));
          assert.deepEqual(diagnose(fixed, syntax.languageId), [], fixed);
        },
      ),
    );
  });
});

describe('fields that are inserted into any record, in any syntax and dialect', () => {
  function assertInsertions(document: Document): void {
    const { text, settings } = document;
    const reading = read(document);
    const before = diagnosticsOf(document).length;
    const ofRecords = reading.records.flatMap(({ range }) =>
      createLanguageService(settings)
        .insertions(reading, range.start)
        .map(({ edit }) => edit),
    );
    const all: Settings = { ...settings, statusHints: 'all' };
    const hints = createLanguageService(all).statusHints(reading, { start: 0, end: text.length });
    for (const edit of [...ofRecords, ...hints.flatMap((hint) => hint.edit() ?? [])]) {
      const changed = applied(text, [edit]);
      const what = `${JSON.stringify(edit.newText)} in ${JSON.stringify(text)}`;
      const after = diagnosticsOf({ ...document, text: changed }).length;
      assert.ok(after <= before, `${what} adds a diagnostic`);
      const fields = (of: ParsedDocument) =>
        allRecords(of).reduce((sum, record) => sum + record.fields.length, 0);
      assert.equal(fields(read({ ...document, text: changed })), fields(reading) + 1, what);
    }
  }

  for (const [name, kind] of [
    ['whole', documents],
    ['broken', broken],
  ] as const) {
    it(`are read as such and add no diagnostic, in a ${name} text`, () => {
      fc.assert(fc.property(kind, assertInsertions), { numRuns: reach(350) });
    });
  }
});

describe('what fixes of many faults cost', () => {
  /** How often the value of a field is looked at. */
  function looksAtValues(text: string, ask: (reading: ParsedDocument) => void): number {
    const reading = readText(text, 'json');
    assert.ok(reading);
    let count = 0;
    for (const stateField of reading.records.flatMap(({ fields }) => fields)) {
      const { value } = stateField;
      const get = () => {
        count++;
        return value;
      };
      Object.defineProperty(stateField, 'value', { get, enumerable: true });
    }
    ask(reading);
    return count;
  }

  const texts: Readonly<Record<string, (count: number) => string>> = {
    'a key that is there many times': (count) =>
      `{${'"OS-EXT-STS:vm_state":"ACTIVE",'.repeat(count)}"OS-EXT-STS:task_state":null}`,
    'a key that means many things': (count) =>
      `{${'"OS-EXT-STS:vm_state":"ACTIVE","OS-EXT-STS:vm_state":"xxyyzz",'.repeat(count)}"status":"ACTIVE"}`,
    'many records on one line': (count) =>
      `[${'{"OS-EXT-STS:vm_state":"ACTIVE","OS-EXT-STS:task_state":"spawning"},'.repeat(count)}{}]`,
  };
  for (const [name, write] of Object.entries(texts)) {
    it(`grows with their number only: ${name}`, () => {
      for (const ask of [
        (reading: ParsedDocument) => fixAllReading(reading),
        (reading: ParsedDocument) => fixReading(reading, { start: 0, end: reading.source.length }),
      ]) {
        const few = looksAtValues(write(200), ask);
        const many = looksAtValues(write(1600), ask);
        assert.ok(few > 0 && many < 10 * few, `${few} looks for 200, ${many} for 1600`);
      }
    });
  }
});
