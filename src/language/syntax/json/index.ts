import type { Syntax } from '../reader';
import { LiveJson } from './incremental';
import { jsonReader } from './reader';

/** JSON and its kin. */
export const jsonSyntax: Syntax = {
  reader: jsonReader,
  open: (languageId, keys) => new LiveJson(languageId, keys),
};
