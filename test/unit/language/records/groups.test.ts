import { strict as assert } from 'node:assert';
import { groupEvidence, groupInContext } from '../../../../src/language/records/groups';
import type { Field } from '../../../../src/model';

/** The field and evidence of groups of words, in short: `status sure`, `status plausible lower`. */
function shown(words: string, named?: Field): string {
  const found = groupEvidence(words.split(' '), named);
  if (!found) return 'none';
  const { field, evidence, letterCase } = found;
  return [field, evidence, ...(letterCase ? [letterCase] : [])].join(' ');
}

describe('groups of words', () => {
  const CASES: readonly (readonly [why: string, words: string, expected: string])[] = [
    ['a status that only servers have', 'ACTIVE SHUTOFF', 'status sure'],
    ['one that only some dialects have', 'ACTIVE SHELVED_OFFLOADED', 'status sure'],
    ['a status next to one that is misspelt', 'ACTVE SHUTOFF', 'status sure'],
    ['statuses of anything', 'ACTIVE ERROR DELETED', 'none'],
    ['what is done to a server', 'REBOOT REBUILD RESIZE DELETE', 'none'],
    ['statuses of several kinds', 'ACTIVE ERROR REBOOT REBUILD', 'status plausible'],
    ['one status in lower case', 'active shutoff', 'status plausible lower'],
    ['two of them', 'active shutoff verify_resize', 'status sure lower'],
    ['words of other providers', 'BUILD VERIFY_RESIZE SHUTOFF RESCUING PREP_RESIZE', 'status sure'],
    ['one task_state', 'powering-off', 'task_state plausible'],
    ['one of them among everyday words', 'powering-off deleting', 'task_state plausible'],
    ['two of them', 'powering-off resize_prep', 'task_state sure'],
    ['in upper case', 'POWERING-OFF RESIZE_PREP SPAWNING', 'task_state sure upper'],
    ['vm_states of anything', 'active stopped error', 'none'],
    ['vm_states of several kinds', 'active stopped resized', 'vm_state plausible'],
    ['vm_states that only Nova has', 'active resized shelved shelved_offloaded', 'vm_state sure'],
    ['a status next to others that are misspelt', 'SHUTOFF STOPPED SUPENDED', 'status sure'],
    ['a status that only servers have, with a letter missing', 'ACTIVE SHTOFF', 'status sure'],
    ['with a letter too many', 'ERROR VERIFY_REESIZE', 'status sure'],
    ['with another letter', 'BUILD HARD_REBOOP', 'status sure'],
    ['the same alone', 'SHTOFF', 'none'],
    ['in another form', 'ACTIVE SHUTOFFS', 'none'],
    ['joined otherwise', 'ACTIVE SHUT_OFF', 'none'],
    ['a word that is nearly a status of anything', 'ACTIVE EROR', 'none'],
    ['two of three misspelt', 'ACTVE SHUTOFF PAUSD', 'status sure'],
    ['with the rest', 'SHUTOFF ACTIVE default', 'status sure'],
    ['power states in lower case', 'running shutoff crashed paused', 'none'],
    ['power states in upper case', 'RUNNING PAUSED SHUTOFF CRASHED', 'none'],
    ['a status that is a power state elsewhere', 'ACTIVE SHUTOFF SHUTDOWN', 'status plausible'],
    ['operations of Xen', 'clean_reboot hard_reboot hard_shutdown suspend', 'none'],
    ['a dictionary', 'name save region security SHUTOFF active', 'none'],
    ['nothing but blanks', ' ', 'none'],
  ];
  for (const [why, words, expected] of CASES) {
    it(`${why}: ${words} is ${expected}`, () => assert.equal(shown(words), expected));
  }

  it('are what their name says where most of them are', () => {
    assert.equal(shown('active stpped error', 'vm_state'), 'vm_state sure');
    assert.equal(shown('pending spawning done', 'task_state'), 'none');
    assert.equal(shown('ACTIVE BUILD ERROR', 'status'), 'status plausible');
  });

  it('are not looked at where they are too many or too long', () => {
    assert.equal(shown(`SHUTOFF ${'x'.repeat(100_000)}`), 'status sure');
    const many = Array.from({ length: 300 }, (_, index) => `SHUTOFF${'_'.repeat(index)}`);
    assert.equal(shown(many.join(' ')), 'none');
  });

  it('are states of one field in a text about servers where all of them are', () => {
    const fieldOf = (words: string, isStatus = false) =>
      groupInContext(words.split(' '), isStatus)?.field;
    assert.equal(fieldOf('active stopped'), 'vm_state');
    assert.equal(fieldOf('active paused', true), 'status');
    assert.equal(fieldOf('ACTIVE ERROR'), 'status');
    assert.equal(fieldOf('active shutoff'), 'status');
    assert.equal(fieldOf('active inactive'), undefined);
    assert.equal(fieldOf('default'), undefined);
  });

  it('may be half others where a state is compared with them', () => {
    const fieldOf = (words: string) => groupInContext(words.split(' '), false, true)?.field;
    assert.equal(fieldOf('RESIZE RESIZING'), 'status');
    assert.equal(fieldOf('ACTIVE OK DONE'), undefined);
    assert.equal(fieldOf('OK'), undefined);
  });

  it('are sure in a text that is for sure about servers where only servers have one of them', () => {
    const isNearlySure = (words: string) => groupEvidence(words.split(' '))?.isNearlySure === true;
    assert.equal(isNearlySure('active shutoff'), true);
    assert.equal(isNearlySure('actve shutoff'), true);
    assert.equal(isNearlySure('active shtoff'), true);
    assert.equal(isNearlySure('powering-off deleting'), true);
    assert.equal(isNearlySure('active shutoff shutdown'), false);
    assert.equal(isNearlySure('active shutoff archived'), false);
    assert.equal(isNearlySure('shutoff'), false);
    assert.equal(isNearlySure('active stopped rescued'), false);
  });
});
