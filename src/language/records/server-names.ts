/** Names that are given to servers, and to what else has a status. */

const SERVER = /^(?:server|instance|vm|ecs|nova|cloudserver|virtualmachine)s?$/;
const STATUS = /^status(?:es)?$/;
/** Other things of a cloud, and of programs, that have a status in upper case. */
const OTHER =
  /^(?:port|volume|network|subnet|router|image|snapshot|backup|disk|load|balancer|lb|pool|listener|member|monitor|job|task|order|cluster|node|stack|ip|eip|gateway|vpn|firewall|flavor|user|project|payment|response|res|req|request|error|err|service|agent|host|hypervisor|policy|quota|share|queue|database|replica|zone|record|domain|certificate|cert|key|secret|container|pod|deployment|build|pipeline|device|session|account|subscription|ticket|invoice)s?$/;

const STATE = /^(?:state|status)(?:es)?$/;
const CLOUD =
  /open[-_]?stack|huawei[-_]?cloud|open[-_]?telekom|\/nova(?:\/|$)|nova[-_/]?(?:server|instance|client|service|compute|api|vm)/;

/** Whether a name is one of a server: `server`, `novaInstance`, `vms`. */
export function isServersName(name: string): boolean {
  return lastWord(name, SERVER);
}

/** Whether a name is one of something else that has a status: `port`, `volumes`, `response`. */
export function isOtherThing(name: string): boolean {
  return lastWord(name, OTHER);
}

/** Whether a name is one of a server's status: `ServerStatus`, `INSTANCE_STATUSES`. */
export function isServersStatusName(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => SERVER.test(word)) && words.some((word) => STATUS.test(word));
}

/** Whether a name is one of a state that is not said to be of something else: `runtimeState`, not `volumeStatus`. */
export function isStateName(name: string): boolean {
  const words = wordsOf(name);
  return STATE.test(words.at(-1) ?? '') && !words.some((word) => OTHER.test(word));
}

/** Whether a name or the path of a module is one of the clouds that have such servers: `OpenStackVm`, `stores/nova/vm`. */
export function isOfCloud(name: string): boolean {
  return CLOUD.test(name.toLowerCase());
}

function lastWord(name: string, words: RegExp): boolean {
  return words.test(wordsOf(name).at(-1) ?? '');
}

/** The words that a name is made of, in lower case: `server`, `status` of `ServerStatus`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}
