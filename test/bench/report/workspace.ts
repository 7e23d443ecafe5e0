import { cells, HEAD, type WorkspaceOutcome } from '../workspace/outcome';
import { table } from './format';

/** The check of a workspace, as Markdown. */
export function workspaceTable(outcomes: readonly WorkspaceOutcome[]): string {
  const intro =
    'A third of the files hold states; the others are of the same shape. The language floor gets the texts at hand; in\nVS Code the command lists, reads and decodes the files first, and leaves the editor free in between.';
  return `## Check of a workspace\n\n${intro}\n\n${table(HEAD, outcomes.map(cells))}`;
}
