/** Keys around state fields that tell that an object is a server. A set of signs is a number, one bit each. */

/** The object stands where a server does: as the value of `server`, or as an item of `servers`. */
const IN_SERVER = 1;
const HOST_ID = 1 << 1;
const FLAVOR = 1 << 2;
const KEY_NAME = 1 << 3;
const SECURITY_GROUPS = 1 << 4;
const ACCESS_IP = 1 << 5;
const DISK_CONFIG = 1 << 6;
const ATTRIBUTE = 1 << 7;
/** `OS-EXT-STS:power_state`, which is of the same family as the prefixed states. */
const POWER_STATE = 1 << 8;
/** The object is the payload of a notification of Nova. */
const IN_NOTIFICATION = 1 << 9;
/** The object filters the servers that a module of Ansible is to find. */
export const FILTERS = 1 << 10;

/** What all kinds of machines have; not enough by itself. */
const OF_MACHINES = HOST_ID | FLAVOR;
/** What is next to those of machines only where these are Nova's. */
const OF_SERVERS = KEY_NAME | SECURITY_GROUPS | ACCESS_IP | DISK_CONFIG | ATTRIBUTE;
const SURE = POWER_STATE | FILTERS;
/** So many signs are sure where the object does not stand in the place of a server. */
const ENOUGH = 3;

const SIBLINGS: ReadonlyMap<string, number> = new Map([
  ['hostId', HOST_ID],
  ['flavor', FLAVOR],
  ['key_name', KEY_NAME],
  ['security_groups', SECURITY_GROUPS],
  ['accessIPv4', ACCESS_IP],
  ['accessIPv6', ACCESS_IP],
  ['OS-DCF:diskConfig', DISK_CONFIG],
  ['OS-EXT-STS:power_state', POWER_STATE],
]);
const HOLDERS: ReadonlyMap<string, number> = new Map([
  ['server', IN_SERVER],
  ['servers', IN_SERVER],
  ['nova_object.data', IN_NOTIFICATION],
]);
const ATTRIBUTE_PREFIX = 'OS-EXT-SRV-ATTR:';
const SHORTEST = 6;
const LONGEST = 22;
/** The first letters of all these keys. */
const INITIALS = /[hfksaOn]/;

/** Whether a key of the text can be a sign, without cutting it out. */
export function mayBeSign(text: string, start: number, end: number): boolean {
  return end - start >= SHORTEST && INITIALS.test(text.charAt(start));
}

/** What a key says of the object that has it; 0 for nothing. */
export function siblingSign(key: string): number {
  if (key.startsWith(ATTRIBUTE_PREFIX)) return ATTRIBUTE;
  return key.length > LONGEST ? 0 : (SIBLINGS.get(key) ?? 0);
}

/** What a key says of the object that is its value, or of the objects in its list; 0 for nothing. */
export function holderSign(key: string): number {
  return key.length > LONGEST ? 0 : (HOLDERS.get(key) ?? 0);
}

/**
 * How sure it is that an object with these signs is a server.
 * @param hasTask whether a task is among its fields, which in a notification only an instance has
 */
export function signEvidence(signs: number, hasTask: boolean): 'none' | 'plausible' | 'sure' {
  if ((signs & SURE) !== 0 || (hasTask && (signs & IN_NOTIFICATION) !== 0)) return 'sure';
  const isMachine = (signs & OF_MACHINES) !== 0;
  const isInServer = (signs & IN_SERVER) !== 0;
  if (isInServer) return isMachine || (signs & OF_SERVERS) !== 0 ? 'sure' : 'plausible';
  if ((signs & OF_MACHINES) === OF_MACHINES && (signs & OF_SERVERS) === 0) return 'plausible';
  if (!isMachine || (signs & OF_SERVERS) === 0) return 'none';
  return countOf(signs & (OF_MACHINES | OF_SERVERS)) >= ENOUGH ? 'sure' : 'plausible';
}

function countOf(signs: number): number {
  let count = 0;
  for (let left = signs; left !== 0; left &= left - 1) count++;
  return count;
}
