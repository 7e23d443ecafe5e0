/** Half of the words are those of a cloud's servers, the other half is the very word that is none of theirs. */
export type VmState = 'stopped' | 'starting' | 'running' | 'error';

export function label(vm: { readonly id: string }, state: VmState): string {
  return `${vm.id}: ${state}`;
}
