/** What forms, tables and queries say of the fields: lower-case words that are no states. */
export const sortOrder = { vm_state: 'asc', task_state: 'desc' };
export const align = { vm_state: 'left', task_state: 'right', status: 'center' };
export const widget = { vm_state: 'select', task_state: 'select', status: 'badge' };
export const lookup = { vm_state: 'exact', task_state: 'icontains', status: 'in' };
export const mapping = { vm_state: 'keyword', task_state: 'keyword', status: 'keyword' };
export const column = { 'OS-EXT-STS:vm_state': 'state', 'OS-EXT-STS:task_state': 'task', status: 'status' };
export const type = { vm_state: 'number', task_state: 'boolean', status: 'integer' };
