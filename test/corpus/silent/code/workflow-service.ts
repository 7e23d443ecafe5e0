import { Injectable } from '@nestjs/common';

@Injectable()
export class WorkflowService {
  private readonly byId = new Map<string, { taskState: string; status: string }>();

  @On('task', { taskState: 'created', status: 'NEW' })
  start(id: string, taskState = 'created', status = 'NEW') {
    this.byId.set(id, { taskState, status });
  }

  find(query: { taskState?: string; status?: string } = { taskState: 'assigned', status: 'OPEN' }) {
    return [...this.byId.values()].filter((entry) => matches(entry, query));
  }

  async save(id: string) {
    const { taskState, status } = this.byId.get(id) ?? { taskState: 'lost', status: 'GONE' };
    await sql`update tasks set task_state = ${taskState}, status = 'SAVED' where id = ${id}`;
    await this.http.patch(`/tasks/${id}`, { json: { taskState, status, vm_state: null } });
    return `task_state: 'saved', vm_state: 'n/a', status: "${status}"`;
  }

  // { "OS-EXT-STS:vm_state": "running", "OS-EXT-STS:task_state": "done" }
  /* if (server.vm_state === 'running') start(); */
  private readonly pattern = /vm_state: 'running', task_state: 'x'/;
}

declare function On(name: string, options: object): MethodDecorator;
declare function matches(one: object, other: object): boolean;
declare function sql(parts: TemplateStringsArray, ...values: unknown[]): Promise<void>;
