/** What else a client of OpenStack has states of: ports, volumes, nodes of metal, databases, clusters, migrations. */
import { NovaServer } from './openstack/nova/server';
import type { OpenStackVolume } from './openstack/cinder';

export const serverStates = ['ACTIVE', 'SHUTOFF', 'VERIFY_RESIZE', 'ERROR'];
export const colorOf = (server: NovaServer) => (server['OS-EXT-STS:task_state'] ? 'blue' : 'green');

export const portColors = { ACTIVE: 'green', BUILD: 'blue', DOWN: 'grey', ERROR: 'red' };
export type RouterStatus = 'ACTIVE' | 'ALLOCATING' | 'ERROR';
export const isUp = (port: { status: string }) => port.status === 'ACTIVE' || port.status === 'DOWN';

const BUSY = ['creating', 'attaching', 'deleting', 'restoring-backup', 'error_deleting', 'backing-up'];
export const isBusy = (volume: OpenStackVolume) => BUSY.includes(volume.status) || volume.status === 'reserved';
export const deletable = (volume: OpenStackVolume) => checkStatus(['available', 'error', 'error_restoring'], volume);

export function nodeLabel(node: { provision_state: string }): string {
  switch (node.provision_state) {
    case 'active':
    case 'rescue':
      return 'In use';
    case 'rescuing':
    case 'unrescuing':
    case 'deleting':
    case 'rebuild':
      return 'Busy';
    case 'deploying':
    case 'inspecting':
    case 'enroll':
      return 'Coming';
  }
  return node.provision_state;
}

export function databaseLabel(instance: { status: string }): string {
  if (instance.status === 'RESTART_REQUIRED' || instance.status === 'PROMOTE') return 'Restart';
  if (['SHUTDOWN', 'BLOCKED', 'BACKUP', 'DETACH'].includes(instance.status)) return 'Off';
  return instance.status === 'BUILT' || instance.status === 'REBUILT' ? 'New' : '';
}

export const migrationSteps = ['queued', 'preparing', 'migrating', 'reverted', 'reverting', 'confirming', 'finished'];
export const imageStates = ['queued', 'saving', 'active', 'deleted', 'deactivated', 'importing', 'uploading'];
export const stackStates = ['CREATE_COMPLETE', 'SUSPEND_COMPLETE', 'RESUME_FAILED', 'DELETE_IN_PROGRESS'];
export const balancers = ['ACTIVE', 'PENDING_CREATE', 'PENDING_UPDATE', 'ERROR', 'DELETED'];
export const actions = ['REBOOT', 'SHUTOFF', 'DELETE', 'PAUSE', 'RESUME', 'SUSPEND', 'SHELVE', 'UNSHELVE', 'RESCUE'];
export const domain = { running: 1, blocked: 2, paused: 3, shutdown: 4, shutoff: 5, crashed: 6, pmsuspended: 7 };
export const checks = ['shutoff', 'passed', 'selected'];

declare function checkStatus(states: string[], item: unknown): boolean;
declare function useState(value: string): [string, (value: string) => void];
export const [tab, setTab] = useState('networkin');
