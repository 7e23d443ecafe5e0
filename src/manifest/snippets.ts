import type { Translate } from '../language';
import { HUAWEI_CLOUD, type Row } from '../model';

/** A snippet as a snippet file of the editor has it. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** The syntaxes that have snippets, with how a pair is written and what stands round the pairs. */
const SYNTAXES = {
  json: {
    open: '{',
    close: '}',
    pair: (key: string, value: string, isLast: boolean) =>
      `\t"${key}": ${value}${isLast ? '' : ','}`,
    quote: (text: string) => `"${text}"`,
  },
  yaml: {
    pair: (key: string, value: string) => `${key}: ${value}`,
    quote: (text: string) => text,
  },
  typescript: {
    open: '{',
    close: '}',
    pair: (key: string, value: string) => `\t'${key}': ${value},`,
    quote: (text: string) => `'${text}'`,
  },
} as const;

/** A syntax that has snippets. */
export type SnippetSyntax = keyof typeof SYNTAXES;
/** All of them. */
export const SNIPPET_SYNTAXES = Object.keys(SYNTAXES) as readonly SnippetSyntax[];
/** The languages that a syntax's snippets are for: those that every editor knows, as others are reported as faults. */
export const SNIPPET_LANGUAGES: Readonly<Record<SnippetSyntax, readonly string[]>> = {
  json: ['json', 'jsonc'],
  yaml: ['yaml'],
  typescript: ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
};

const { rows, values } = HUAWEI_CLOUD;
const stable = rows.filter(({ task_state }) => task_state === null);
/** For each step the first row that has it: of several vm_states one that is possible. */
const steps = values.task_state.flatMap((step) => {
  const row = rows.find(({ task_state }) => step !== null && task_state === step);
  return row ? [row] : [];
});

/**
 * The snippets for a full record: one is chosen from a list and the other fields follow from it, so that what is
 * written is a row of the mapping.
 */
export function snippets(syntax: SnippetSyntax, t: Translate): Readonly<Record<string, Snippet>> {
  const { quote } = SYNTAXES[syntax];
  const choice = (items: readonly Row[], field: 'vm_state' | 'task_state') =>
    quote(`\${1|${items.map((row) => row[field]).join(',')}|}`);
  return {
    'ECS server': {
      prefix: ['ecs-server'],
      description: t('A server that nothing is being done to: choose vm_state, status follows.'),
      body: body(syntax, {
        vm_state: choice(stable, 'vm_state'),
        task_state: 'null',
        status: quote(following(stable, 'vm_state', 'status')),
      }),
    },
    'ECS server with a task': {
      prefix: ['ecs-server-task'],
      description: t(
        'A server with a running step: choose task_state, vm_state and status follow.',
      ),
      body: body(syntax, {
        vm_state: quote(following(steps, 'task_state', 'vm_state')),
        task_state: choice(steps, 'task_state'),
        status: quote(following(steps, 'task_state', 'status')),
      }),
    },
  };
}

function body(
  syntax: SnippetSyntax,
  written: Readonly<Record<'vm_state' | 'task_state' | 'status', string>>,
): string[] {
  const form = SYNTAXES[syntax];
  const lines = [
    form.pair('status', written.status, false),
    form.pair('OS-EXT-STS:vm_state', written.vm_state, false),
    form.pair('OS-EXT-STS:task_state', written.task_state, true),
  ];
  return 'open' in form ? [form.open, ...lines, `${form.close}$0`] : [...lines, '$0'];
}

/** The value of another field in the row that was chosen: a transformation with a group for each value. */
function following(
  items: readonly Row[],
  chosen: 'vm_state' | 'task_state',
  field: 'vm_state' | 'status',
): string {
  const results = [...new Set(items.map((row) => row[field]))];
  const groups = results.map((result) =>
    items.flatMap((row) => (row[field] === result ? [row[chosen]] : [])).join('|'),
  );
  const written = results.map((result, index) => `\${${index + 1}:+${result}}`).join('');
  return `\${1/^(?:${groups.map((group) => `(${group})`).join('|')})$/${written}/}`;
}
