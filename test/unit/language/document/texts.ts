import { type KeyNames, keyNamesOf } from '../../../../src/language/records/key-names';

const NOTIFYING = keyNamesOf(undefined, 'openstack');

/** Documents that are edited, larger than what is read again for one key press. */
export const DOCUMENTS: readonly {
  name: string;
  languageId: string;
  text: string;
  keys?: KeyNames;
}[] = [
  { name: 'JSON', languageId: 'json', text: JSON.stringify(servers(60), null, 2) },
  { name: 'JSON on one line', languageId: 'json', text: JSON.stringify(servers(80)) },
  {
    name: 'JSON with a state round everything',
    languageId: 'jsonc',
    text: `// all\n{ "vm_state": "active", "status": ${JSON.stringify(servers(50), null, 1)},\n"task_state": null /* x */ }\n`,
  },
  {
    name: 'JSON Lines',
    languageId: 'jsonl',
    text: servers(80)
      .servers.map((server) => `${JSON.stringify(server)}\n`)
      .join(''),
  },
  { name: 'YAML', languageId: 'yaml', text: yaml(60, '\n') },
  { name: 'YAML with CRLF', languageId: 'yaml', text: yaml(60, '\r\n') },
  {
    name: 'JSON of servers by their shape',
    languageId: 'json',
    text: JSON.stringify(shapes(60), null, 1),
  },
  {
    name: 'JSON of lists and schemas',
    languageId: 'json',
    text: JSON.stringify(schemas(60), null, 1),
  },
  { name: 'YAML of servers by their shape', languageId: 'yaml', text: shapesInYaml(12) },
  { name: 'YAML with merge keys and aliases', languageId: 'yaml', text: merging(60) },
  {
    name: 'YAML in one mapping',
    languageId: 'ansible',
    text: `vm_state: active\nall:\n  ${yaml(60, '\n  ')}\nstatus: ACTIVE\n`,
  },
  { name: 'TypeScript', languageId: 'typescript', text: typescript(60) },
  {
    name: 'TSX',
    languageId: 'typescriptreact',
    text: `${typescript(20)}const view = <Of server={{ vm_state: 'active' }}>\n{[${typescript(1)}]}</Of>;\n`,
  },
  {
    name: 'JavaScript within one object',
    languageId: 'javascript',
    text: `module.exports = { vm_state: 'active', run() {\n${typescript(40)}}, status: 'ACTIVE' };\n`,
  },
  {
    name: 'JSON of notifications',
    languageId: 'json',
    text: JSON.stringify(notifications(150), null, 2),
    keys: NOTIFYING,
  },
  {
    name: "JSON of notifications with names of the user's own",
    languageId: 'json',
    text: JSON.stringify(notifications(150)).replaceAll('"vm_state"', '"vmStatus"'),
    keys: keyNamesOf({ vmStatus: 'vm_state' }, 'openstack'),
  },
];

/** Payloads with a state beside a task_state, and others that only look like it. */
function notifications(count: number): unknown[] {
  return servers(count).servers.map((server, index) => ({
    state: 'active',
    ...(index % 3 === 0 ? server : { task_state: null, vm: { state: 'up' } }),
  }));
}

const TYPESCRIPT_PIECES = [
  ...[
    '"',
    "'",
    '`',
    ':',
    ': ',
    ',',
    ';',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '=',
    '\n',
    ' ',
    'x',
  ],
  ...[
    '//',
    '/*',
    '*/',
    '${',
    '...',
    ' as const',
    'case ',
    "'active'",
    'vm_state',
    '=>',
    '/',
    'a: {',
  ],
  "\nconst s = { vm_state: 'error', task_state: null, status: 'ERROR' };\n",
  "\nif (server.vm_state === 'activ') stop();\n",
  "\ntype VmState = 'active' | 'stopped';\n",
];

const YAML_PIECES = [
  ...['"', "'", ':', ': ', '- ', ' ', '  ', '\n', '\n  ', '#', '{', '}', '[', ']', ',', '---\n'],
  ...[
    '|',
    '>',
    '&a ',
    '*a',
    '&a1 ',
    '*a1',
    '<<: *a2',
    'servers:\n',
    'enum: ',
    "$.server['OS-EXT-STS:vm_state']: ",
    '\n  <<: [*a1, *a3]\n',
    '!!str ',
    'x',
    'null',
    '?',
    '\t',
    '\n- vm_state: stopped\n',
    'vm_state',
  ],
  '\n  - id: new\n    OS-EXT-STS:vm_state: error\n    status: ERROR\n',
  "{vm_state: active, task_state: 'powering-on'}",
];

const JSON_PIECES = [
  ...['{', '}', '[', ']', ',', ':', '"', "'", '\\', '\n', '/*', '*/', '//', ' ', 'x', '\\"'],
  ...[
    '"server": ',
    '"servers": [',
    '"hostId": "", ',
    '"flavor": {}, ',
    '"enum": [',
    '"key_name": 1, ',
  ],
  ...['"status": ', '"vm_state": "active", ', 'vm_state', '"task_state": {', 'null'],
  '{"OS-EXT-STS:vm_state": "error", "OS-EXT-STS:task_state": null, "status": "ERROR"},',
];

/** What is put into the documents, by language. */
export const PIECES: Readonly<Record<string, readonly string[]>> = {
  json: JSON_PIECES,
  jsonc: JSON_PIECES,
  jsonl: JSON_PIECES,
  yaml: YAML_PIECES,
  ansible: YAML_PIECES,
  typescript: TYPESCRIPT_PIECES,
  typescriptreact: TYPESCRIPT_PIECES,
  javascript: TYPESCRIPT_PIECES,
};

function servers(count: number) {
  return {
    servers: Array.from({ length: count }, (_, index) => ({
      id: `server-${index}`,
      status: 'ACTIVE',
      addresses: { net: [{ addr: `10.0.0.${index}`, version: 4 }], more: [[], {}] },
      'OS-EXT-STS:vm_state': index % 3 ? 'active' : 'stopped',
      'OS-EXT-STS:task_state': index % 5 ? null : 'powering-on',
      fault: { status: index, message: 'a "quoted" \\ message, with {brackets] // and such' },
      metadata: { key: 'x'.repeat(index * 3) },
    })),
  };
}

function yaml(count: number, newline: string): string {
  const lines = servers(count).servers.flatMap((server, index) => [
    `- id: ${server.id}`,
    `  status: "${server.status}"`,
    '  # a comment',
    '  addresses: {net: [{addr: 10.0.0.1, version: 4}], more: [[], {}]}',
    `  OS-EXT-STS:vm_state: ${server['OS-EXT-STS:vm_state']}`,
    `  "OS-EXT-STS:task_state": ${server['OS-EXT-STS:task_state'] ?? '~'}`,
    '  fault:',
    '    status:',
    `      ${index}`,
    '    message: >-',
    '      a folded: message',
    '      of "two lines',
    `  metadata: {key: '${server.metadata.key}', vm_state: active}`,
  ]);
  return `servers:${newline}${lines.join(newline)}${newline}`;
}

/** Servers, and what is none, by the keys round a status. */
function shapes(count: number) {
  return {
    servers: servers(count).servers.map(({ id, status, addresses, fault }, index) => ({
      ...(index % 4 === 0 ? { hostId: id } : { flavor: { status, id } }),
      status,
      ...(index % 3 === 0 && { 'nova_object.data': { task_state: 'spawning', fault } }),
      addresses,
      ...(index % 5 === 0 && { server: { status, key_name: id }, ports: [{ status }] }),
      ...(index % 2 === 0 && { 'OS-EXT-SRV-ATTR:host': id, accessIPv4: '' }),
    })),
  };
}

/** Lists and schemas under the name of a field, some longer than what is looked at. */
function schemas(count: number): unknown[] {
  return servers(count).servers.map(({ id, status, metadata }, index) => ({
    'OS-EXT-STS:vm_state': {
      type: 'string',
      enum: ['active', 'stopped'],
      example: 'active',
      metadata,
    },
    status:
      index % 7 === 0 ? Array.from({ length: 900 }, () => status) : [status, { status }, null],
    task_state: index % 2 === 0 ? { default: null, other: { const: id } } : ['spawning', ''],
  }));
}

function shapesInYaml(count: number): string {
  const pieces = servers(count).servers.map(
    ({ id, status }, index) => `
- openstack.cloud.server_info:
    filters: { vm_state: stopped }
- server${index % 2 ? 's' : ''}:
    ${index % 2 ? '- ' : '  '}status: ${status}
      ${index % 3 ? 'hostId' : 'name'}: ${id}
      addresses:
      - status: ${status}
- vm_state: [active, ]
  task_state:
    enum:
    - spawning
    -
  paths:
    $.server.status: ${status}
`,
  );
  return `${pieces.join('')}    $.server['OS-EXT-STS:vm_state']: active\n`;
}

/** Servers that take over what two others have, and the states of a third. */
function merging(count: number): string {
  const pieces = servers(count).servers.map(({ status }, index) => {
    const base = `&a${index % 7}\n  OS-EXT-STS:vm_state: active\n  "OS-EXT-STS:task_state": ~\n`;
    const merged = `\n  <<: [*a${index % 7}, *a${(index + 3) % 7}, *s]\n  id: x\n  status: ${status}\n`;
    const document = index % 20 === 19 ? '---\n' : '';
    return `${document}base${index}: ${base}server${index}:${merged}  addresses: &s {status: *v, more: &v active}\n`;
  });
  return pieces.join('');
}

function typescript(count: number): string {
  const pieces = servers(count).servers.map(
    (server, index) => `
const server${index} = {
  ...defaults,
  id: '${server.id}',
  status: "ACTIVE",
  addresses: { net: [{ addr: '10.0.0.1', version: 4 }], more: [[], {}] },
  'OS-EXT-STS:vm_state': '${server['OS-EXT-STS:vm_state']}',
  'OS-EXT-STS:task_state': ${server['OS-EXT-STS:task_state'] ? "'powering-on'" : 'null'},
  metadata: { key: \`${server.metadata.key}\`, vm_state: undefined },
};
function check${index}(server) {
  if (server.vm_state === 'active' && ['error', 'stopped'].includes(server.vm_state)) return 1;
  switch (server.task_state) {
    case 'powering-on': return 2; // a comment
    case 'powering-off': { return server.id; }
  }
}
`,
  );
  return pieces.join('');
}

/** A document of about so many characters. */
export function repeated(languageId: string, length: number, isOneLine: boolean): string {
  const count = Math.ceil(length / 300);
  if (languageId === 'yaml') {
    // The parser takes over only what is large enough to be a part of the tree of its own.
    const more = Array.from({ length: 80 }, (_, index) => `  key_${index}: value ${index}`);
    return yaml(Math.ceil(length / 2100), '\n')
      .replaceAll(/x{9,}/g, 'x')
      .replaceAll('  # a comment', more.join('\n'));
  }
  if (languageId === 'typescript')
    return typescript(Math.ceil(length / 800)).replaceAll(/x{9,}/g, 'x');
  const { servers: list } = servers(count);
  for (const server of list) server.metadata.key = 'x';
  if (languageId === 'jsonl') return list.map((server) => `${JSON.stringify(server)}\n`).join('');
  return JSON.stringify({ servers: list }, null, isOneLine ? 0 : 2);
}
