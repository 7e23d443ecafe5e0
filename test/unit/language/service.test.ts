import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  applied,
  complete,
  createLanguageService,
  diagnose,
  english,
  fixAllReading,
  fixReading,
  hover,
  keysOf,
  LANGUAGE_IDS,
  readText,
  type Settings,
  sourceOf,
} from '../../../src/language';
import { chinese } from '../../support/localize';

const never = () => false;

const TEXTS: readonly (readonly [languageId: string, text: string])[] = [
  ['json', '{ "vm_state": "stoped", "task_state": null, "status": "ACTIVE" }'],
  ['yaml', 'vm_state: stopped\ntask_state: rebooting\nstatus: REBOOT\n'],
  ['typescript', "const s = { vm_state: 'actve', task_state: null, status: 'SHUTOFF' };\n"],
  ['typescript', "if (s.vm_state === 'stopped' && s.task_state === 'rebooting') stop();\n"],
];

const SETTINGS: readonly Settings[] = [
  {},
  { dialect: 'openstack', translate: chinese },
  { severity: { 'unknown-vm-state': 'off', 'status-mismatch': 'error' } },
  { keys: { vm_state: 'status' }, proposeKeys: false },
];

describe('the language service', () => {
  for (const [languageId, text] of TEXTS) {
    it(`answers as what is for one question does: ${text.trim()}`, () => {
      const all = { start: 0, end: text.length };
      for (const settings of SETTINGS) {
        const service = createLanguageService(settings);
        const document = service.parse(text, languageId);
        const read = readText(text, languageId, keysOf(settings));
        assert.ok(document && read);
        assert.deepEqual(service.diagnose(document), diagnose(text, languageId, settings));
        assert.deepEqual(service.fixes(document, all), fixReading(read, all, settings));
        assert.deepEqual(service.fixAll(document), fixAllReading(read, settings));
        for (let offset = 0; offset <= text.length; offset++) {
          assert.deepEqual(
            service.hover(document, offset),
            hover(text, languageId, offset, settings),
          );
          assert.deepEqual(
            service.complete(document, offset),
            complete(text, languageId, offset, settings),
          );
        }
      }
    });
  }

  it('serves nothing of other languages', () => {
    const service = createLanguageService();
    for (const languageId of ['plaintext', '', 'constructor']) {
      assert.equal(service.parse('vm_state: stopped', languageId), undefined);
      assert.equal(service.open('vm_state: stopped', languageId), undefined);
    }
    for (const languageId of LANGUAGE_IDS) assert.ok(service.open('', languageId), languageId);
  });

  it('knows without parsing that a text holds no state', () => {
    const service = createLanguageService({ keys: { lifecycle: 'vm_state' } });
    assert.equal(service.mayHoldStates('{ "name": "x" }'), false);
    assert.equal(service.mayHoldStates('{ "lifecycle": "x" }'), true);
  });

  it('answers for any offset and range, in the text or not', () => {
    const service = createLanguageService();
    const anywhere = fc.oneof(fc.integer({ min: -5, max: 90 }), fc.integer(), fc.double());
    for (const [languageId, text] of TEXTS) {
      const document = service.parse(text, languageId);
      assert.ok(document);
      fc.assert(
        fc.property(anywhere, anywhere, (start, end) => {
          service.hover(document, start);
          service.complete(document, start);
          service.insertions(document, start);
          service.recordAt(document, start);
          service.fixes(document, { start, end });
          service.statusHints(document, { start, end }).map((hint) => hint.edit());
        }),
        { numRuns: 40 },
      );
    }
  });

  it('checks a document once, and again by other settings', () => {
    const text = '{ "vm_state": "soft_deleted", "task_state": null, "status": "X" }';
    const [one, other] = [createLanguageService(), createLanguageService({ dialect: 'openstack' })];
    const document = one.parse(text, 'json');
    assert.ok(document);
    let read = 0;
    const counted = new Proxy(document, {
      get: (target, name) => {
        if (name === 'records') read++;
        return Reflect.get(target, name);
      },
    });
    one.diagnose(counted);
    assert.ok(read > 0);
    read = 0;
    one.diagnose(counted);
    createLanguageService({ translate: english }).diagnose(counted);
    assert.equal(read, 0);
    assert.deepEqual(other.diagnose(counted), diagnose(text, 'json', other.settings));
    assert.ok(read > 0);
    assert.deepEqual(one.diagnose(counted), diagnose(text, 'json'));
  });
});

describe('an open document', () => {
  const service = createLanguageService();

  /** Opens a text, and gives what is wrong in its newest version when it is asked. */
  function opened(text: string, languageId: string) {
    const open = service.open(text, languageId);
    assert.ok(open);
    return {
      open,
      codes: () => {
        const document = open.advance(never);
        assert.ok(document);
        return service.diagnose(document).map(({ code }) => code);
      },
    };
  }

  it('is the text with all changes so far', () => {
    const gone = '{ "OS-EXT-STS:vm_state": "gone", "OS-EXT-STS:task_state": null }';
    const { open, codes } = opened(gone, 'json');
    assert.deepEqual(codes(), ['unknown-vm-state']);
    const active = gone.replace('gone', 'active');
    const start = gone.indexOf('gone');
    open.change([{ start, end: start + 4, newLength: 6 }], active);
    assert.equal(open.length, active.length);
    assert.deepEqual(codes(), []);
    open.change([{ start: 0, end: active.length, newLength: 2 }], sourceOf('[]'));
    open.change([{ start: 1, end: 1, newLength: gone.length }], `[${gone}]`);
    assert.deepEqual(codes(), ['unknown-vm-state']);
  });

  it('gives the same object until it changes', () => {
    const text = 'vm_state: active\n';
    const { open } = opened(text, 'yaml');
    const before = open.advance(never);
    assert.equal(open.advance(never), before);
    open.change([{ start: 0, end: 0, newLength: 1 }], `\n${text}`);
    assert.notEqual(open.advance(never), before);
  });

  it('is parsed in slices, each of which does a little', () => {
    const record = '{ "vm_state": "stopped", "task_state": "rebooting" },\n';
    const { open, codes } = opened(`[${record.repeat(3000)}{}]`, 'json');
    let slices = 1;
    while (!open.advance(() => true)) slices++;
    assert.ok(slices > 1);
    assert.equal(codes().length, 3000);
  });

  it('can be parsed as a whole where it is broken', () => {
    const text = "const s = { vm_state: 'active' };\nfunction f() {\n";
    const { open, codes } = opened(text, 'typescript');
    codes();
    const broken = `${text}if (s.vm_state === 'stoped') {`;
    const added = { start: text.length, end: text.length, newLength: broken.length - text.length };
    open.change([added], broken);
    codes();
    assert.equal(open.needsFullReparse, true);
    open.refresh();
    const document = open.advance(never);
    assert.ok(document);
    assert.equal(open.needsFullReparse, false);
    assert.deepEqual(service.diagnose(document), diagnose(broken, 'typescript'));
  });

  it('is fixed by edits that fit its newest text', () => {
    const before = '{ "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null }';
    const text = before.replace('stopped', 'STOPPED');
    const { open } = opened(before, 'json');
    open.advance(never);
    const start = before.indexOf('stopped');
    open.change([{ start, end: start + 7, newLength: 7 }], text);
    const document = open.advance(never);
    assert.ok(document);
    assert.equal(applied(text, service.fixAll(document)), before);
  });
});
