import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  createLanguageService,
  findingsKey,
  type ParsedDocument,
  RULE_CODES,
  readText,
  SEVERITIES,
  type Settings,
  withAllRules,
  withSeverities,
} from '../../../../src/language';

const PREFIX = 'OS-EXT-STS:';

/** Texts that between them break every kind of rule. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['json', `[{"${PREFIX}vm_state": "stopped", "${PREFIX}task_state": "rebooting"}]`],
  ['json', `[{"${PREFIX}vm_state": "actve"}, {"${PREFIX}task_state": "powering_off"}]`],
  ['json', `{"${PREFIX}vm_state": "stopped", "${PREFIX}task_state": null, "status": "ACTIVE"}`],
  ['json', `{"${PREFIX}vm_state": "active", "status": "SHUTOFF"}`],
  [
    'json',
    `[${['paused', 'suspended', 'rescued'].map((state) => `{"${PREFIX}vm_state": "${state}"}`)}]`,
  ],
  ['yaml', `# ecs-states-disable-next-line\n${PREFIX}vm_state: active\n`],
  [
    'typescript',
    `function f(s: S) {
      if (s.vm_state === 'stopped' && s.task_state === 'rebooting') {}
      if (s.vm_state === 'rebooting') {}
      switch (s.vm_state) { case 'active': break; case 'stopped': break; case 'error': break; }
    }`,
  ],
];

const read = ([languageId, text]: readonly [string, string]): ParsedDocument => {
  const reading = readText(text, languageId);
  assert.ok(reading);
  return reading;
};

const severities = fc.dictionary(fc.constantFrom(...RULE_CODES), fc.constantFrom(...SEVERITIES));

describe('severities given later', () => {
  it('make of all that was found what the settings report', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), severities, (text, severity) => {
        const settings: Settings = { severity };
        const all = createLanguageService(withAllRules(settings)).diagnose(read(text));
        assert.deepEqual(
          withSeverities(all, settings),
          createLanguageService(settings).diagnose(read(text)),
        );
      }),
    );
  });

  it('need nothing found again as long as the key is the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), severities, severities, (text, one, other) => {
        const [before, after] = [{ severity: one }, { severity: other }];
        fc.pre(findingsKey(before) === findingsKey(after));
        const known = createLanguageService(withAllRules(before)).diagnose(read(text));
        assert.deepEqual(
          withSeverities(known, after),
          createLanguageService(after).diagnose(read(text)),
        );
      }),
    );
  });

  const decisive: readonly Settings[] = [
    {},
    { dialect: 'openstack' },
    { keys: { state: 'vm_state' } },
    { additionalRows: [{ vm_state: 'frozen', task_state: null, status: 'FROZEN' }] },
    { severity: { 'other-dialect': 'off' } },
  ];
  it('have other keys where other things are found', () => {
    assert.equal(new Set(decisive.map(findingsKey)).size, decisive.length);
  });

  const harmless: readonly Settings[] = [
    { severity: { 'impossible-pair': 'off', 'missing-cases': 'error' } },
    { severity: { 'other-dialect': 'warning' } },
    { proposeKeys: false, statusHints: 'all' },
  ];
  for (const settings of harmless) {
    it(`have the same key with ${JSON.stringify(settings)}`, () => {
      assert.equal(findingsKey(settings), findingsKey({}));
    });
  }
});
