import { Badge, Table, type TableProps } from '@acme/ui';
import type { Server } from '../model/server';
import { t } from '../locale';

const STATE_KEY = 'OS-EXT-STS:vm_state';

export const columns: TableProps<Server>['columns'] = [
  { title: t('name'), dataIndex: 'name', key: 'name' },
  { title: t('status'), dataIndex: 'status', key: 'status', render: (status) => <Badge status={status} /> },
  { title: t('vmState'), dataIndex: 'OS-EXT-STS:vm_state', key: 'vm_state', width: 120 },
  { title: t('taskState'), dataIndex: 'OS-EXT-STS:task_state', key: 'task_state', width: 160 },
];

export const labels: Record<string, string> = {
  status: 'Status',
  'OS-EXT-STS:vm_state': 'VM state',
  'OS-EXT-STS:task_state': 'Transition state',
};

export const order = { status: 0, vm_state: 1, task_state: 2 };

export const accessors = {
  status: (server: Server) => server.status,
  vm_state: (server: Server) => server[STATE_KEY],
  task_state: (server: Server) => server['OS-EXT-STS:task_state'] ?? t('none'),
};

export function ServerTable({ servers, status = 'LOADING' }: { servers: Server[]; status?: string }) {
  return (
    <Table
      columns={columns}
      dataSource={servers}
      rowKey="id"
      sortBy={{ status: 'asc' }}
      emptyText={status}
      rowClassName={(row) => `row row--${row[STATE_KEY]}`}
    />
  );
}
