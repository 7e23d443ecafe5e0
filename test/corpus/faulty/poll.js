const done = (row) => row["OS-EXT-STS:vm_state"] === "activ" && row.task_state !== 'deletng';
// row.vm_state === 'gone'
const isStarting = vm_state => vm_state == 'start';
module.exports = { done, isStarting, last: { "osExtStsVmState": "stopped", "osExtStsTaskState": "rebooting", status: "REBOOT" } };
