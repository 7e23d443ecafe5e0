import { strict as assert } from 'node:assert';
import { chosen, fixed, hovered, reported } from '../../../../support/fixtures';

const ROW = '{ "OS-EXT-STS:vm_state": "@", "OS-EXT-STS:task_state": null }';
const CONDITION = "client.assert(response.body.server['OS-EXT-STS:vm_state'] === '@')";
const put = (body: string) =>
  `PUT https://ecs.example.com/servers/1\nX-Auth-Token: {{token}}\n\n${body}\n`;

describe('HTTP requests', () => {
  const places: readonly (readonly [string, string])[] = [
    ['a body', put(ROW)],
    ['a body of several lines', put(`{\n  "server": ${ROW},\n  "id": {{id}}\n}`)],
    ['a list', put(`[\n${ROW}\n]`)],
    ['a body behind empty lines', put(`\n\n${ROW}`)],
    ['a request without headers', `PUT /servers/1\n\n${ROW}`],
    ['a second request', `### a\nGET /servers\n\n### b\n${put(ROW)}`],
    ['below comments and variables', `# a\n// b\n@token = c\n\n${put(ROW)}`],
    ['a recorded answer', `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${ROW}`],
    ['a script', `${put('{}')}\n> {% ${CONDITION}; %}\n`],
    ['a script of several lines', `${put('{}')}\n> {%\n  ${CONDITION};\n%}\n`],
    ['a script before', `< {%\n  ${CONDITION};\n%}\n${put('{}')}`],
    ['a body in front of a script', `${put(ROW)}\n> {%\n  client.log('a');\n%}\n`],
    ['a body in front of an answer', `${put(ROW)}\n<> 2026-01-01.json\n`],
    ['CRLF', put(ROW).replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${put(ROW)}`],
  ];
  for (const [name, text] of places) {
    const of = (state: string) => text.replace(/(["'])@/, `$1${state}`);

    it(`are explained: ${name}`, () => {
      assert.match(hovered(of('stop<|>ped'), 'http') ?? '', /^["']stopped["']$/);
    });

    it(`have proposals: ${name}`, () => {
      assert.equal(chosen(of('<|>'), 'http', 'stopped'), of('stopped'));
    });

    it(`are checked, and fixed: ${name}`, () => {
      assert.deepEqual(reported(of('stpped'), 'http'), ['unknown-vm-state stpped']);
      assert.equal(fixed(of('stpped'), 'http', 'Change'), of('stopped'));
    });
  }

  it('report pairs that no server can have', () => {
    const text = put('{ "vm_state": "stopped", "task_state": "rebooting" }');
    assert.deepEqual(reported(text, 'http'), ['impossible-pair rebooting']);
  });

  const foreign: readonly (readonly [string, string])[] = [
    ['the address', 'GET /servers?vm_state=@&task_state=null\n'],
    ['a header', `GET /servers\nX-Filter: ${ROW}\n`],
    ['a comment', `# ${ROW}\n${put('{}')}`],
    ['a form', put('vm_state=@&task_state=null')],
    ['the name of a request', `${put('{}')}\n### ${ROW}\n`],
  ];
  for (const [name, text] of foreign) {
    it(`are not read in ${name}`, () => {
      assert.equal(hovered(text.replace('@', 'stop<|>ped'), 'http'), undefined);
      assert.deepEqual(reported(text.replace('@', 'stpped'), 'http'), []);
    });
  }
});

describe('HTTP requests: what silences rules', () => {
  const code = 'unknown-vm-state';
  const wrong = put(ROW.replace('@', 'stpped'));

  it('a comment about the file', () => {
    const text = fixed(wrong, 'http', `Suppress ${code} for this file`);
    assert.equal(text, `# ecs-states-disable-file ${code}\n${wrong}`);
    assert.deepEqual(reported(text, 'http'), []);
  });

  it('comments round some requests', () => {
    const text = `###\n# ecs-states-disable\n${wrong}###\n// ecs-states-enable\n${wrong}`;
    assert.equal(reported(text, 'http').length, 1);
  });

  it('no comment is offered within a request', () => {
    assert.equal(fixed(wrong, 'http', `Suppress ${code} for this line`), undefined);
  });

  it('a comment that silences nothing is reported and removed', () => {
    const text = `# ecs-states-disable-file ${code}\n${put(ROW.replace('@', 'stopped'))}`;
    assert.equal(reported(text, 'http').length, 1);
    assert.equal(fixed(text, 'http', 'Remove unused'), put(ROW.replace('@', 'stopped')));
  });
});
