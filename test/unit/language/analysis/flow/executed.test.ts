import { strict as assert } from 'node:assert';
import { codeFindingsIn } from '../../../../../src/language/rules/code-findings';
import { HUAWEI_CLOUD } from '../../../../../src/model';
import { placesThatComeTrue } from '../../../../support/executed-code';
import { EXECUTED } from './executed';

const CODES = new Set(['impossible-condition', 'unreachable-case']);

describe('logic of conditions: what is reported never comes true', () => {
  for (const [kind, programs] of Object.entries(EXECUTED)) {
    describe(kind, () => {
      for (const program of programs) {
        it(program.name, async () => {
          const { code, languageId = 'typescript' } = program;
          const findings = codeFindingsIn(code, languageId, HUAWEI_CLOUD);
          const reported = findings.filter((each) => CODES.has(each.code));
          const wrong = await placesThatComeTrue(program, reported, HUAWEI_CLOUD);
          assert.deepEqual(
            wrong.map(({ start, end }) => code.slice(start, end)),
            [],
          );
        });
      }
    });
  }
});
