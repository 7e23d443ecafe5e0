import {
  type Field,
  isLiteral,
  matchingRows,
  type PartialRow,
  type Relation,
  type Row,
} from '../../model';
import type { Translate } from '../text/localize';
import { choice } from './written-names';

/** What people get wrong about a literal. */
interface Pitfall {
  /** English, a key for translation; `{0}` stands for the values of `listed`. */
  readonly text: string;
  /** The rows that it is about: it is shown only where a record can be one of them. */
  readonly isOf?: (row: Row) => boolean;
  /** The field whose values in those rows are named. */
  readonly listed?: Field;
  /** Set where a list of the literal's rows shows the same. */
  readonly isInRows?: true;
}

const KEEPS_VM_STATE: Pitfall = {
  text: 'vm_state does not change meanwhile, so waiting for vm_state active does not wait for the end.',
};
const REBUILD_FROM_SEVERAL: Pitfall = {
  text: 'A rebuild can start from vm_state {0}; status REBUILD does not show from which.',
  isOf: ({ status }) => status === 'REBUILD',
  listed: 'vm_state',
};
const NOT_RESIZED_YET: Pitfall = {
  text: 'vm_state becomes resized only after the last task of a flavor change; until then it is {0}.',
  isOf: ({ status }) => status === 'RESIZE',
  listed: 'vm_state',
};

const PITFALLS: Readonly<Record<Field, Readonly<Record<string, Pitfall>>>> = {
  vm_state: {
    building: {
      text: 'A task_state of null does not mean that the creation is over: the pair still shows BUILD.',
      isOf: ({ task_state, status }) => task_state === null && status === 'BUILD',
    },
    active: {
      text: 'Not the same as status ACTIVE: while a task runs, status can be {0}.',
      isOf: ({ status }) => status !== 'ACTIVE',
      listed: 'status',
      isInRows: true,
    },
    stopped: {
      text: 'Not always status SHUTOFF: while a task runs, status can be {0}.',
      isOf: ({ status }) => status !== 'SHUTOFF',
      listed: 'status',
      isInRows: true,
    },
    resized: {
      text: 'A flavor change can be confirmed from here on only; confirming while vm_state is still another fails with HTTP 409.',
      isOf: ({ task_state }) => task_state === null,
    },
    error: {
      text: 'While a server in error is being rebuilt, status shows REBUILD: only vm_state still shows the error.',
      isOf: ({ status }) => status === 'REBUILD',
    },
    deleted: {
      text: 'Reached only when the deletion is over: while it runs, vm_state is still the one before.',
    },
    rescued: {
      text: 'Its status is RESCUE, which is spelled without the last letter of the vm_state.',
      isOf: ({ status }) => status === 'RESCUE',
    },
    'soft-delete': {
      text: 'Written with a hyphen, and without the last letter of status SOFT_DELETED.',
    },
    paused: {
      text: "The memory stays in use on the host: a host that is switched off loses the server's work.",
    },
  },
  task_state: {
    rebooting: KEEPS_VM_STATE,
    reboot_pending: KEEPS_VM_STATE,
    reboot_started: KEEPS_VM_STATE,
    rebooting_hard: KEEPS_VM_STATE,
    reboot_pending_hard: KEEPS_VM_STATE,
    reboot_started_hard: KEEPS_VM_STATE,
    rebuilding: REBUILD_FROM_SEVERAL,
    rebuild_block_device_mapping: REBUILD_FROM_SEVERAL,
    rebuild_spawning: REBUILD_FROM_SEVERAL,
    migrating: {
      text: 'Not part of a flavor change: the tasks that move a server for one are resize_migrating and resize_migrated.',
    },
    resize_prep: NOT_RESIZED_YET,
    resize_migrating: NOT_RESIZED_YET,
    resize_migrated: NOT_RESIZED_YET,
    resize_finish: NOT_RESIZED_YET,
    resize_reverting: {
      text: 'vm_state is resized meanwhile, as it is while a change waits to be confirmed; only task_state and status differ.',
      isOf: ({ vm_state }) => vm_state === 'resized',
    },
    'powering-off': {
      text: 'status does not change until the server is off; only task_state shows the stop.',
    },
    'powering-on': {
      text: 'status does not change until the server is on; only task_state shows the start.',
    },
    deleting: {
      text: 'status does not change until the server is gone, so a deletion that is stuck looks healthy.',
    },
    null: {
      text: 'Not a sign of success: vm_state can be {0} with null, too.',
      isOf: ({ vm_state }) => vm_state === 'error' || vm_state === 'building',
      listed: 'vm_state',
      isInRows: true,
    },
  },
  status: {
    REBOOT: KEEPS_VM_STATE,
    HARD_REBOOT: KEEPS_VM_STATE,
    MIGRATING: KEEPS_VM_STATE,
    REBUILD: REBUILD_FROM_SEVERAL,
    RESIZE: {
      text: 'Shown with vm_state {0} only; once vm_state is resized, status is VERIFY_RESIZE or REVERT_RESIZE.',
      listed: 'vm_state',
    },
    ACTIVE: {
      text: 'Stays ACTIVE while the server is being stopped or deleted, even if that is stuck; only task_state shows it.',
      isOf: ({ task_state }) => task_state === 'powering-off' || task_state === 'deleting',
    },
    SHUTOFF: {
      text: 'Stays SHUTOFF while the server is being started or deleted; only task_state shows it.',
      isOf: ({ task_state }) => task_state === 'powering-on' || task_state === 'deleting',
    },
    VERIFY_RESIZE: {
      text: 'Not the end of a flavor change: the server waits for somebody to confirm or revert it.',
    },
    ERROR: {
      text: 'Stays ERROR while the server is being deleted; only task_state shows it.',
      isOf: ({ task_state }) => task_state === 'deleting',
    },
    DELETED: {
      text: 'Shown only when the deletion is over: while it runs, status is still the one before.',
    },
    RESCUE: { text: 'Not spelled as the vm_state is, which has one letter more.' },
  },
};

/**
 * What people get wrong about a literal, where it concerns a record.
 * @param others what is known of the record's other fields
 * @returns undefined where nothing is known to be, or no row that it is about agrees with the record; `isInRows` where
 *   a list of the literal's rows shows the same
 */
export function pitfallOf(
  field: Field,
  value: string | null,
  relation: Relation,
  others: PartialRow,
  t: Translate,
): { readonly text: string; readonly isInRows: boolean } | undefined {
  const name = value ?? 'null';
  const known = PITFALLS[field];
  const pitfall = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!pitfall || !isLiteral(relation, field, value)) return undefined;
  const { text, isOf = () => true, listed, isInRows = false } = pitfall;
  const own = matchingRows(relation, { [field]: value }).filter(isOf);
  const isConcerned = matchingRows(relation, { ...others, [field]: value }).some(isOf);
  if (!isConcerned) return undefined;
  const names = listed ? [...new Set(own.map((row) => `${row[listed]}`))] : [];
  return { text: t(text, choice(names, t)), isInRows };
}
