import type { Syntax } from '../reader';
import { LiveYaml } from './incremental';
import { yamlReader } from './reader';

/** YAML. */
export const yamlSyntax: Syntax = {
  reader: yamlReader,
  open: (_languageId, keys) => new LiveYaml(keys),
};
