/** Machines of another cloud: words that all products share, and one of its own. */
export const isListed = (vm: { vmState: string }) =>
  ['active', 'stopped', 'suspended', 'error', 'terminated'].includes(vm.vmState) ||
  ['active', 'stopped', 'deleted', 'building', 'recycled'].includes(vm.vmState);

export function phaseOf(vm: { vmState: string }): string {
  switch (vm.vmState) {
    case 'active':
      return 'up';
    case 'stopped':
    case 'suspended':
    case 'error':
      return 'down';
    case 'terminated':
      return 'gone';
    default:
      return '';
  }
}
