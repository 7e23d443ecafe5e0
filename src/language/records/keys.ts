import type { Field } from '../../model';

/** What a key says: the field it names, and how sure that is. */
export interface KeyMeaning {
  readonly field: Field;
  /** Whether it is of the `OS-EXT-STS:` family, which nothing else uses. */
  readonly prefixed: boolean;
  /** Set where it is a name of the user's own. */
  readonly own?: true;
  /** Set where it means the field only in a notification. */
  readonly notified?: true;
}

/** `OS-EXT-STS:vm_state`, `OS_EXT_STS_vm_state`, `oSEXTSTSVmState`, `os-extended-status:vm_state`, ... */
const PREFIXED = /^os[-_]?ext(?:[-_]?sts|ended[-_]?status)[-_:.]?(vm|task)[-_]?state$/i;
/** `vm_state`, `vmState`, `VmState`, `vm-state` and likewise for task_state. */
const BARE = /^(vm|task|Vm|Task)(?:[-_]s|S)tate$/;
/** A type's name that ends in that of a field as a word: `ServerVmState`, `VMState`, `nova_task_state`, `VmStateEnum`. */
const STATE_TYPE =
  /(?:(?:^|[_$\d])(vm|task)|(V[Mm]|Task|TASK))_?(?:[sS]tate|STATE)(?:_?(?:[eE]num|ENUM|[tT]ype|TYPE))?$/;

/** The meaning of a key as written (decoded), or undefined where it names no state field. */
export function readKey(key: string): KeyMeaning | undefined {
  if (key === 'status') return { field: 'status', prefixed: false };
  if (key.length > 32) return undefined;
  const prefixed = PREFIXED.exec(key);
  const match = prefixed ?? BARE.exec(key);
  if (!match) return undefined;
  return {
    field: match[1]?.toLowerCase() === 'vm' ? 'vm_state' : 'task_state',
    prefixed: prefixed !== null,
  };
}

/** The state that a type is named after, or undefined. */
export function stateOfTypeName(name: string): Exclude<Field, 'status'> | undefined {
  const match = STATE_TYPE.exec(name);
  const word = match?.[1] ?? match?.[2];
  if (word === undefined) return undefined;
  return word.toLowerCase() === 'vm' ? 'vm_state' : 'task_state';
}

/** The key that names another field in the spelling of this one: `vmState` to `taskState`. */
export function respell(key: string, field: Field): string {
  if (field === 'status') return 'status';
  const name = field === 'vm_state' ? 'vm' : 'task';
  return key.replace(/(vm|task)(?=[-_]?state$)/i, (old) => {
    if (old === old.toUpperCase()) return name.toUpperCase();
    return old[0] === old[0]?.toUpperCase() ? name[0]?.toUpperCase() + name.slice(1) : name;
  });
}
