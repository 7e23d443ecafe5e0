import type { Field } from '../../model';
import { isServersWord } from '../records/everyday-words';
import { readKey } from '../records/keys';
import type { TextSource } from '../text/source';

/** How far a line is looked at before a word. */
const LOOKED_AT = 400;
/** The beginning of a string. */
const STRING_START = /[\\"'`(]{0,6}$/;
const ALTERNATIVE_CHAR = /[\w-]/;
const LONGEST_ALTERNATIVE = 40;
const MOST_ALTERNATIVES = 20;
const COMPARISON = /(?:[!=]==?|[!=]~|=)$/;
/** What ends a name where it is a key or a label: `."OS-EXT-STS:vm_state"`, `['status']`. */
const NAME_END = /[\\"'\]]{0,4}$/;
const NAME_CHAR = /[\w:-]/;
const LONGEST_NAME = 64;
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
  const compared = withoutAlternatives(line).replace(STRING_START, '').trimEnd();
  const operator = COMPARISON.exec(compared);
  if (!operator) return '';
  const name = compared.slice(0, operator.index).trimEnd().replace(NAME_END, '');
  return endOf(name, NAME_CHAR, LONGEST_NAME);
}

/** The line without the alternatives that a string has before the word: `"ACTIVE|ERROR|`. */
function withoutAlternatives(line: string): string {
  let left = line;
  for (let count = 0; count < MOST_ALTERNATIVES && left.endsWith('|'); count++) {
    const { length } = endOf(left.slice(0, -1), ALTERNATIVE_CHAR, LONGEST_ALTERNATIVE);
    if (length === 0) break;
    left = left.slice(0, -1 - length);
  }
  return left;
}

/** The last characters of a text, as long as each is one of those; no more than so many. */
function endOf(text: string, char: RegExp, most: number): string {
  let start = text.length;
  while (start > 0 && text.length - start < most && char.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}
