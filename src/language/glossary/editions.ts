import type { Field } from '../../model';
import type { Entry } from './entry';

/** The literals that only other editions of the mapping have. A test keeps them in step with the dialects. */
export const OTHER_EDITIONS: Readonly<Record<Field, Readonly<Record<string, Entry>>>> = {
  vm_state: {
    paused: {
      operation: 'pause',
      meaning:
        'The server is frozen in the memory of its host, and goes on where it was once it is unpaused.',
    },
    suspended: {
      operation: 'suspend',
      meaning:
        'The memory of the server has been written to disk, and the server goes on where it was once it is resumed.',
    },
    rescued: {
      operation: 'rescue',
      meaning:
        'The server runs from a rescue image, with its own system disk attached as another disk.',
    },
    'soft-delete': {
      operation: 'delete',
      meaning: 'The server has been deleted and can be restored until its time of grace is over.',
    },
    shelved: {
      operation: 'shelve',
      meaning: 'The server is shelved; one that boots from an image is in this state.',
    },
    shelved_offloaded: {
      operation: 'shelve',
      meaning:
        'The server is shelved and off its host; one that boots from a volume is in this state.',
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
      meaning: 'A paused server is being unpaused.',
    },
    suspending: {
      operation: 'suspend',
      meaning: 'The memory of the server is being written to disk.',
    },
    resuming: {
      operation: 'resume',
      meaning: 'A suspended server is being resumed to the state before it was suspended.',
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
      meaning: 'The password of the administrator is being changed within the server.',
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
    },
    SOFT_DELETED: {
      operation: 'delete',
      meaning: 'The server has been deleted and can still be restored.',
    },
    SHELVED: {
      operation: 'shelve',
      meaning: 'The server is shelved; it boots from an image.',
    },
    SHELVED_OFFLOADED: {
      operation: 'shelve',
      meaning: 'The server is shelved; it boots from a volume or is off its host.',
    },
    PASSWORD: {
      operation: 'password',
      meaning: 'The password of the administrator is being changed; the server runs meanwhile.',
    },
    UNKNOWN: {
      operation: 'none',
      meaning:
        'The pair of vm_state and task_state is not one of those that the documentation lists.',
    },
  },
};
