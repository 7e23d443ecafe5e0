import { strict as assert } from 'node:assert';
import {
  type Completion,
  createLanguageService,
  expanded,
  type ParsedDocument,
  readText,
} from '../../../../src/language';
import { applied, assertApplicable } from '../../../support/apply-completion';
import { stride } from '../../../support/reach';
import { type Pairs, SYNTAXES } from '../../../support/syntaxes';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';
const EMPTY = { raw: '""' };

const RECORDS: readonly Pairs[] = [
  [
    [VM, 'active'],
    [TASK, 'rebooting'],
    ['status', 'REBOOT'],
  ],
  [
    ['id', 'a'],
    [VM, 'stopped'],
    [TASK, null],
  ],
  [
    [TASK, EMPTY],
    [VM, EMPTY],
    ['name', 'b'],
  ],
];

/** Texts in which what is written could run into what is there, or be no value. */
const ODD: readonly (readonly [languageId: string, text: string])[] = [
  ['yaml', `${VM}: active\nnote: "foo\n\nbar"\n`],
  ['yaml', `${VM}: active\nnote: |\n  foo\n\n  ${TASK}: x\nx: 1\n`],
  ['yaml', `${VM}: active\nnote: foo\n\n  bar\nx: 1\n`],
  ['yaml', `# ${VM}: x\n${VM}: # c\n${TASK}:# c\nstatus: ""# c\n`],
  ['yaml', `a: {${VM}: active,# c\n # d\n ${TASK}: ""# x\n}\n`],
  ['yaml', `${VM}: &a active\n${TASK}: !!str ""\nstatus: !!str REBOOT# c\n`],
  ['yaml', `${TASK}: !!null ''\n${VM}: !!str act\n`],
  ['yaml', `- - ${VM}: ''\n    ${TASK}:\n- x\n- \n`],
  ['yaml', `---\n${VM}: a\n...\n---\n${TASK}:\n---\n\n`],
  ['yaml', `"${VM}": "act\\u0069ve"\n'${TASK}': 'it''s'\n`],
  ['json', `{"${VM}":"","${TASK}":"" ,"status" :""}`],
  ['json', `{"${VM}": "re"status": "ACTIVE"}`],
  ['json', `{"${VM}": ,"${TASK}": null, "a": [], "b": {}}`],
  ['jsonc', `{"${VM}": // c\n ,"${TASK}": /* */ "", /*\n*/ "x": 1}`],
  ['typescript', "enum TaskState { None = '', Reboot = 'rebooting' }"],
  ['typescript', "switch (s.task_state) { case'': break; case null: }"],
  ['typescript', "const m: Record<TaskState, string> = { rebooting: '', 'spawning': 'x' }"],
  ['typescript', "x = { vm_state: 'active', task_state: '' as const, a: {}, b: [] }"],
  ['typescript', "x = {vm_state:'',task_state:``,status:''}; y = {vm_state:,task_state:}"],
  ['typescript', "class A { vm_state = 'active'; task_state = ''; other = x }"],
  ['typescript', "const t: TaskState[] = ['rebooting', '']; if('' === s.task_state) {}"],
  ['typescriptreact', '<A vm_state="active" task_state="">{x.vm_state === ""}</A>'],
];

interface Place {
  readonly at: number;
  readonly value: string;
}

function fieldsOf(reading: ParsedDocument): Place[] {
  const own = reading.records.flatMap(({ fields }) =>
    fields.map(({ inner, value }) => ({
      at: inner.start,
      value: value.kind === 'text' ? value.text : value.kind,
    })),
  );
  const embedded = reading.embedded.flatMap(({ document, map }) =>
    fieldsOf(document).flatMap(({ at, value }) => {
      const outer = map.rangeToOuter({ start: at, end: at });
      return outer ? [{ at: outer.start, value }] : [];
    }),
  );
  return [...own, ...embedded];
}

function read(text: string, languageId: string): ParsedDocument {
  const reading = readText(text, languageId);
  assert.ok(reading);
  return reading;
}

/** Whether nothing but a value or key, and the quotes and blanks that it needs, is replaced and written. */
function assertSpares(text: string, completion: Completion): void {
  const { start, end, kind, label, insertText, template } = completion;
  const replaced = text.slice(start, end);
  if (kind === 'value') {
    const around = insertText.replace(label, '');
    const marks = around.replace(/["'`\s]/g, '');
    assert.ok(replaced.startsWith(marks), `${around} is written with ${label}`);
    assert.doesNotMatch(replaced, /[,{}[\]]/);
  } else {
    assert.match(replaced, /^["'`]?[\w:.-]*["'`]?$/);
    if (template) assert.equal(insertText, expanded(template, 0));
  }
}

/** Calls for every proposal at every offset of a text, but for the middle ones of a list, which are alike. */
function forEachProposal(
  text: string,
  languageId: string,
  check: (completion: Completion, reading: ParsedDocument, offset: number) => void,
): number {
  const reading = read(text, languageId);
  let count = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const completions = createLanguageService().complete(reading, offset);
    completions.forEach((completion, index) => {
      const { kind, label } = completion;
      const isAlike = index > 1 && index < completions.length - 1;
      if (kind === 'value' && label !== 'null' && isAlike) return;
      assertApplicable(text, offset, completion);
      assertSpares(text, completion);
      check(completion, reading, offset);
      count++;
    });
  }
  return count;
}

/** Checks that a value is read as what was chosen, and everything else as before. */
function assertReadBack(text: string, completion: Completion, reading: ParsedDocument): void {
  const { start, end, kind, label, insertText } = completion;
  const changed = applied(text, completion);
  const after = fieldsOf(read(changed, reading.languageId));
  const grown = insertText.length - (end - start);
  const isInside = ({ at }: Place, until: number) => start <= at && at <= until;
  const others = fieldsOf(reading)
    .filter((place) => !isInside(place, end))
    .map(({ at, value }) => ({ at: at > end ? at + grown : at, value }));
  const chosen = after.filter((place) => isInside(place, start + insertText.length));
  if (kind === 'value') {
    const isRead = chosen.some(({ value }) => value === label);
    // Null is no record of its own in a union of types, a list of what has one, or the field of a class.
    const isAlone = reading.records.some(
      ({ kind: where, caution, fields: [field] }) =>
        (where === 'union' || caution !== undefined) && field?.outer.start === start,
    );
    assert.ok(isRead || (isAlone && label === 'null'), `${label} is not read in ${changed}`);
  }
  if (kind === 'record') assert.equal(chosen.length, 3, changed);
  // A key that takes the place of another takes its value over, and so may be what makes it a record.
  if (kind === 'key') return;
  for (const { at, value } of others) {
    const same = after.some((place) => place.at === at && place.value === value);
    const isUnwritten = value === 'missing' || value === 'null';
    assert.ok(same || isUnwritten, `${value} is no longer read in ${changed}`);
  }
}

describe('complete, whatever is chosen anywhere', () => {
  for (const { name, languageId, write } of SYNTAXES) {
    it(`${name}: is read as what was chosen, and nothing else changes`, () => {
      for (const record of RECORDS) {
        const text = write(record);
        const count = forEachProposal(text, languageId, (completion, reading) =>
          assertReadBack(text, completion, reading),
        );
        assert.ok(count > 10);
      }
    });

    it(`${name}: spares what is round it in texts that are broken`, () => {
      const step = stride(12);
      for (const [turn, record] of RECORDS.entries()) {
        const text = write(record);
        const marks = [...text.matchAll(/["'`{}:,#\n]/g)];
        for (const { index } of marks.filter((_, number) => (number + turn) % step === 0)) {
          const without = text.slice(0, index) + text.slice(index + 1);
          forEachProposal(without, languageId, () => undefined);
          forEachProposal(text.slice(0, index), languageId, () => undefined);
        }
      }
    });
  }

  for (const [languageId, text] of ODD) {
    it(`${languageId}: ${JSON.stringify(text)}`, () => {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        const written = text.replaceAll('\n', lineBreak);
        forEachProposal(written, languageId, (completion, reading) =>
          assertReadBack(written, completion, reading),
        );
      }
    });
  }
});
