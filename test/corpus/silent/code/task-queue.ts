export type TaskState = 'pending' | 'running' | 'done' | 'failed';
export type QueueTaskState = 'idle' | 'scheduling' | 'running' | 'finished';
export type JobStatus = 'QUEUED' | 'ACTIVE' | 'PAUSED';

export enum TaskStateName {
  Pending = 'pending',
  Running = 'running',
  Done = 'done',
}

export interface Task<T> {
  id: number;
  taskState: TaskState;
  status: JobStatus;
  run(): Promise<T>;
}

const INITIAL_TASK = { taskState: 'pending', status: 'QUEUED' } as const;

export class TaskQueue {
  private taskState: TaskState = 'pending';
  readonly tasks: Task<unknown>[] = [];

  push<T>(run: () => Promise<T>): Task<T> {
    const task = { ...INITIAL_TASK, id: this.tasks.length, run } as unknown as Task<T>;
    this.tasks.push(task);
    return task;
  }

  async drain(onChange: (taskState: TaskState) => void): Promise<void> {
    for (const task of this.tasks) {
      let taskState: TaskState = 'running';
      onChange(taskState);
      try {
        await task.run();
        taskState = 'done';
      } catch {
        taskState = 'failed';
      }
      if (taskState === 'failed' && this.tasks.length > 1) continue;
      switch (taskState) {
        case 'done':
          onChange('done');
          break;
        case 'failed':
          return;
      }
      Object.assign(task, { taskState, status: 'ACTIVE' });
    }
    this.taskState = 'done';
  }

  get summary() {
    return { taskState: this.taskState, status: 'PAUSED', count: this.tasks.length };
  }
}

export const isOver = (taskState: TaskState) => ['done', 'failed'].includes(taskState);
