/** Code of kinds that random programs do not have. */
import type { ExecutedCode } from '../../../../../support/executed-code';
import { ALIASES } from './aliases';
import { BUILT } from './built';
import { CLASSES } from './classes';
import { CLOSURES } from './closures';
import { CONSTANTS } from './constants';
import { EXITS } from './exits';
import { HELPERS } from './helpers';
import { LISTS } from './lists';
import { LOOPS } from './loops';
import { OPERATORS } from './operators';
import { PATTERNS } from './patterns';
import { PROMISES } from './promises';
import { WRITTEN } from './written';

export const EXECUTED: Readonly<Record<string, readonly ExecutedCode[]>> = {
  loops: LOOPS,
  lists: LISTS,
  built: BUILT,
  written: WRITTEN,
  promises: PROMISES,
  helpers: HELPERS,
  constants: CONSTANTS,
  patterns: PATTERNS,
  exits: EXITS,
  aliases: ALIASES,
  closures: CLOSURES,
  classes: CLASSES,
  operators: OPERATORS,
};
