/** Fixtures of HTTP calls to several services. */
import { http, HttpResponse } from './mock';

export const handlers = [
  http.get('/v2/images/:id', () => HttpResponse.json({ id: 'i', status: 'queued', task_state: 'importing' })),
  http.get('/v3/volumes/:id', () =>
    HttpResponse.json({ volume: { status: 'in-use', migration_status: null, attachments: [{ status: 'attached' }] } }),
  ),
  http.get('/v2.0/ports', () => HttpResponse.json({ ports: [{ status: 'DOWN', admin_state_up: true }] })),
  http.get('/tasks/:id', () => HttpResponse.json({ taskState: 'migrating', status: 'ERROR', code: 500 })),
  http.get('/autoscaling/group', () => HttpResponse.json({ status: 'ACTIVE', task_state: 'FULFILLED' })),
  http.post('/servers/:id/action', () => new HttpResponse(null, { status: 202, headers: { task_state: 'none' } })),
  http.get('/servers/:id', ({ params }) =>
    HttpResponse.json({
      server: {
        id: params.id,
        status: 'SHUTOFF',
        'OS-EXT-STS:vm_state': 'stopped',
        'OS-EXT-STS:task_state': params.busy ? 'powering-on' : null,
        ports: [{ status: 'BUILD', vm_state: undefined }],
        volumes: [{ status: 'error_deleting' }],
        metadata: { status: 'green', task_state: 'n/a', vm_state: '' },
      },
    }),
  ),
];
