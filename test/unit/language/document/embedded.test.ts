import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createLanguageService, type ParsedDocument } from '../../../../src/language';
import { sourceOf } from '../../../../src/language/text/source';
import { allRecords } from '../../../support/all-records';
import { reach } from '../../../support/reach';
import { type AnyEdit, anyEdits, comparable, Editor, never, replacementsIn } from './editing';

const service = createLanguageService();
const RUNS = reach(2);

const DOCUMENTS: readonly { languageId: string; text: string; pieces: readonly string[] }[] = [
  {
    languageId: 'vue',
    text: vue(12),
    pieces: [
      '"',
      "'",
      '{{',
      '}}',
      '<',
      '>',
      '<!-- ecs-states-disable-next-line -->\n',
      '</script>',
      '<b v-if="s.vm_state === \'stoped\'">',
      '(',
      '\n',
      "x.task_state === 'spawing'",
    ],
  },
  {
    languageId: 'svelte',
    text: svelte(10),
    pieces: [
      '"',
      "'",
      '{',
      '}',
      '<',
      '>',
      '{#if a}',
      "{:else if s.vm_state === 'stoped'}",
      '{/if}',
      '<!-- ecs-states-disable-next-line -->\n',
      '</script>',
      '(',
      '\n',
      "{x.task_state === 'spawing'}",
    ],
  },
  {
    languageId: 'astro',
    text: `---\nconst a = { vm_state: 'active', task_state: null, status: 'SHUTOFF' };\n---\n${Array.from(
      { length: 10 },
      (_, index) =>
        `<b a={s${index}.vm_state === 'actve'} />\n{all.map((s) => <b>it's<br>{s.vm_state === 'stopped'}</b>)}\n`,
    ).join('')}`,
    pieces: [
      '"',
      "'",
      '{',
      '}',
      '<',
      '>',
      '</b>',
      '<br>',
      '---\n',
      '<!-- ecs-states-disable-next-line -->\n',
      '<script>',
      '(',
      '\n',
      "{x.task_state === 'spawing'}",
    ],
  },
  {
    languageId: 'http',
    text: Array.from(
      { length: 10 },
      (_, index) =>
        `### a\nPUT /servers/${index}\nContent-Type: application/json\n\n${json(index)}\n\n> {% f(s.vm_state === 'actve'); %}\n`,
    ).join(''),
    pieces: ['\n', '\n\n', '###', '> {%', '%}', '{', '}', '"stoped"', '# ecs-states-disable\n'],
  },
  {
    languageId: 'markdown',
    text: Array.from(
      { length: 6 },
      (_, index) =>
        `# a\n\n\`\`\`json\n${json(index)}\n\`\`\`\n\n- b\n\n  ~~~yaml\n  a: 1\n  vm_state: actve\n  task_state: null\n  ~~~\n\n> \`\`\`ts\n> f(s.vm_state === 'actve');\n> \`\`\`\n`,
    ).join(''),
    pieces: [
      '```',
      '~~~',
      '```json\n',
      '\n',
      '> ',
      '- ',
      '  ',
      '    ',
      '"stoped"',
      '\n<!-- ecs-states-disable -->\n',
      '<!--',
      '-->',
    ],
  },
  {
    languageId: 'yaml',
    text: Array.from(
      { length: 6 },
      (_, index) =>
        `- single: '${json(index)}'\n  double: ${JSON.stringify(json(index))}\n  block: |\n    ${json(index)}\n`,
    ).join(''),
    pieces: ['"', "'", '\\', '\n', '\n    ', '|', '  ', '{', '"stoped"', '\\"', '#'],
  },
  {
    languageId: 'json',
    text: `[${Array.from({ length: 12 }, (_, index) => JSON.stringify(json(index))).join(',\n')}]`,
    pieces: ['"', '\\', '\\\\', '\n', '{', '}', '"stoped"', '\\"', '\\u0022'],
  },
  {
    languageId: 'typescript',
    text: Array.from(
      { length: 12 },
      (_, index) => `f('${json(index)}', \`${json(index)}\`);\n`,
    ).join(''),
    pieces: ['"', "'", '`', '\\', '\n', '{', '}', "'stoped'", '\\"', '${'],
  },
];

function json(index: number): string {
  const state = index % 2 === 0 ? 'actve' : 'stopped';
  return `{"server": {"OS-EXT-STS:vm_state": "${state}", "status": "ACTIVE", "n": ${index}}}`;
}

function vue(rows: number): string {
  const all = Array.from({ length: rows }, (_, index) => index);
  return `<template>\n${all
    .map(
      (index) =>
        `  <b v-if="row${index}['OS-EXT-STS:vm_state'] === 'actve'" @click="a.vm_state = 'eror'">{{ s.vm_state === 'stopped' }}</b>\n`,
    )
    .join('')}</template>\n<script setup lang="ts">\n${all
    .map(
      (index) => `const a${index} = { vm_state: 'active', task_state: null, status: 'SHUTOFF' };\n`,
    )
    .join('')}</script>\n`;
}

function svelte(rows: number): string {
  const all = Array.from({ length: rows }, (_, index) => index);
  return `<script lang="ts">\n${all
    .map(
      (index) => `const a${index} = { vm_state: 'active', task_state: null, status: 'SHUTOFF' };\n`,
    )
    .join('')}</script>\n${all
    .map(
      (index) =>
        `{#if row${index}['OS-EXT-STS:vm_state'] === 'actve'}\n  {#each all as s}<b a={s.vm_state === 'stopped'}>{s.task_state}</b>{/each}\n{/if}\n`,
    )
    .join('')}`;
}

function read(editor: Editor): ParsedDocument {
  if (editor.live.needsFullReparse) editor.live.refresh();
  const document = editor.live.read(sourceOf(editor.text), never);
  assert.ok(document);
  if (!editor.live.needsFullReparse) return document;
  return read(editor);
}

/** The records of each text; groups have numbers of their own in each. */
function recordsByText({ records, embedded }: ParsedDocument): unknown[] {
  return [comparable(records), ...embedded.map(({ document }) => recordsByText(document))];
}

function check(editor: Editor): void {
  const fresh = service.parse(editor.text, editor.languageId);
  assert.ok(fresh);
  const document = read(editor);
  assert.deepEqual(recordsByText(document), recordsByText(fresh));
  assert.deepEqual(service.diagnose(document), service.diagnose(fresh));
}

function edit(editor: Editor, batches: readonly AnyEdit[][]): void {
  check(editor);
  for (const batch of batches) {
    editor.type(replacementsIn(editor.text, batch));
    check(editor);
  }
}

describe('language: reading on after edits is like reading anew, of texts within', () => {
  for (const { languageId, text, pieces } of DOCUMENTS) {
    it(languageId, function () {
      this.timeout(RUNS * 240_000);
      fc.assert(
        fc.property(anyEdits(pieces), (batches) => edit(new Editor(text, languageId), batches)),
        { numRuns: RUNS },
      );
    });
  }

  it('takes over the regions that an edit leaves', () => {
    const text = vue(150);
    const editor = new Editor(text, 'vue');
    const before = allRecords(read(editor));
    const at = text.indexOf('row7[');
    editor.type([{ start: at, end: at, text: 'my' }]);
    const after = new Set(allRecords(read(editor)));
    const kept = before.filter((record) => after.has(record));
    assert.ok(kept.length > before.length / 4, `${kept.length} of ${before.length}`);
  });
});
