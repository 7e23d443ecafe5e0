/** What is said of columns: their types, the order of their rows, and labels. */
export const columns = {
  types: { 'OS-EXT-STS:vm_state': 'VARCHAR', 'OS-EXT-STS:task_state': 'VARCHAR', status: 'TEXT' },
  kinds: { 'OS-EXT-STS:vm_state': 'STRING', 'OS-EXT-STS:task_state': 'KEYWORD', status: 'ENUM' },
  order: { 'OS-EXT-STS:vm_state': 'ASC', 'OS-EXT-STS:task_state': 'DESC', status: 'asc' },
  names: { 'OS-EXT-STS:vm_state': 'VM_STATE', 'OS-EXT-STS:task_state': 'TASK_STATE', status: 'STATUS' },
  labels: { 'OS-EXT-STS:vm_state': 'State', 'OS-EXT-STS:task_state': 'Task', status: 'Running' },
};

export interface Order {
  'OS-EXT-STS:vm_state': 'asc' | 'desc';
  'OS-EXT-STS:task_state': 'ASC' | 'DESC';
}
