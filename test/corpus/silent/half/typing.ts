const draft = {
  'OS-EXT-STS:vm_state': ,
  'OS-EXT-STS:task_state': null,
  status: 'ACTIVE'
};
if (server.vm_state === ) {
}
switch (server.task_state) { case : case '
const other = { vm_state: 'active', task_state
