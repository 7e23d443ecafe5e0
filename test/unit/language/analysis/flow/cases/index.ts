import * as branches from './branches';
import { BOTH, type Case, found, REBOOTING, silent } from './case';
import * as changes from './changes';
import * as conditions from './conditions';
import * as constants from './constants';
import * as servers from './servers';
import * as switches from './switches';
import * as truths from './truths';
import * as values from './values';

export type { Case } from './case';

/** Code in which something is wrong. */
export const FOUND: readonly Case[] = [
  ...conditions.FOUND,
  ...branches.FOUND,
  ...switches.FOUND,
  ...servers.FOUND,
  ...truths.FOUND,
  ...values.FOUND,
  ...constants.FOUND,
];

/** Code of which nothing may be said. */
export const SILENT: readonly Case[] = [
  ...conditions.SILENT,
  ...branches.SILENT,
  ...changes.SILENT,
  ...switches.SILENT,
  ...servers.SILENT,
  ...truths.SILENT,
  ...values.SILENT,
  ...constants.SILENT,
];

/** In other languages, as they are. */
export const OTHERS: readonly Case[] = [
  {
    ...found(
      'JSX',
      "const A = ({ s }) => <div>{s.vm_state === 'stopped' && <b x={s.task_state === 'rebooting'} />}</div>;",
      REBOOTING,
    ),
    languageId: 'javascriptreact',
  },
  { ...found('top level', `if (${BOTH}) {}`, REBOOTING), languageId: 'javascript' },
  {
    ...found('a field of a class', `class A { x = (s) => ${BOTH}; }`, REBOOTING),
    languageId: 'typescript',
  },
  { ...silent('JSON', `{"vm_state": "stopped", "task_state": "rebooting"}`), languageId: 'json' },
];
