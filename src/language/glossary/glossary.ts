import type { Field, Status, TaskState, VmState } from '../../model';
import type { Translate } from '../text/localize';
import { OTHER_EDITIONS } from './editions';
import { type Entry, OPERATIONS, type Operation } from './entry';

/** What there is to read about a field; English, the texts are keys for translation. */
interface FieldEntry {
  readonly role: string;
  readonly meaning: string;
}

/** The names of each field's entries. No task has the name `null`, which is no step's name. */
interface Names {
  readonly vm_state: VmState;
  readonly task_state: `${TaskState}`;
  readonly status: Status;
}

const STAYS_ACTIVE =
  'vm_state stays active meanwhile, so waiting for vm_state active does not wait for the end.';
const REBUILD_FROM_ANYWHERE =
  'A rebuild can start from vm_state active, stopped or error; status REBUILD does not tell from which.';
const RESIZE_WHILE_STOPPED =
  'vm_state is stopped during the steps of a flavor change and becomes resized only after the last of them.';

/** Every literal of the default relation. The types keep it in step with the rows. */
export const GLOSSARY: { readonly [F in Field]: Readonly<Record<Names[F], Entry>> } = {
  vm_state: {
    building: {
      operation: 'create',
      meaning: 'The server has been ordered and does not run before its creation is over.',
      pitfall:
        'A task_state of null does not mean that the creation is over: the pair still shows BUILD.',
    },
    active: {
      operation: 'none',
      meaning:
        'The server counts as switched on, even while a step such as a reboot, a rebuild or a deletion works on it.',
      pitfall:
        'Not the same as status ACTIVE: during a reboot, a rebuild or a live migration vm_state stays active while status shows REBOOT, HARD_REBOOT, REBUILD or MIGRATING.',
    },
    stopped: {
      operation: 'none',
      meaning:
        'The server counts as switched off, even while a step such as a start, a flavor change or a deletion works on it.',
      pitfall:
        'Not always status SHUTOFF: the steps of a flavor change show RESIZE, those of a rebuild REBUILD.',
    },
    resized: {
      operation: 'resize',
      meaning: 'The server has its new flavor, which has yet to be confirmed or is being undone.',
      pitfall:
        'A flavor change can be confirmed from here on only; confirming while vm_state is still another fails with HTTP 409.',
    },
    error: {
      operation: 'none',
      meaning:
        'Something went wrong with the server or with what was done to it; it can still be rebuilt or deleted.',
      pitfall:
        'While a server in error is being rebuilt, status shows REBUILD: only vm_state still tells of the error.',
    },
    deleted: {
      operation: 'delete',
      meaning: 'The server is gone for good; no step can follow.',
      pitfall:
        'Reached only when the deletion is over: while it runs, vm_state is still active, stopped or error.',
    },
  },
  task_state: {
    scheduling: {
      operation: 'create',
      meaning: 'A host with enough room for the new server is being looked for.',
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
      meaning: 'The host has what it needs and is now making the new server.',
    },
    rebooting: {
      operation: 'soft-reboot',
      meaning: 'A soft reboot has been accepted and not yet been passed on.',
      pitfall: STAYS_ACTIVE,
    },
    reboot_pending: {
      operation: 'soft-reboot',
      meaning: 'A soft reboot is on its way to the host of the server.',
      pitfall: STAYS_ACTIVE,
    },
    reboot_started: {
      operation: 'soft-reboot',
      meaning: 'The host is carrying out a soft reboot.',
      pitfall: STAYS_ACTIVE,
    },
    rebooting_hard: {
      operation: 'forced-reboot',
      meaning: 'A forced reboot has been accepted and not yet been passed on.',
      pitfall: STAYS_ACTIVE,
    },
    reboot_pending_hard: {
      operation: 'forced-reboot',
      meaning: 'A forced reboot is on its way to the host of the server.',
      pitfall: STAYS_ACTIVE,
    },
    reboot_started_hard: {
      operation: 'forced-reboot',
      meaning: 'The host is carrying out a forced reboot.',
      pitfall: STAYS_ACTIVE,
    },
    rebuilding: {
      operation: 'rebuild',
      meaning: 'A rebuild has begun: the server is to be set up anew from an image.',
      pitfall: REBUILD_FROM_ANYWHERE,
    },
    rebuild_block_device_mapping: {
      operation: 'rebuild',
      meaning: 'A rebuild has come to the disks, which are being made ready.',
      pitfall: REBUILD_FROM_ANYWHERE,
    },
    rebuild_spawning: {
      operation: 'rebuild',
      meaning: 'A rebuild has come to the host, which is making the server from the image.',
      pitfall: REBUILD_FROM_ANYWHERE,
    },
    migrating: {
      operation: 'live-migration',
      meaning: 'The server is moving to another host without being switched off.',
      pitfall:
        'No step of a flavor change: the steps that move a server for one are resize_migrating and resize_migrated.',
    },
    resize_prep: {
      operation: 'resize',
      meaning: 'A flavor change is being made ready; nothing has been moved yet.',
      pitfall: RESIZE_WHILE_STOPPED,
    },
    resize_migrating: {
      operation: 'resize',
      meaning: 'A flavor change is moving the server over to its new flavor.',
      pitfall: RESIZE_WHILE_STOPPED,
    },
    resize_migrated: {
      operation: 'resize',
      meaning: 'A flavor change has moved the server and is about to be completed.',
      pitfall: RESIZE_WHILE_STOPPED,
    },
    resize_finish: {
      operation: 'resize',
      meaning: 'A flavor change is being completed; after that it waits to be confirmed.',
      pitfall: RESIZE_WHILE_STOPPED,
    },
    resize_reverting: {
      operation: 'resize-rollback',
      meaning: 'A flavor change is being undone: the server is getting its old flavor back.',
      pitfall:
        'vm_state is resized meanwhile, as it is while a change waits to be confirmed; only task_state and status tell the two apart.',
    },
    'powering-off': {
      operation: 'stop',
      meaning: 'The server is being switched off.',
      pitfall:
        'status stays ACTIVE until the server is off; only task_state tells. Mind the hyphen: the words of nearly every other task_state are joined by underscores.',
    },
    'powering-on': {
      operation: 'start',
      meaning: 'The server is being switched on.',
      pitfall:
        'status stays SHUTOFF until the server is on; only task_state tells. Mind the hyphen: the words of nearly every other task_state are joined by underscores.',
    },
    deleting: {
      operation: 'delete',
      meaning: 'The server is being removed.',
      pitfall:
        'status does not change until the server is gone: a deletion that is stuck looks healthy, as active with deleting shows ACTIVE.',
    },
    null: {
      operation: 'none',
      meaning: 'No step is under way; vm_state tells what the server is.',
      pitfall:
        'Not a sign of success: every vm_state occurs with null, error and building among them. A missing key is not null; it only says that task_state is not known.',
    },
  },
  status: {
    BUILD: {
      operation: 'create',
      meaning: 'The server is still being made and cannot be used yet.',
    },
    REBOOT: {
      operation: 'soft-reboot',
      meaning: 'The server is going through a soft reboot.',
      pitfall: STAYS_ACTIVE,
    },
    HARD_REBOOT: {
      operation: 'forced-reboot',
      meaning: 'The server is going through a forced reboot.',
      pitfall: STAYS_ACTIVE,
    },
    REBUILD: {
      operation: 'rebuild',
      meaning: 'The server is being set up anew from an image.',
      pitfall: REBUILD_FROM_ANYWHERE,
    },
    MIGRATING: {
      operation: 'live-migration',
      meaning: 'The server is changing hosts and keeps running while it does.',
      pitfall: STAYS_ACTIVE,
    },
    RESIZE: {
      operation: 'resize',
      meaning: 'The server is on its way to another flavor.',
      pitfall:
        'Shown under vm_state stopped only; once vm_state is resized, status is VERIFY_RESIZE or REVERT_RESIZE.',
    },
    ACTIVE: {
      operation: 'none',
      meaning: 'The server is switched on and, as far as status tells, in order.',
      pitfall:
        'Stays ACTIVE while the server is being stopped or deleted, even if that is stuck; only task_state tells. Nor is it the same as vm_state active, which a server has during a reboot too.',
    },
    SHUTOFF: {
      operation: 'none',
      meaning: 'The server is switched off and, as far as status tells, in order.',
      pitfall: 'Stays SHUTOFF while the server is being started or deleted; only task_state tells.',
    },
    REVERT_RESIZE: {
      operation: 'resize-rollback',
      meaning: 'The server is going back to the flavor it had before.',
    },
    VERIFY_RESIZE: {
      operation: 'resize',
      meaning: 'The server has its new flavor, and the decision to keep it is still open.',
      pitfall:
        'Not the end of a flavor change: no step runs any more, and the server waits for somebody to confirm or revert.',
    },
    ERROR: {
      operation: 'none',
      meaning: 'The server has failed, or what was last done to it has.',
      pitfall:
        'Stays ERROR while the server is being deleted; only task_state tells. While it is being rebuilt, REBUILD is shown instead.',
    },
    DELETED: {
      operation: 'delete',
      meaning: 'The server has been removed.',
      pitfall:
        'Shown only when the deletion is over: while it runs, status is still ACTIVE, SHUTOFF or ERROR.',
    },
  },
};

const FIELD_GLOSSARY: Readonly<Record<Field, FieldEntry>> = {
  vm_state: {
    role: 'stable state',
    meaning: 'What the server has settled into; a step that is running does not change it.',
  },
  task_state: {
    role: 'running step',
    meaning: 'What is being done to the server right now; null where nothing is.',
  },
  status: {
    role: 'derived from the other two',
    meaning:
      'What vm_state and task_state come to: each pair that exists shows exactly one status. Being started, stopped or deleted does not show in it.',
  },
};

/** One sentence on what a literal means; `''` for a name that the field does not have. */
export function meaningOf(field: Field, value: string | null, t: Translate): string {
  const entry = entryOf(field, value);
  return entry ? t(entry.meaning) : '';
}

/** What people get wrong about a literal, or undefined where nothing is known to be. */
export function pitfallOf(field: Field, value: string | null, t: Translate): string | undefined {
  const pitfall = entryOf(field, value)?.pitfall;
  return pitfall === undefined ? undefined : t(pitfall);
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
