import { strict as assert } from 'node:assert';
import { diagnose } from '../../../../../src/language';
import { readPathKey } from '../../../../../src/language/records/objects/path-keys';
import { type Certainty, checkPlace } from '../../../../support/data-cases';

const VM = "$.server['OS-EXT-STS:vm_state']";

describe('language: keys that are paths', () => {
  const keys: [key: string, ...expected: (string | undefined)[]][] = [
    ['$.server.status', '$.server', 'server', 'status'],
    [VM, '$.server', 'server', 'OS-EXT-STS:vm_state'],
    ['$["server"]["status"]', '$["server"]', 'server', 'status'],
    ['$.servers[0].status', '$.servers[0]', 'servers', 'status'],
    ["$.servers[?name='x'].status", "$.servers[?name='x']", 'servers', 'status'],
    ['$.status', '$', '', 'status'],
    ['$', undefined],
    ['$.server[0]', undefined],
    ['server.status', undefined],
    ['$ref', undefined],
  ];
  for (const [key, ...expected] of keys) {
    it(key, () => {
      const path = readPathKey(key);
      assert.deepEqual([path?.owner, path?.holder, path?.name].slice(0, expected.length), expected);
    });
  }

  const places: [Certainty, text: string][] = [
    ['sure', `response_json_paths:\n  ${VM}: s<|>topped\n`],
    [
      'sure',
      `response_json_paths:\n  id: 1\n  $.servers[1]['OS-EXT-STS:vm_state']: s<|>topped\n  x: 1\n`,
    ],
    ['sure', `p:\n  ${VM}: active\n  $.server.status: A<|>CTIVE\n`],
    ['plausible', 'p:\n  $.server.status: A<|>CTIVE\n'],
    ['plausible', 'p:\n  $.servers[0].status: A<|>CTIVE\n'],
    ['none', 'p:\n  $.volume.status: E<|>RROR\n'],
    ['none', 'p:\n  $.status: A<|>CTIVE\n'],
  ];
  for (const [certainty, text] of places) {
    it(`${certainty}: ${text}`, () => checkPlace(text, 'yaml', certainty));
  }

  it('paths to different objects are compared apart', () => {
    const of = (index: number, name: string) => `  $.servers[${index}]['OS-EXT-STS:${name}']`;
    const text = `p:\n${of(0, 'vm_state')}: active\n${of(1, 'task_state')}: powering-on\n`;
    assert.deepEqual(diagnose(text, 'yaml'), []);
    const same = text.replace('[1]', '[0]');
    assert.deepEqual(
      diagnose(same, 'yaml').map(({ code }) => code),
      ['impossible-pair'],
    );
  });
});
