import { ROWS } from '../../../src/model/rows';

/** Anything that all three syntaxes can write. */
export type Data =
  | string
  | number
  | boolean
  | null
  | readonly Data[]
  | { readonly [key: string]: Data };

/** `[vm_state, task_state, status]` of one server. */
export type Triple = readonly [vm_state: string, task_state: string | null, status: string];

/** What no server can be: planted by hand, so that no candidate's rules say what is right. */
const FAULTS: readonly Triple[] = [
  ['active', 'powering_off', 'ACTIVE'],
  ['stopped', 'powering-on', 'ACTIVE'],
  ['running', null, 'ACTIVE'],
  ['stopped', 'rebooting', 'REBOOT'],
  ['resized', null, 'RESIZE_VERIFY'],
];

/** The server in the middle, in which the cursor stands. */
export const MIDDLE: Triple = ['active', 'rebooting', 'REBOOT'];

/** One server in so many is faulty. */
const FAULT_EVERY = 25;

/** Whether a fault is planted in the server of this number; the smallest input has one, too. */
export function isFaulty(index: number): boolean {
  return index % FAULT_EVERY === 1;
}

/** The states of the server of this number. */
export function statesOf(index: number): Triple {
  const triples = isFaulty(index) ? FAULTS : ROWS;
  const at = isFaulty(index) ? (index - 1) / FAULT_EVERY : index;
  return triples[at % triples.length] ?? MIDDLE;
}

/** A generator of numbers that look random and are the same in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** So many hexadecimal digits. */
export function hex(next: (below: number) => number, digits: number): string {
  return Array.from({ length: digits }, () => next(16).toString(16)).join('');
}

/** A universally unique identifier, as far as its looks go. */
export function uuid(next: (below: number) => number): string {
  return [8, 4, 4, 4, 12].map((digits) => hex(next, digits)).join('-');
}

/** One server of a list-servers response: about 40 fields, as the API returns them. */
export function server(index: number, [vm_state, task_state, status]: Triple): Data {
  const next = numbers(index);
  const id = uuid(next);
  const address = () => `192.168.${next(256)}.${next(256)}`;
  return {
    id,
    name: `ecs-${index}-${['web', 'batch', 'db', 'cache'][next(4)]}`,
    status,
    progress: next(101),
    created: `2024-0${1 + next(9)}-1${next(10)}T0${next(10)}:12:3${next(10)}Z`,
    updated: `2025-0${1 + next(9)}-2${next(8)}T1${next(10)}:45:0${next(10)}Z`,
    tenant_id: hex(next, 32),
    user_id: hex(next, 32),
    hostId: hex(next, 56),
    key_name: `KeyPair-${next(100)}`,
    description: 'Runs the "nightly" jobs, see the handbook; ask before it is stopped',
    locked: next(10) === 0,
    config_drive: '',
    accessIPv4: '',
    accessIPv6: '',
    host_status: 'UP',
    image: { id: uuid(next) },
    flavor: {
      id: `s6.large.${1 + next(8)}`,
      name: `s6.large.${1 + next(8)}`,
      vcpus: String(1 + next(16)),
      ram: String(1024 * (1 + next(64))),
      disk: '0',
    },
    addresses: {
      [uuid(next)]: [
        {
          version: 4,
          addr: address(),
          'OS-EXT-IPS:type': 'fixed',
          'OS-EXT-IPS-MAC:mac_addr': `fa:16:3e:${hex(next, 2)}:${hex(next, 2)}:${hex(next, 2)}`,
          'OS-EXT-IPS:port_id': uuid(next),
        },
      ],
    },
    metadata: {
      charging_mode: String(next(2)),
      vpc_id: uuid(next),
      image_name: 'Ubuntu 22.04 server 64bit',
      os_bit: '64',
      os_type: 'Linux',
    },
    tags: [`team=${next(20)}`, 'environment=production'],
    sys_tags: [{ key: '_sys_enterprise_project_id', value: '0' }],
    security_groups: [{ name: 'default', id: uuid(next) }],
    'os-extended-volumes:volumes_attached': [
      { id: uuid(next), delete_on_termination: 'true', bootIndex: '0', device: '/dev/vda' },
    ],
    'os:scheduler_hints': {},
    enterprise_project_id: '0',
    'OS-DCF:diskConfig': 'MANUAL',
    'OS-EXT-AZ:availability_zone': `region-1${'abc'[next(3)]}`,
    'OS-EXT-SRV-ATTR:host': `pod0${next(10)}.region-1`,
    'OS-EXT-SRV-ATTR:hostname': `ecs-${index}`,
    'OS-EXT-SRV-ATTR:hypervisor_hostname': `nova00${next(10)}@${next(100)}`,
    'OS-EXT-SRV-ATTR:instance_name': `instance-${hex(next, 8)}`,
    'OS-EXT-SRV-ATTR:launch_index': 0,
    'OS-EXT-SRV-ATTR:reservation_id': `r-${hex(next, 8)}`,
    'OS-EXT-SRV-ATTR:root_device_name': '/dev/vda',
    'OS-EXT-STS:power_state': 1 + next(4),
    'OS-EXT-STS:vm_state': vm_state,
    'OS-EXT-STS:task_state': task_state,
    'OS-SRV-USG:launched_at': '2024-05-11T08:12:33.000000',
    'OS-SRV-USG:terminated_at': null,
  };
}
