import type { Value } from '../domain/values';
import type { Helper } from './helpers';

/** The constants of a file that its functions see: values of literals, and helper functions. */
export interface FileConstants {
  get(name: string): Value | undefined;
  helper(name: string): Helper | undefined;
}

/** Those of a file without any. */
export const NO_CONSTANTS: FileConstants = { get: () => undefined, helper: () => undefined };
