import type { Field } from '../../model';
import type { Entry } from './entry';

/** The literals that only other editions of the mapping have. A test keeps them in step with the dialects. */
export const OTHER_EDITIONS: Readonly<Record<Field, Readonly<Record<string, Entry>>>> = {
  vm_state: {
    paused: {
      operation: 'pause',
      meaning:
        'The server is frozen in the memory of its host, and goes on where it was once it is unpaused.',
      pitfall:
        "The memory stays in use on the host: a host that is switched off loses the server's work.",
    },
    suspended: {
      operation: 'suspend',
      meaning:
        'The memory of the server has been written to disk, and the server goes on where it was once it is resumed.',
    },
    rescued: {
      operation: 'rescue',
      meaning: 'The server runs from a rescue image, with its own disk beside it to be repaired.',
      pitfall: 'Its status is RESCUE, which is spelled without the last letter of the vm_state.',
    },
    'soft-delete': {
      operation: 'delete',
      meaning: 'The server has been deleted and can be restored until its time of grace is over.',
      pitfall: 'Written with a hyphen, and without the last letter of status SOFT_DELETED.',
    },
    shelved: {
      operation: 'shelve',
      meaning:
        'The server is off and kept as an image or on its volume, to be taken off the shelf later.',
      pitfall: 'The host still keeps a place for the server; it is free only in shelved_offloaded.',
    },
    shelved_offloaded: {
      operation: 'shelve',
      meaning: 'The server is shelved and no host keeps a place for it any more.',
    },
  },
  task_state: {
    shelving: {
      operation: 'shelve',
      meaning: 'The server is being switched off in order to be shelved.',
    },
    shelving_image_pending_upload: {
      operation: 'shelve',
      meaning: 'The image that keeps a shelved server is waiting to be uploaded.',
    },
    shelving_image_uploading: {
      operation: 'shelve',
      meaning: 'The image that keeps a shelved server is being uploaded.',
    },
    shelving_offloading: {
      operation: 'shelve',
      meaning: 'A shelved server is being taken off its host.',
    },
    unshelving: {
      operation: 'unshelve',
      meaning: 'A shelved server is being brought back to a host and started.',
    },
    image_snapshot: {
      operation: 'image',
      meaning: 'An image of the server is being made.',
    },
    image_snapshot_pending: {
      operation: 'image',
      meaning: 'An image of the server has been ordered and is not being made yet.',
    },
    image_pending_upload: {
      operation: 'image',
      meaning: 'An image of the server has been made and waits to be uploaded.',
    },
    image_uploading: {
      operation: 'image',
      meaning: 'An image of the server is being uploaded.',
    },
    image_backup: {
      operation: 'image',
      meaning: 'An image of the server is being made as one in a row of backups.',
    },
    pausing: {
      operation: 'pause',
      meaning: 'The server is being frozen in the memory of its host.',
    },
    unpausing: {
      operation: 'unpause',
      meaning: 'A paused server is being let go on.',
    },
    suspending: {
      operation: 'suspend',
      meaning: 'The memory of the server is being written to disk.',
    },
    resuming: {
      operation: 'resume',
      meaning: 'A suspended server is being brought back to where it was.',
    },
    rescuing: {
      operation: 'rescue',
      meaning: 'The server is being started from a rescue image.',
    },
    unrescuing: {
      operation: 'unrescue',
      meaning: 'The server is being started from its own disk again, after a rescue.',
    },
    resize_confirming: {
      operation: 'resize',
      meaning:
        'A flavor change has been confirmed, and what was kept for undoing it is being removed.',
    },
    'soft-deleting': {
      operation: 'delete',
      meaning: 'The server is being deleted so that it can still be restored for a while.',
    },
    restoring: {
      operation: 'restore',
      meaning:
        'A server that was deleted and is still within its time of grace is being brought back.',
    },
    updating_password: {
      operation: 'password',
      meaning: 'The password of the administrator is being set anew within the server.',
    },
  },
  status: {
    PAUSED: {
      operation: 'pause',
      meaning: 'The server is frozen in the memory of its host.',
    },
    SUSPENDED: {
      operation: 'suspend',
      meaning: 'The server is asleep, its memory written to disk.',
    },
    RESCUE: {
      operation: 'rescue',
      meaning: 'The server runs from a rescue image.',
      pitfall: 'Not spelled as the vm_state is, which has one letter more.',
    },
    SOFT_DELETED: {
      operation: 'delete',
      meaning: 'The server has been deleted and can still be restored.',
    },
    SHELVED: {
      operation: 'shelve',
      meaning: 'The server is shelved, and its host still keeps a place for it.',
    },
    SHELVED_OFFLOADED: {
      operation: 'shelve',
      meaning: 'The server is shelved, and no host keeps a place for it.',
    },
    PASSWORD: {
      operation: 'password',
      meaning: 'The password of the administrator is being set anew; the server runs meanwhile.',
    },
    UNKNOWN: {
      operation: 'none',
      meaning:
        'What vm_state and task_state come to is not known, as for a server whose host cannot be asked.',
    },
  },
};
