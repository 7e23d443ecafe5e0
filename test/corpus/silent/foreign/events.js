'use strict';
// Handlers of a workflow engine; its tasks have states of their own.
const EventEmitter = require('node:events');

const INITIAL = { taskState: 'idle', status: 'READY', retries: 0 };
const DONE = Object.freeze({ taskState: 'completed', status: 'DONE' });

class Workflow extends EventEmitter {
  constructor(options) {
    super();
    this.current = { ...INITIAL, ...options };
  }

  transition(taskState, status) {
    if (taskState === 'completed' || taskState === 'failed') this.emit('end', taskState);
    this.current = { ...this.current, taskState, status };
    return { taskState: taskState.toUpperCase(), status: status || 'UNKNOWN' };
  }

  toJSON() {
    const { taskState, status } = this.current;
    return { taskState, status, vmState: undefined };
  }
}

module.exports = { Workflow, INITIAL, DONE, describe: (taskState) => ({ idle: 1, busy: 2 })[taskState] };
