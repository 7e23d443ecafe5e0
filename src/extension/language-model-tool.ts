import * as vscode from 'vscode';
import type { Core } from './core';
import { workspaceScope } from './create-api';

const NAME = 'ecs-states_lookup';

/**
 * Lets language models ask which status a pair shows, and which pairs show a status. What is declared in the
 * manifest is all that is asked; editors without language models have no place to register it.
 */
export function registerLanguageModelTool(core: () => Promise<Core>): vscode.Disposable {
  const { lm }: { lm?: Partial<typeof vscode.lm> } = vscode;
  if (!lm?.registerTool) return vscode.Disposable.from();
  return lm.registerTool(NAME, {
    invoke: async ({ input }: vscode.LanguageModelToolInvocationOptions<unknown>) => {
      const { settings } = await core();
      const text = settings.serviceFor(workspaceScope('')).answer(input);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  });
}
