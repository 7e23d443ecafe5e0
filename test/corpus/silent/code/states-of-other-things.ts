// Words that stand together as states of servers do, and are of other things or misspelt on purpose.

// Neutron, Cinder, Octavia.
export const portStates = ['ACTIVE', 'BUILD', 'DOWN', 'ERROR', 'N/A'];
export const volumeStates = { creating: 1, available: 2, 'in-use': 3, deleting: 4, error: 5, eror_deleting: 6 };
export type LoadBalancerStatus = 'ACTIVE' | 'PENDING_CREATE' | 'PENDING_UPDATE' | 'ERROR' | 'DELETED';
export const colors = new Map([['ACTIVE', 'green'], ['PENDING_DELETE', 'grey'], ['EROR', 'red']]);

// Jobs and orders.
export enum JobStatus { Active = 'ACTIVE', Paused = 'PAUSED', Delayed = 'DELAYED', Eror = 'EROR' }
export const taskStates = ['pending', 'running', 'deletin', 'error', 'done'];
export const vmStates = ['off', 'running', 'suspended', 'paused', 'stoped'];
export function orderLabel(order: { status: string }) {
  switch (order.status) {
    case 'ACTIVE': return 'a';
    case 'SUSPENDD': return 'b';
    case 'DELETED': return 'c';
    default: return '';
  }
}

// Hypervisors.
export const powerStates = { RUNNING: 1, PAUSED: 2, SHUTDOWN: 3, SHUTOF: 4, CRASHED: 5, SUSPENDED: 6 };
export const domain = ['running', 'idle', 'paused', 'shutdown', 'shutoff', 'crashed', 'pmsuspended', 'pausd'];
export const xen = ['clean_reboot', 'hard_reboot', 'hard_rebot', 'clean_shutdown', 'suspend', 'resume'];

// Words that providers add, and those for what is done.
export const provider = ['ACTIVE', 'BUILDING', 'SHUTOFF', 'RESCUED', 'RESIZED', 'RESUMING', 'SNAPSHOTTING', 'STOPPED'];
export const queue = ['BUILD', 'QUEUE_RESIZE', 'PREP_RESIZE', 'VERIFY_RESIZE', 'SHUTOFF', 'INACTIVE', 'TERMINATED'];
export const actions = ['SHUTOFF', 'DELETE', 'PAUSE', 'SUSPEND', 'REBOOTS', 'SHELVE'];

// A dictionary, in which states are the minority.
export const en = {
  name: 'Name', region: 'Region', security: 'Security', save: 'Save', actve: 'Active', shutoff: 'Shut off',
  verify_resize: 'Confirm', migration: 'Migration', pause: 'Pause', reset: 'Reset',
};

// The right spelling is next to the other, on purpose.
export const both = { 'powering-on': 1, powering_on: 2, resize_prep: 3, 'powering-off': 4, 'powering_off': 5 };
export const legacy = ['SHUTOFF', 'SHUTOF', 'ACTIVE', 'ACTVE'];

// Names of constants.
export const NAMES = ['POWERING_OFF', 'RESIZE_PREP', 'REBOOTING_HARD', 'SPAWNING'];
export const TASK = { POWERING_OFF: 1, RESIZE_PREP: 2, REBOOTING_HARD: 3 };

// The same name for a server here and a volume there.
export function servers(items: { 'OS-EXT-STS:vm_state': string }[], volumes: { status: string }[]) {
  for (const item of items) if (item['OS-EXT-STS:vm_state'] === 'active') count();
  for (const item of volumes) if (item.status === 'ERORR' || item.status === 'available') count();
  return volumes.map((item) => item.status === 'ACTVE');
}
declare function count(): void;

export class Badge { vmState = 'default'; size = 'small'; }
export function render(vmState = 'stop', { taskState = 'pendin' } = {}) { return vmState + taskState; }
