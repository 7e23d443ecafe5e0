import { gql } from '@apollo/client';

export const SERVER = gql`
  enum TaskState { WAITING RUNNING DONE }
  type Task { id: ID! taskState: TaskState! status: String }
  fragment State on Server { status vm_state: vmState task_state: taskState }
  query { tasks(where: { taskState: "running", vmState: "odd", status: "NEW" }) { id } }
`;

export type Maybe<T> = T | null;
export type Task = {
  __typename?: 'Task';
  id: string;
  taskState: TaskStateEnum;
  vmState?: Maybe<string>;
  status: Maybe<string>;
};
export type TaskWhere = { taskState?: Maybe<'Waiting' | 'Running'>; status_in?: string[] };

export enum TaskStateEnum {
  Waiting = 'WAITING',
  Running = 'RUNNING',
}

export const variables = { where: { taskState: TaskStateEnum.Running, status: 'NEW' } };
export const cached = { __typename: 'Task', id: '1', taskState: 'WAITING', status: 'NEW' } as Task;
