import { action, computed, makeObservable, observable } from 'mobx';

type State = 'open' | 'closed';

export class WorkflowStore {
  taskState: State = 'open';
  status = 'DRAFT';
  vm = { state: 'n/a', vmState: 'viewmodel', status: 'ok' };

  constructor() {
    makeObservable(this, {
      taskState: observable,
      status: observable,
      isOver: computed,
      close: action.bound,
    });
  }

  get isOver(): boolean {
    const { taskState } = this;
    return taskState === 'closed';
  }

  close(status: 'APPROVED' | 'REJECTED'): void {
    this.taskState = 'closed';
    this.status = status;
  }

  toJSON() {
    return { taskState: this.taskState, status: this.status === 'DRAFT' ? 'OPEN' : this.status };
  }
}
