import { ROOT } from '../vscode/builds';
import type { Extension } from './vs-code';

/** Names the packaged extension, where it is to be tested in the web-worker extension host. */
export const PACKAGE_VARIABLE = 'ECS_STATES_VSIX';

/** The extension as this run of the suite tests it: from source in the Node host, or packaged in the web-worker host. */
export function extensionUnderTest(): Extension {
  const vsix = process.env[PACKAGE_VARIABLE];
  if (!vsix) return { developmentPath: ROOT };
  return { packaged: { vsix, id: 'ecs-states.ecs-states', host: 'web' } };
}
