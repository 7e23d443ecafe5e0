import { foldName, nearestName, sameNameFolded } from './nearest-name';
import { isLiteral } from './questions';
import type { Field, Relation } from './relation';

/**
 * Other words that people and other products use for a state, folded. Far from the right name in spelling,
 * so no edit distance finds them. Seen in public code, mocks and bug reports.
 */
const MISNOMERS: Readonly<Record<Field, Readonly<Record<string, string>>>> = {
  vm_state: {
    running: 'active',
    shutoff: 'stopped',
    off: 'stopped',
    build: 'building',
    verify_resize: 'resized',
    suspend: 'suspended',
  },
  task_state: {
    starting: 'powering-on',
    stopping: 'powering-off',
    restarting: 'rebooting',
    // One letter nearer in spelling is rebuilding, which is another operation.
    building: 'spawning',
  },
  status: {
    running: 'ACTIVE',
    stopped: 'SHUTOFF',
    building: 'BUILD',
    rebooting: 'REBOOT',
    confirm_resize: 'VERIFY_RESIZE',
    resized: 'VERIFY_RESIZE',
    rescued: 'RESCUE',
  },
};

/** The literal of the field that is the same name written otherwise, or that the name is another word for. */
export function otherWordFor(relation: Relation, field: Field, name: string): string | undefined {
  const other = MISNOMERS[field][foldName(name)];
  return (
    sameNameFolded(relation, field, name) ??
    (other !== undefined && isLiteral(relation, field, other) ? other : undefined)
  );
}

/**
 * The literal of the field that a wrong name was most likely meant for: the same name written otherwise,
 * another word for it, or the nearest in spelling; undefined where none is likely.
 */
export function meantName(relation: Relation, field: Field, name: string): string | undefined {
  return otherWordFor(relation, field, name) ?? nearestName(relation, field, name);
}
