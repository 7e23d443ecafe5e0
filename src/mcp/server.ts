import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import * as z from 'zod';
import { DIALECTS, LANGUAGE_IDS, languageOfFile } from '../language';
import { packageVersion } from '../node/version';
import { checkText, LONGEST_TEXT, MOST_LISTED, pairsOfStatus, statusOfPair } from './answers';

const dialect = z
  .enum(DIALECTS)
  .optional()
  .describe('Edition of the mapping; huaweicloud where left out.');

/** Longest name of a state or file that is looked at, in UTF-16 code units. */
const LONGEST_NAME = 200;
const LONGEST_FILE_NAME = 4096;

const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/** Offers the mapping and the check as tools. Nothing is read but what is handed over, nothing is changed. */
export function createServer(): McpServer {
  const server = new McpServer({ name: 'ecs-states', version: packageVersion() });
  server.registerTool(
    'status_of_pair',
    {
      title: 'Status of a pair',
      description:
        'The status that a Huawei Cloud ECS or OpenStack Nova server shows for a vm_state and a task_state, or why no server has that pair. A pair has exactly one status.',
      inputSchema: {
        vm_state: z
          .string()
          .max(LONGEST_NAME)
          .describe('OS-EXT-STS:vm_state, as active or stopped.'),
        task_state: z
          .string()
          .max(LONGEST_NAME)
          .nullable()
          .describe('OS-EXT-STS:task_state, as rebooting; null where no task is in progress.'),
        dialect,
      },
      outputSchema: {
        possible: z.boolean(),
        status: z.string().nullable(),
        remarks: z.array(z.string()),
      },
      annotations: READ_ONLY,
    },
    ({ vm_state, task_state, dialect }) => answer(statusOfPair(vm_state, task_state, dialect)),
  );
  server.registerTool(
    'pairs_of_status',
    {
      title: 'Pairs of a status',
      description:
        'All pairs of vm_state and task_state for which a server shows the status: what it may be doing.',
      inputSchema: {
        status: z.string().max(LONGEST_NAME).describe('status, as ACTIVE or SHUTOFF.'),
        dialect,
      },
      outputSchema: {
        pairs: z.array(
          z.object({
            vm_state: z.string(),
            task_state: z.string().nullable(),
            status: z.string(),
          }),
        ),
        remarks: z.array(z.string()),
      },
      annotations: READ_ONLY,
    },
    ({ status, dialect }) => answer(pairsOfStatus(status, dialect)),
  );
  server.registerTool(
    'check_text',
    {
      title: 'Check a text',
      description:
        'What in a JSON, YAML, TypeScript or JavaScript text no server can be: unknown states, impossible pairs, a status that does not follow, conditions that are never true. ' +
        `Lists the first ${MOST_LISTED} problems and says how many more there are; takes at most ${LONGEST_TEXT} characters.`,
      inputSchema: {
        text: z.string(),
        language: z.enum(LANGUAGE_IDS).optional(),
        file_name: z
          .string()
          .max(LONGEST_FILE_NAME)
          .optional()
          .describe('Tells the language where that is left out.'),
        dialect,
      },
      outputSchema: {
        findings: z.array(
          z.object({
            code: z.string(),
            severity: z.string(),
            line: z.number().int(),
            column: z.number().int(),
            text: z.string(),
            message: z.string(),
            fixes: z.array(z.string()),
          }),
        ),
        more: z.number().int().optional().describe('Problems that are not listed.'),
      },
      annotations: READ_ONLY,
    },
    ({ text, language, file_name, dialect }) => {
      const languageId = language ?? languageOfFile(file_name ?? '');
      if (languageId === undefined) {
        const known = LANGUAGE_IDS.join(', ');
        return failure(`Give a language (${known}) or a file name with a known extension.`);
      }
      if (text.length > LONGEST_TEXT) {
        return failure(
          `The text has ${text.length} characters; at most ${LONGEST_TEXT} are checked. Give the part that is about servers.`,
        );
      }
      const found = checkText(text, languageId, dialect);
      return found.more === undefined ? answer(found) : answer(found, `and ${found.more} more`);
    },
  );
  return server;
}

/** The same as data and, for clients that show no data, as text. */
function answer(data: Record<string, unknown>, ...remarks: string[]) {
  const texts = [JSON.stringify(data, null, 2), ...remarks];
  return {
    content: texts.map((text) => ({ type: 'text' as const, text })),
    structuredContent: data,
  };
}

function failure(text: string) {
  return { content: [{ type: 'text' as const, text }], isError: true };
}
