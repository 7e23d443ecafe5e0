import { type Field, isServersWord } from '../../model';
import { readKey } from '../records/keys';
import type { TextSource } from '../text/source';

/** How far a line is looked at before a word. */
const LOOKED_AT = 400;
/** The beginning of a string with alternatives before the word: `"ACTIVE|`. */
const STRING_START = /[\\"'`(]{0,6}(?:[\w-]{1,40}\|){0,20}$/;
const COMPARISON = /(?:[!=]==?|[!=]~|=)$/;
/** What ends a name where it is a key or a label: `."OS-EXT-STS:vm_state"`, `['status']`. */
const NAME_END = /[\\"'\]]{0,4}$/;
const NAME = /[\w:-]{1,64}$/;
const OPTION = /--(status|vm[-_]state|task[-_]state)[ =]["']?$/;
/** A column of a command's output, and a comparison further behind. */
const COLUMN = /-c[ \t]{1,4}["']?([\w:-]{1,64})/g;
const ANY_COMPARISON = /(?:!=|==?|-eq)[ \t]{0,4}[\\"']{0,4}$/;
/** A line that speaks of servers. */
const OF_SERVERS = /(?:^|[^a-z])(?:nova|openstack|servers?|ecs)(?![a-z])/i;

/**
 * The field that a shell, jq, JMESPath or PromQL expression on the line compares a word with.
 * @param start of the word; UTF-16 code units
 */
export function expressionField(
  source: TextSource,
  start: number,
  word: string,
): Field | undefined {
  const before = source.read(Math.max(0, start - LOOKED_AT), start);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const isOfServers = OF_SERVERS.test(line);
  const option = OPTION.exec(line)?.[1];
  if (option !== undefined && isOfServers) return fieldOf(option.replace('-', '_'));
  if (ANY_COMPARISON.test(line) && isOfServers) {
    const column = [...line.matchAll(COLUMN)].at(-1)?.[1];
    if (column !== undefined) return fieldOf(column);
  }
  const field = fieldOf(comparedName(line));
  // Anything can have a status and be ACTIVE.
  return field === 'status' && !isOfServers && !isServersWord(word) ? undefined : field;
}

/** The field that a name ends in: `openstack_nova_server_status` has none, `OS-EXT-STS:vm_state` has. */
function fieldOf(name: string): Field | undefined {
  return readKey(name)?.field;
}

/** The name that a line ends with a comparison of: `.vm_state == "`, `status=~"ERROR|`, `--status `. */
function comparedName(line: string): string {
  const compared = line.replace(STRING_START, '').trimEnd();
  const operator = COMPARISON.exec(compared);
  if (!operator) return '';
  const name = compared.slice(0, operator.index).trimEnd().replace(NAME_END, '');
  return NAME.exec(name)?.[0] ?? '';
}
