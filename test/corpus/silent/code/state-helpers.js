/** Functions that are given a state and words beside it, which are not all states. */
const { assert, pluralise, transition, isOneOf, cy } = require('./helpers');

const WANTED = new Set(['active', 'stopped']);
const SEEN = new Map([['active', 1]]);
const words = { active: 'actives', stopped: 'stoppeds', eror: 'errors' };

exports.check = (server, job) => {
  assert.equal(server.vm_state, 'active', 'stoped');
  pluralise(server.vm_state, 'active', 'actives');
  transition(server.vm_state, 'active', 'stopping');
  transition(server.vm_state, 'stopped', 'start', 'active', 'stop');
  isOneOf(server.vm_state, 'active', 'paused', 'suspended');
  isOneOf(server.vm_state.toUpperCase(), 'ACTIVE', 'STOPED');
  isOneOf(job.task_state, 'queued', 'running', 'deleting', 'done');
  isOneOf(job.vm_state, 'up', 'down', 'active');
  isOneOf(server.vm_state, server.task_state, 'active', 'spawnin');
  console.log(server.vm_state, 'active', 'stoped');
  cy.get('.state').should('have.text', server.vm_state, 'active', 'stoped');
  isOneOf(server.vm_state, 'active', 'stoped or so');
  SEEN.set(server.vm_state, (SEEN.get(server.vm_state) || 0) + 1);
  // What is handed on may be meant for anything.
  Object.keys(words).forEach((word) => job.say(word));
  return WANTED.has(server.vm_state) || words[server.vm_state];
};

exports.local = (vms) =>
  vms.filter((vm) => ['active', 'stopped'].some((each) => each === vm.vm_state.toLowerCase()))
    .map((vm) => ({ on: 'On', off: 'Off', paused: 'Held' })[vm.vm_state]);
