import * as vscode from 'vscode';
import type { EcsStatesApi } from './api';
import type { Core } from './core';
import type { Scope } from './settings';

/** A text that is in no file has the settings of the workspace. */
export function workspaceScope(languageId: string): Scope {
  return { uri: vscode.Uri.from({ scheme: 'untitled', path: 'text' }), languageId };
}

/** The extension as other extensions see it. What they give is not trusted to be of the right type. */
export function createApi(core: () => Promise<Core>): EcsStatesApi {
  return Object.freeze<EcsStatesApi>({
    version: 1,
    statusOf: async ({ vm_state, task_state }) => {
      const { settings } = await core();
      return settings.serviceFor(workspaceScope('')).statusOf({ vm_state, task_state });
    },
    pairsOf: async (status) => {
      const { settings } = await core();
      return settings.serviceFor(workspaceScope('')).pairsOf(String(status));
    },
    diagnose: async (text, languageId) => {
      const { settings } = await core();
      const scope = workspaceScope(String(languageId));
      const service = settings.serviceFor(scope);
      const parsed = service.parse(String(text), scope.languageId);
      const found = parsed ? service.diagnose(parsed) : [];
      return found.map(({ start, end, code, severity, message }) => {
        return { start, end, code, severity, message };
      });
    },
  });
}
