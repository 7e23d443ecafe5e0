/** What can be done to a server, by id; the English names are keys for translation. */

export const OPERATIONS = {
  create: 'create',
  'soft-reboot': 'soft reboot',
  'forced-reboot': 'forced reboot',
  rebuild: 'rebuild',
  'live-migration': 'live migration',
  resize: 'resize (flavor change)',
  'resize-rollback': 'resize rollback',
  start: 'start',
  stop: 'stop',
  delete: 'delete',
  shelve: 'shelve',
  unshelve: 'unshelve',
  image: 'image creation',
  pause: 'pause',
  unpause: 'unpause',
  suspend: 'suspend',
  resume: 'resume',
  rescue: 'rescue',
  unrescue: 'unrescue',
  restore: 'restore after deletion',
  password: 'password change',
  none: 'no operation',
} as const;

/** The id of an operation; `none` for literals that no single operation has to itself. */
export type OperationId = keyof typeof OPERATIONS;

/** An operation and its name in the reader's language. */
export interface Operation {
  readonly id: OperationId;
  readonly name: string;
}

/** What there is to read about a literal; English, the sentences are keys for translation. */
export interface Entry {
  readonly operation: OperationId;
  readonly meaning: string;
}
