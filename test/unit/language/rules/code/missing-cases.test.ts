import { strict as assert } from 'node:assert';
import { missingCases } from '../../../../../src/language/rules/code/missing-cases';
import { codeFindingsIn } from '../../../../../src/language/rules/code-findings';
import { english } from '../../../../../src/language/text/localize';
import { HUAWEI_CLOUD } from '../../../../../src/model';

const SWITCH =
  "switch (s.vm_state) { case 'active': case 'stopped': case 'resized': case 'building': }";
const OF_COPY = SWITCH.replace('s.vm_state', 'vm');

/** Conditions before a switch that has no case for error and deleted, and what it lacks then. */
const FORMS: readonly (readonly [before: string, missing: string])[] = [
  [SWITCH, "'error', 'deleted'"],
  [`if (s.vm_state === 'error') return; ${SWITCH}`, "'deleted'"],
  [`if (s.vm_state !== 'error') { ${SWITCH} }`, "'deleted'"],
  [`if (s.vm_state === 'error') {} else { ${SWITCH} }`, "'deleted'"],
  [`if (['error', 'active'].includes(s.vm_state)) return; ${SWITCH}`, "'deleted'"],
  [`if (new Set(['error']).has(s.vm_state)) throw x; ${SWITCH}`, "'deleted'"],
  [`const OFF = ['error']; if (OFF.includes(s.vm_state)) return; ${SWITCH}`, "'deleted'"],
  [`const T = { error: 1 }; if (T[s.vm_state]) return; ${SWITCH}`, "'deleted'"],
  [`const bad = (x) => x.vm_state === 'error'; if (bad(s)) return; ${SWITCH}`, "'deleted'"],
  [`if (s.vm_state.toUpperCase() === 'ERROR') return; ${SWITCH}`, "'deleted'"],
  [`const vm = s.vm_state; if (vm === 'error') return; ${OF_COPY}`, "'deleted'"],
  [`const { vm_state: vm } = s; if (vm === 'error') return; ${OF_COPY}`, "'deleted'"],
  [`while (s.vm_state === 'error') await x(); ${SWITCH}`, "'deleted'"],
  [`for (;;) { if (s.vm_state === 'error') continue; ${SWITCH} }`, "'deleted'"],
  [`l: { if (s.vm_state !== 'error') break l; return; } ${SWITCH}`, "'deleted'"],
  [`switch (s.vm_state) { case 'error': return; default: } ${SWITCH}`, "'deleted'"],
  [`switch (true) { case s.vm_state === 'error': return; } ${SWITCH}`, "'deleted'"],
  [`try { if (s.vm_state === 'error') throw x; } catch { return; } ${SWITCH}`, "'deleted'"],
  [`if (s.status === 'ERROR') return; ${SWITCH}`, "'error', 'deleted'"],
  [`if (s.status !== 'DELETED') return; ${SWITCH}`, "'deleted'"],
  [`if (s.vm_state === 'error') return; poll(s); ${SWITCH}`, "'error', 'deleted'"],
];

describe('missing cases', () => {
  for (const [before, missing] of FORMS) {
    it(`are those that the conditions before leave: ${before}`, () => {
      const code = `async function f(s) { ${before} }`;
      const found = codeFindingsIn(code, 'javascript', HUAWEI_CLOUD);
      const messages = found
        .filter((each) => each.code === missingCases.code)
        .map((each) => missingCases.message(each as never, english));
      const expected = `Switch is not exhaustive. Missing vm_state: ${missing}.`;
      assert.deepEqual(messages.slice(-1), [expected]);
    });
  }
});
