/** Words, colours and actions for the states of servers, as dashboards have them. */
import clsx from 'clsx';
import type { Server } from './client';
import { t, logger, toast } from './shell';

const LABELS: Record<string, string> = {
  active: 'Running',
  stopped: 'Stopped',
  error: 'Failed',
  offline: 'No contact',
  maintenance: 'In maintenance',
  default: 'Unknown',
};

/** Whoever wrote the client did not say how the words are joined, so both are served. */
const STEPS = {
  'powering-off': 'Stopping',
  powering_off: 'Stopping',
  'powering-on': 'Starting',
  powering_on: 'Starting',
  deleting: 'Going',
  idle: '',
  _: 'At work',
} as const;

const COLOURS = new Map([
  ['active', 'green'],
  ['inactive', 'grey'],
  ['stopped', 'grey'],
  ['ACTIVE', 'green'],
  ['STOPPED', 'grey'],
]);

/** By status in lower case, not by state. */
const ICONS: { [status: string]: string } = { active: 'play', shutoff: 'stop', build: 'spin', resize: 'grow' };

/** Of any edition. */
const WEIGHTS = { active: 5, paused: 4, suspended: 3, rescued: 2, soft_deleted: 1, stopped: 0 };

/** What may be done: by verbs, not by states. */
const VERBS = { delete: 'deleted', stop: 'stopped', resize: 'resized', shelve: 'shelved' };

const counts = { active: 0, stopped: 0, errors: 0, total: 0 };

export function Badge({ server }: { server: Server }) {
  const step = STEPS[server['OS-EXT-STS:task_state'] ?? 'idle'] ?? STEPS._;
  const label = LABELS[server['OS-EXT-STS:vm_state']] ?? LABELS.default;
  const icon = ICONS[server['OS-EXT-STS:vm_state'].toLowerCase()] ?? ICONS[server.status.toLowerCase()];
  const colour = COLOURS.get(server['OS-EXT-STS:vm_state']);
  const weight = server['OS-EXT-STS:vm_state'] in WEIGHTS ? WEIGHTS[server['OS-EXT-STS:vm_state']] : -1;
  counts[server['OS-EXT-STS:vm_state']]++;
  counts.total++;
  if (counts.errors > weight) logger.warn(server['OS-EXT-STS:vm_state'], 'active', 'eror');
  const shape = { aktive: 'round', resting: 'square' }[server['OS-EXT-STS:vm_state']];
  const name = { ACTIVE: 'On', STOPPED: 'Off' }[server['OS-EXT-STS:vm_state'].toUpperCase()];
  return (
    <b className={clsx(server['OS-EXT-STS:vm_state'], 'active', 'stoped')} data-shape={shape} data-colour={colour}>
      {t(server['OS-EXT-STS:vm_state'], 'active', 'eror')} {label} {step} {icon} {name} {Object.values(VERBS)}
    </b>
  );
}

export const act = (server: Server, verb: keyof typeof VERBS) => {
  if (VERBS[verb] === server['OS-EXT-STS:vm_state']) toast(`already ${VERBS[verb]}`);
};
