import { strict as assert } from 'node:assert';
import { diagnose, hover } from '../../../../src/language';
import { withCursor } from '../../../support/cursor';

/** The word that a hover explains, without quotes. */
function subject(fixture: string, languageId: string): string | undefined {
  const { text, offset } = withCursor(fixture);
  assert.deepEqual(diagnose(text, languageId, { dialect: 'openstack' }), []);
  const found = hover(text, languageId, offset, { dialect: 'openstack' });
  return found && text.slice(found.start, found.end).replace(/["']/g, '');
}

describe('hover on words in commands and queries', () => {
  const cases: [name: string, fixture: string, expected?: string][] = [
    ['jq', `run: openstack server show web -f json | jq -e '.vm_state == "s<|>topped"'`, 'stopped'],
    ['jq with a quoted key', `run: jq '."OS-EXT-STS:vm_state" == "a<|>ctive"'`, 'active'],
    ['jq, escaped', `run: "jq '.vm_state != \\"b<|>uilding\\"'"`, 'building'],
    [
      'a test',
      'run: \'[ "$(openstack server show web -c status -f value)" = "A<|>CTIVE" ]\'',
      'ACTIVE',
    ],
    [
      'a test of a prefixed column',
      "run: '[ $(openstack server show w -c OS-EXT-STS:task_state) == s<|>pawning ]'",
      'spawning',
    ],
    ['an option', 'run: openstack server list --status S<|>HUTOFF -f json', 'SHUTOFF'],
    ['an option with a value', 'run: nova list --status=A<|>CTIVE', 'ACTIVE'],
    ['PromQL', 'expr: openstack_nova_server_status{status="A<|>CTIVE"} > 0', 'ACTIVE'],
    [
      'PromQL, one of several',
      'expr: openstack_nova_server_status{status=~"ERROR|A<|>CTIVE"}',
      'ACTIVE',
    ],
    ['JMESPath', `query: "servers[?status=='A<|>CTIVE'].id"`, 'ACTIVE'],
    ['JMESPath with a state of servers only', `query: "[?status=='S<|>HUTOFF'].id"`, 'SHUTOFF'],
    ['a block', 'run: |\n  x\n  openstack server list --status A<|>CTIVE\n', 'ACTIVE'],
    ['the status of something', `query: "volumes[?status=='E<|>RROR'].id"`],
    ['an option of something', 'run: kubectl get pods --status A<|>CTIVE'],
    ['a column of something', "run: '[ $(openstack volume show v -c name) = A<|>CTIVE ]'"],
    ['another comparison', 'run: \'[ "$openstack" = "A<|>CTIVE" ]\''],
    ['prose', 'text: The server is then A<|>CTIVE'],
  ];
  for (const [name, fixture, expected] of cases) {
    it(name, () => assert.equal(subject(fixture, 'yaml'), expected));
  }
});

describe('hover on words that stand together', () => {
  const json: [name: string, fixture: string, expected?: string][] = [
    ['the keys of a map', '{"a": {"S<|>HUTOFF": {"text": "off"}, "VERIFY_RESIZE": 1}}', 'SHUTOFF'],
    ['a map with others', '{"ACTIVE": 1, "S<|>HUTOFF": 1, "default": 2}', 'SHUTOFF'],
    ['the items of a list', '["A<|>CTIVE", "SHUTOFF", "VERIFY_RESIZE"]', 'ACTIVE'],
    ['a word alone that is everybody’s', '{"A<|>CTIVE": 1}'],
    ['words of another product', '{"A<|>CTIVE": 1, "PENDING": 1, "FAILED": 1}'],
    ['states of power', '["running", "p<|>aused", "shutoff", "crashed"]'],
    ['a value in a map of states', '{"SHUTOFF": "A<|>CTIVE", "VERIFY_RESIZE": 1}'],
  ];
  for (const [name, fixture, expected] of json) {
    it(`JSON: ${name}`, () => assert.equal(subject(fixture, 'json'), expected));
    it(`YAML: ${name}`, () => assert.equal(subject(fixture, 'yaml'), expected));
  }
  it('YAML in block style: the keys of a map', () => {
    assert.equal(subject('S<|>HUTOFF: red\nVERIFY_RESIZE: blue\n', 'yaml'), 'SHUTOFF');
  });
  it('YAML in block style: the items of a list', () => {
    assert.equal(subject('states:\n  - SHUTOFF\n  - A<|>CTIVE\n', 'yaml'), 'ACTIVE');
  });
});
