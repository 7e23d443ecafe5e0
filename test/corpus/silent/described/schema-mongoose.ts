import { model, Schema } from 'mongoose';
import { z } from 'zod';

export const serverSchema = new Schema({
  status: { type: String, enum: ['ACTIVE', 'SHUTOFF', 'GONE'] },
  vm_state: { type: String, required: true, index: true },
  task_state: { type: String, default: null },
});

export const Server = z.object({
  status: z.string(),
  'OS-EXT-STS:vm_state': z.enum(['active', 'stopped', 'whatever']),
  'OS-EXT-STS:task_state': z.string().nullable(),
});

export interface ServerRow {
  status: string;
  vm_state: string;
  task_state: string | null;
  readonly 'OS-EXT-STS:vm_state'?: string;
  'OS-EXT-STS:task_state'?: unknown;
}

export type Shape = { status: StatusName; vm_state: keyof typeof STATES; task_state: `${string}ing` | null };

type StatusName = Uppercase<string>;
const STATES = { active: 1, stopped: 4 } as const;

export const projection = { status: 1, vm_state: 1, task_state: 1, _id: 0 } as const;
export const pipeline = [
  { $match: { vm_state: { $in: ['active', 'stopped'] }, task_state: null } },
  { $group: { _id: { vm_state: '$vm_state', task_state: '$task_state' }, status: { $first: '$status' } } },
  { $sort: { vm_state: 1, task_state: -1 } },
];

export default model('Server', serverSchema);
