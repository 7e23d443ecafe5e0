import type { Field, Status, TaskState, VmState } from '../../model';
import type { Translate } from '../text/localize';
import { OTHER_EDITIONS } from './editions';
import { type Entry, OPERATIONS, type Operation } from './entry';

/** What there is to read about a field; English, the texts are keys for translation. */
interface FieldEntry {
  readonly role: string;
  readonly meaning: string;
}

/** The names of each field's entries. No task is called `null`, which no task_state is. */
interface Names {
  readonly vm_state: VmState;
  readonly task_state: `${TaskState}`;
  readonly status: Status;
}

/** Every literal of the default relation. The types keep it in step with the rows. */
export const GLOSSARY: { readonly [F in Field]: Readonly<Record<Names[F], Entry>> } = {
  vm_state: {
    building: {
      operation: 'create',
      meaning: 'The server has been ordered and does not run before its creation is over.',
    },
    active: {
      operation: 'none',
      meaning:
        'The server runs normally; a task such as a reboot, a rebuild or a deletion can be working on it.',
    },
    stopped: {
      operation: 'none',
      meaning:
        'The server has been stopped normally; a task such as a start, a flavor change or a deletion can be working on it.',
    },
    resized: {
      operation: 'resize',
      meaning: 'The server has its new flavor, which has yet to be confirmed or is being undone.',
    },
    error: {
      operation: 'none',
      meaning:
        'Something went wrong with the server or with what was done to it; it can still be rebuilt or deleted.',
    },
    deleted: {
      operation: 'delete',
      meaning: 'The server is gone for good; no task can follow.',
    },
  },
  task_state: {
    scheduling: {
      operation: 'create',
      meaning: 'The new server is being scheduled: a host with enough room is being looked for.',
    },
    block_device_mapping: {
      operation: 'create',
      meaning: 'The disks of the new server are being made ready.',
    },
    networking: {
      operation: 'create',
      meaning: 'The new server is being given its place in the network.',
    },
    spawning: {
      operation: 'create',
      meaning: 'The host has what it needs and is now creating the new server.',
    },
    rebooting: {
      operation: 'soft-reboot',
      meaning: 'A soft reboot has been accepted and not yet been issued.',
    },
    reboot_pending: {
      operation: 'soft-reboot',
      meaning: 'A soft reboot is being issued.',
    },
    reboot_started: {
      operation: 'soft-reboot',
      meaning: 'The host is carrying out a soft reboot.',
    },
    rebooting_hard: {
      operation: 'forced-reboot',
      meaning: 'A forced reboot has been accepted and not yet been issued.',
    },
    reboot_pending_hard: {
      operation: 'forced-reboot',
      meaning: 'A forced reboot is being issued.',
    },
    reboot_started_hard: {
      operation: 'forced-reboot',
      meaning: 'The host is carrying out a forced reboot.',
    },
    rebuilding: {
      operation: 'rebuild',
      meaning: 'A rebuild has begun: the server is to be set up again from an image.',
    },
    rebuild_block_device_mapping: {
      operation: 'rebuild',
      meaning: 'A rebuild has come to the disks, which are being made ready.',
    },
    rebuild_spawning: {
      operation: 'rebuild',
      meaning: 'A rebuild has come to the host, which is creating the server from the image.',
    },
    migrating: {
      operation: 'live-migration',
      meaning: 'The server is moving to another host without being switched off.',
    },
    resize_prep: {
      operation: 'resize',
      meaning: 'A flavor change is being made ready; nothing has been moved yet.',
    },
    resize_migrating: {
      operation: 'resize',
      meaning: 'A flavor change is moving the server over to its new flavor.',
    },
    resize_migrated: {
      operation: 'resize',
      meaning: 'A flavor change has moved the server and is about to be completed.',
    },
    resize_finish: {
      operation: 'resize',
      meaning: 'A flavor change is being completed; after that it waits to be confirmed.',
    },
    resize_reverting: {
      operation: 'resize-rollback',
      meaning: 'A flavor change is being undone: the server is getting its old flavor back.',
    },
    'powering-off': {
      operation: 'stop',
      meaning: 'The server is being switched off.',
    },
    'powering-on': {
      operation: 'start',
      meaning: 'The server is being switched on.',
    },
    deleting: {
      operation: 'delete',
      meaning: 'The server is being removed.',
    },
    null: {
      operation: 'none',
      meaning: 'No task is in progress; vm_state shows what the server is.',
    },
  },
  status: {
    BUILD: {
      operation: 'create',
      meaning: 'The server is still being created and cannot be used yet.',
    },
    REBOOT: {
      operation: 'soft-reboot',
      meaning: 'The server is going through a soft reboot.',
    },
    HARD_REBOOT: {
      operation: 'forced-reboot',
      meaning: 'The server is going through a forced reboot.',
    },
    REBUILD: {
      operation: 'rebuild',
      meaning: 'The server is being set up again from an image.',
    },
    MIGRATING: {
      operation: 'live-migration',
      meaning: 'The server is changing hosts and keeps running while it does.',
    },
    RESIZE: {
      operation: 'resize',
      meaning: 'The server is on its way to another flavor.',
    },
    ACTIVE: {
      operation: 'none',
      meaning: 'The server runs normally.',
    },
    SHUTOFF: {
      operation: 'none',
      meaning: 'The server has been stopped normally.',
    },
    REVERT_RESIZE: {
      operation: 'resize-rollback',
      meaning: 'The server is going back to the flavor it had before.',
    },
    VERIFY_RESIZE: {
      operation: 'resize',
      meaning: 'The server has its new flavor, which is being verified and waits to be confirmed.',
    },
    ERROR: {
      operation: 'none',
      meaning: 'The server has failed, or what was last done to it has.',
    },
    DELETED: {
      operation: 'delete',
      meaning: 'The server has been removed.',
    },
  },
};

const FIELD_GLOSSARY: Readonly<Record<Field, FieldEntry>> = {
  vm_state: {
    role: 'stable state',
    meaning: 'What the server has settled into; a task in progress does not change it.',
  },
  task_state: {
    role: 'task in progress',
    meaning: 'What is being done to the server right now; null where nothing is.',
  },
  status: {
    role: 'derived from the other two',
    meaning:
      'What follows from vm_state and task_state: each pair that exists shows exactly one status. A start, a stop or a deletion in progress does not show in it.',
  },
};

/** One sentence on what a literal means; `''` for a name that the field does not have. */
export function meaningOf(field: Field, value: string | null, t: Translate): string {
  const entry = entryOf(field, value);
  return entry ? t(entry.meaning) : '';
}

/** The operation a literal belongs to; `none` also for a name that the field does not have. */
export function operationOf(field: Field, value: string | null, t: Translate): Operation {
  const id = entryOf(field, value)?.operation ?? 'none';
  return { id, name: t(OPERATIONS[id]) };
}

/** What part a field plays, in two or three words. */
export function roleOf(field: Field, t: Translate): string {
  return t(FIELD_GLOSSARY[field].role);
}

/** What a field says about a server. */
export function fieldMeaningOf(field: Field, t: Translate): string {
  return t(FIELD_GLOSSARY[field].meaning);
}

function entryOf(field: Field, value: string | null): Entry | undefined {
  const name = value ?? 'null';
  const entries: Readonly<Record<string, Entry>> = Object.hasOwn(GLOSSARY[field], name)
    ? GLOSSARY[field]
    : OTHER_EDITIONS[field];
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
