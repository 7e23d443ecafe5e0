import { useReducer, useState } from 'react';

type TaskState = 'todo' | 'doing' | 'done';
type Action = { type: 'advance' } | { type: 'set'; taskState: TaskState; status?: 'OPEN' | 'CLOSED' };

const COLOURS: Record<TaskState, string> = { todo: 'grey', doing: 'blue', done: 'green' };

function reducer(taskState: TaskState, action: Action): TaskState {
  if (action.type === 'set') return action.taskState;
  return taskState === 'todo' ? 'doing' : 'done';
}

export function TaskBadge({ status = 'OPEN' }: { status?: 'OPEN' | 'CLOSED' }) {
  const [taskState, dispatch] = useReducer(reducer, 'todo');
  const [vmState, setVmState] = useState<'on' | 'off'>('off');
  return (
    <button
      type="button"
      data-task_state={taskState}
      style={{ color: COLOURS[taskState] }}
      onClick={() => dispatch({ type: 'set', taskState: 'doing', status: 'CLOSED' })}
      onBlur={() => setVmState(vmState === 'on' ? 'off' : 'on')}
    >
      {taskState === 'done' ? `✓ ${status}` : <Spinner taskState="doing" status="BUSY" vmState={vmState} />}
      OS-EXT-STS:vm_state: running
    </button>
  );
}

function Spinner(props: { taskState: TaskState; status: string; vmState: string }) {
  return <i {...props}>{props.status === 'BUSY' && '…'}</i>;
}
