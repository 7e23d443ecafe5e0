import { FIELDS, type Field, HUAWEI_CLOUD, type Row } from '../model';

type Json = Readonly<Record<string, unknown>>;

const { rows, values } = HUAWEI_CLOUD;

/** How each field's key is spelled by the API, and without its prefix. */
const SPELLINGS: readonly Readonly<Record<Field, string>>[] = [
  {
    vm_state: 'OS-EXT-STS:vm_state',
    task_state: 'OS-EXT-STS:task_state',
    status: 'status',
  },
  { vm_state: 'vm_state', task_state: 'task_state', status: 'status' },
];

/**
 * A JSON schema for files that have servers anywhere in them: an object that has the states of a server has to be
 * a row of the mapping, as far as its fields go; all else is free.
 */
export function serverSchema(): Json {
  const [prefixed, bare] = SPELLINGS;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Server states of Huawei Cloud ECS and OpenStack Nova',
    description:
      'Holds each object that has the vm_state or task_state of a server against the states that servers can be in. Everything else is free.',
    $comment:
      'For editors without the extension. Name this file in "$schema" at the top of a JSON file, or in a comment "# yaml-language-server: $schema=..." at the top of a YAML file.',
    definitions: {
      prefixed: server(prefixed),
      bare: server(bare),
    },
    items: { $ref: '#' },
    additionalProperties: { $ref: '#' },
    allOf: [
      when({ anyOf: [has(prefixed, 'vm_state'), has(prefixed, 'task_state')] }, ref('prefixed')),
      // A key without the prefix may be anybody's; both of them are a server's.
      when({ allOf: [has(bare, 'vm_state'), has(bare, 'task_state')] }, ref('bare')),
    ],
  };
}

function when(condition: Json, consequence: Json): Json {
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON schemas
  return { if: condition, then: consequence };
}

type Spelling = Readonly<Record<Field, string>> | undefined;

/** Holds for objects that have the key; anything else is no server. */
function has(spelling: Spelling, field: Field): Json {
  return { type: 'object', required: [spelling?.[field]] };
}

function ref(name: string): Json {
  return { $ref: `#/definitions/${name}` };
}

/** An object whose fields, as far as they are there, agree with some row. */
function server(spelling: Spelling): Json {
  const property = (field: Field, schema: Json) => [spelling?.[field], schema];
  const columns = FIELDS.map((field) => property(field, { enum: values[field] }));
  return {
    properties: Object.fromEntries(columns),
    anyOf: groups().map(({ vm_state, status, tasks }) => ({
      properties: Object.fromEntries([
        property('vm_state', { const: vm_state }),
        property('task_state', { enum: tasks }),
        property('status', { const: status }),
      ]),
    })),
  };
}

/** The rows, those that differ only in their task_state together. */
function groups() {
  const found = new Map<string, { vm_state: string; status: string; tasks: Row['task_state'][] }>();
  for (const { vm_state, task_state, status } of rows) {
    const key = `${vm_state} ${status}`;
    const group = found.get(key) ?? { vm_state, status, tasks: [] };
    group.tasks.push(task_state);
    found.set(key, group);
  }
  return [...found.values()];
}
