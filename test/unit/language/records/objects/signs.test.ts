import { type Certainty, checkPlace } from '../../../../support/data-cases';

/** Objects as JSON, whose status has the cursor. */
const OBJECTS: [Certainty, name: string, text: string][] = [
  ['plausible', 'the value of server', '{"server": {"id": "1", "status": "A<|>CTIVE"}}'],
  [
    'plausible',
    'an item of servers',
    '{"servers": [{"id": 1}, {"id": "1", "status": "A<|>CTIVE"}]}',
  ],
  [
    'sure',
    'the value of server with a flavor',
    '{"server": {"flavor": {"id": 1}, "status": "A<|>CTIVE"}}',
  ],
  [
    'sure',
    'an item of servers with a host',
    '{"servers": [{"status": "S<|>HUTOFF", "hostId": ""}]}',
  ],
  ['sure', 'with a key pair', '{"server": {"key_name": null, "status": "A<|>CTIVE"}}'],
  ['plausible', 'flavor and key pair', '{"status": "S<|>HUTOFF", "flavor": {}, "key_name": ""}'],
  ['plausible', 'host and address', '{"status": "A<|>CTIVE", "hostId": "", "accessIPv4": ""}'],
  ['plausible', 'host and flavor', '{"hostId": "", "status": "A<|>CTIVE", "flavor": {}}'],
  [
    'plausible',
    'host and attribute',
    '{"hostId": "", "OS-EXT-SRV-ATTR:host": "", "status": "E<|>RROR"}',
  ],
  [
    'sure',
    'flavor, security groups and disk',
    '{"flavor": {}, "security_groups": [], "OS-DCF:diskConfig": "", "status": "R<|>EBOOT"}',
  ],
  ['sure', 'the state of the power', '{"OS-EXT-STS:power_state": 1, "status": "V<|>ERIFY_RESIZE"}'],
  ['sure', 'the task of a notification', '{"nova_object.data": {"task_state": "p<|>owering-on"}}'],
  ['none', 'the status of a notification', '{"nova_object.data": {"status": "e<|>rror"}}'],
  ['none', 'a port of a server', '{"server": {"ports": [{"status": "A<|>CTIVE"}]}}'],
  ['none', 'an address of a server', '{"servers": [{"addresses": {"status": "A<|>CTIVE"}}]}'],
  ['none', 'a list in the list', '{"x": [[{"status": "A<|>CTIVE"}]]}'],
  ['none', 'a port', '{"security_groups": [], "status": "A<|>CTIVE", "binding:host_id": ""}'],
  [
    'none',
    'a database',
    '{"instance": {"flavor": {"id": 1}, "volume": {}, "status": "A<|>CTIVE"}}',
  ],
  ['none', 'a volume', '{"volume": {"status": "E<|>RROR", "hostId": ""}}'],
  ['none', 'something next to a server', '{"server": {"id": 1}, "status": "A<|>CTIVE"}'],
];

/** As YAML in block style. */
const MAPPINGS: [Certainty, name: string, text: string][] = [
  ['plausible', 'the value of server', 'server:\n  id: 1\n  status: A<|>CTIVE\n'],
  ['sure', 'the value of server with an anchor', 'server: &s\n  flavor: {}\n  status: A<|>CTIVE\n'],
  [
    'sure',
    'an item of servers',
    'servers:\n  - id: 1\n    hostId: x\n  - status: S<|>HUTOFF\n    hostId: x\n',
  ],
  ['sure', 'items as far to the left', 'servers:\n- id: 1\n- status: S<|>HUTOFF\n  flavor: {}\n'],
  [
    'none',
    'a list in an item',
    'servers:\n- id: 1\n  ports:\n  - status: A<|>CTIVE\n    flavor: {}\n',
  ],
  ['none', 'a mapping in an item', 'servers:\n- id: 1\n  port:\n    status: A<|>CTIVE\n'],
  [
    'none',
    'what follows the list',
    'servers:\n- id: 1\nports:\n- status: A<|>CTIVE\n  flavor: {}\n',
  ],
  [
    'sure',
    'filters of a module',
    '- openstack.cloud.server_info:\n    filters:\n      vm_state: s<|>topped\n',
  ],
  ['sure', 'filters in flow style', '- os_server_info:\n    filters: { status: S<|>HUTOFF }\n'],
  [
    'sure',
    'filters of a module for ECS',
    '- huaweicloud.cloud.ecs_instance_info:\n    filters:\n      status: S<|>HUTOFF\n',
  ],
  [
    'none',
    'filters of another module',
    '- openstack.cloud.volume_info:\n    filters:\n      status: E<|>RROR\n',
  ],
  ['none', 'no filters', '- openstack.cloud.server_info:\n    vars:\n      status: A<|>CTIVE\n'],
];

describe('language: servers by the keys round a status', () => {
  for (const [certainty, name, text] of OBJECTS) {
    it(`JSON, ${certainty}: ${name}`, () => checkPlace(text, 'json', certainty));
    it(`YAML in flow style, ${certainty}: ${name}`, () => checkPlace(text, 'yaml', certainty));
  }
  it('JSON5, sure: keys without quotes and values with single ones', () => {
    checkPlace("{servers: [{flavor: {}, status: 'A<|>CTIVE',}]}", 'jsonc', 'sure');
  });
  for (const [certainty, name, text] of MAPPINGS) {
    it(`YAML, ${certainty}: ${name}`, () => checkPlace(text, 'yaml', certainty));
  }
});
