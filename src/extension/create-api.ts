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
      const { language, settings } = await core();
      return language.statusOf({ vm_state, task_state }, settings.for(workspaceScope('')));
    },
    pairsOf: async (status) => {
      const { language, settings } = await core();
      return language.pairsOf(String(status), settings.for(workspaceScope('')));
    },
    diagnose: async (text, languageId) => {
      const { language, settings } = await core();
      const scope = workspaceScope(String(languageId));
      const reading = language.readText(String(text), scope.languageId, settings.keysOf(scope));
      const found = reading ? language.diagnoseReading(reading, settings.for(scope)) : [];
      return found.map(({ start, end, code, severity, message }) => {
        return { start, end, code, severity, message };
      });
    },
  });
}
