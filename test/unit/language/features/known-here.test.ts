import { strict as assert } from 'node:assert';
import { complete, hover } from '../../../../src/language';
import { withCursor } from '../../../support/cursor';

const inFunction = (code: string) => `function f(s) {\n${code}\ns.task_state;\n}`;

/** What the hover at the cursor says of the conditions before. */
function known(fixture: string): string | undefined {
  const { text, offset } = withCursor(inFunction(fixture));
  return /Here: (.*)\./.exec(hover(text, 'typescript', offset)?.markdown ?? '')?.[1];
}

describe('what the conditions before leave', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    [
      "if (s.vm_state === 'stopped' || s.vm_state === 'error') { if (s.vm_<|>state === 'stopped') {} }",
      'vm_state is `stopped` | `error`',
    ],
    [
      "if (s.vm_state === 'resized' && s.status === 'VERIFY<|>_RESIZE') {}",
      'status is `REVERT_RESIZE` | `VERIFY_RESIZE`',
    ],
    [
      "if (s.vm_state !== 'stopped') return; g(s.vm_<|>state === 'error');",
      'vm_state is `stopped`',
    ],
    ["if (s.vm_state === 'sto<|>pped') {}", undefined],
    ["if (s.vm_state === 'stopped') {} if (s.vm_<|>state === 'error') {}", undefined],
    ["if (s.vm_state === 'stopped') { await g(s); if (s.vm_<|>state === 'error') {} }", undefined],
    ["if (s.vm_state === 'stopped') g(() => s.vm_<|>state === 'error');", undefined],
  ];
  for (const [code, expected] of cases)
    it(`hover: ${code}`, () => assert.equal(known(code), expected));

  const proposed: readonly (readonly [string, readonly string[]])[] = [
    ["if (s.vm_state === 'deleted' && s.task_state === '<|>') {}", ['null']],
    [
      "if (s.vm_state !== 'resized') return; switch (s.task_state) { case 'deleting': break; case '<|>': }",
      ['null', 'resize_reverting'],
    ],
  ];
  for (const [code, expected] of proposed) {
    it(`completion: ${code}`, () => {
      const { text, offset } = withCursor(inFunction(code));
      const values = complete(text, 'typescript', offset);
      const fitting = values.filter(
        ({ remark = '' }) => !/^(?:contradicts|Ruled out)/.test(remark),
      );
      assert.deepEqual(
        fitting.map(({ label }) => label),
        expected,
      );
      assert.ok(values.length > fitting.length);
      assert.deepEqual(values.slice(0, fitting.length), fitting);
    });
  }
});
