import { FIELDS, type Field, HUAWEI_CLOUD } from '../../../src/model';

const KEYS: Readonly<Record<Field, string>> = {
  vm_state: 'OS-EXT-STS:vm_state',
  task_state: 'OS-EXT-STS:task_state',
  status: 'status',
};

/**
 * The mapping as a JSON schema: what a language server that knows nothing of servers would be given. Each server
 * has to have the literals of the table and to be one of its rows. It looks at the servers of a list-servers
 * response only; a schema that looks for servers anywhere would cost the peers more.
 */
export function stateSchema() {
  const columns = FIELDS.map((field) => {
    const values = HUAWEI_CLOUD.values[field];
    return [
      KEYS[field],
      {
        description: `The server's ${field}, as the API reference lists it.`,
        enum: [...values],
        enumDescriptions: values.map((value) => `${field} ${value} of a server.`),
      },
    ];
  });
  const rows = HUAWEI_CLOUD.rows.map((row) => ({
    properties: Object.fromEntries(FIELDS.map((field) => [KEYS[field], { const: row[field] }])),
  }));
  const isServer = [{ required: [KEYS.vm_state] }, { required: [KEYS.task_state] }];
  const server = {
    type: 'object' as const,
    if: { anyOf: isServer },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: Object.fromEntries(columns), anyOf: rows },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object' as const,
    properties: { servers: { type: 'array' as const, items: server } },
  };
}
