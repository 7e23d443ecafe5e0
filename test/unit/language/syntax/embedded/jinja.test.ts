import { strict as assert } from 'node:assert';
import { translate } from '../../../../../src/language/syntax/embedded/jinja/translate';
import { chosen, fixed, hovered, reported } from '../../../../support/fixtures';

const task = (line: string) => `- openstack.cloud.server_info:\n    name: web\n  ${line}\n`;
const VM = "s['OS-EXT-STS:vm_state']";

describe('Jinja as JavaScript', () => {
  const cases: readonly (readonly [string, string])[] = [
    ["a.b[0]['c']", "a.b[0]['c']"],
    ['a.0', 'a[0]'],
    ['a[1:]', 'a[unknown()]'],
    ["a == 'x'", "(a == 'x')"],
    ["not a == 'x' and b", "!((a == 'x')) && b"],
    ["a in ['x', 'y']", "['x', 'y'].includes(a)"],
    ["a not in ('x', 'y')", "!['x', 'y'].includes(a)"],
    ['a is none or b is not none', '(a == null) || (b != null)'],
    ['a is defined', '(a !== undefined)'],
    ['a is changed', 'unknown(a)'],
    ["a is eq 'x'", "(a == 'x')"],
    ["a | lower == 'x'", "(a.toLowerCase() == 'x')"],
    ["a | default('x') == 'x'", "(((a) ?? 'x') == 'x')"],
    ['a | json_query(b, c) | list', 'unknown(a, b, c)'],
    ["'x' if a else none", "(a ? 'x' : null)"],
    ["l | selectattr('k', 'equalto', 'x')", "l.filter((each) => each['k'] == 'x')"],
    ["l | rejectattr('k', '==', 'x')", "l.filter((each) => each['k'] != 'x')"],
    ["a ~ '-' ~ b", "unknown(a, '-', b)"],
    ['f(a, key=b)', 'f(a, b)'],
    ["{'a': 1} == b", '(unknown() == b)'],
    ["a == '", "(a == ')"],
    ['a ==', '(a == )'],
    ['a b', ''],
    ['.Values.a', ''],
    ['- - a', 'unknown(a)'],
  ];
  for (const [text, expected] of cases) {
    it(text, () => {
      const parts = translate(text).map((part) => {
        if (typeof part === 'string') return part;
        return 'code' in part ? part.code : text.slice(part.start, part.end);
      });
      assert.equal(parts.join('').replace(/ {2,}/g, ' '), expected);
    });
  }
});

describe('Jinja in YAML', () => {
  const places: readonly (readonly [string, string])[] = [
    ['until', task(`until: ${VM} == 'stop<|>ped'`)],
    ['when in double quotes', task(`when: "${VM} == 'stop<|>ped' and x"`)],
    ['failed_when in single quotes', task('failed_when: \'s.vm_state == "stop<|>ped"\'')],
    ['a list of conditions', task(`when:\n    - x is defined\n    - ${VM} != 'stop<|>ped'`)],
    ['a condition of several lines', task(`when: >\n    x or\n    ${VM} == 'stop<|>ped'`)],
    ['what is asserted', task(`assert:\n    that:\n      - ${VM} in ['active', 'stop<|>ped']`)],
    ['an interpolation', `a: "{{ ${VM} == 'stop<|>ped' }}"\n`],
    ['a statement', `a: |\n  {% if ${VM} == 'stop<|>ped' %}\n  x\n  {% endif %}\n`],
    ['a filter', `a: "{{ all | selectattr('vm_state', 'equalto', 'stop<|>ped') | list }}"\n`],
    ['a default', `a: "{{ ${VM} | default('stop<|>ped') }}"\n`],
    ['CRLF', task(`until: ${VM} == 'stop<|>ped'`).replaceAll('\n', '\r\n')],
  ];
  for (const [name, text] of places) {
    it(`is explained in ${name}`, () => {
      for (const languageId of ['yaml', 'ansible']) {
        assert.match(hovered(text, languageId) ?? '', /stopped/);
      }
    });

    it(`has proposals in ${name}`, () => {
      const place = text.replace('stop<|>ped', '<|>');
      assert.equal(chosen(place, 'yaml', 'stopped'), text.replace('<|>', ''));
    });

    it(`is checked and fixed in ${name}`, () => {
      const wrong = text.replace('stop<|>ped', 'stpped');
      assert.deepEqual(reported(wrong, 'yaml'), ['unknown-vm-state stpped']);
      assert.equal(fixed(wrong, 'yaml', 'Change'), text.replace('<|>', ''));
    });
  }

  it('has conditions on one server held together', () => {
    const wrong = "impossible-condition x.task_state == 'rebooting'";
    const conditions = ["x.vm_state == 'stopped'", "x.task_state == 'rebooting'"];
    assert.deepEqual(reported(task(`when: ${conditions.join(' and ')}`), 'yaml'), [wrong]);
    assert.deepEqual(reported(task(`when:\n    - ${conditions.join('\n    - ')}`), 'yaml'), [
      wrong,
    ]);
    assert.deepEqual(reported(task(`when: ${conditions.join(' or ')}`), 'yaml'), []);
    assert.deepEqual(
      reported(task(`when: ${conditions[0]}\n  until: ${conditions[1]}`), 'yaml'),
      [],
    );
  });

  it('is silenced by a comment of YAML', () => {
    const text = task(`until: ${VM} == 'stpped'`);
    const comment = '# ecs-states-disable-next-line unknown-vm-state';
    const expected = text.replace('until', `${comment}\n  until`);
    assert.equal(fixed(text, 'yaml', 'Suppress unknown-vm-state for this line'), expected);
    assert.deepEqual(reported(expected, 'yaml'), []);
  });

  const silent: readonly (readonly [string, string])[] = [
    ['a stack', task("until: stack.status == 'CREATE_COMPLETE'")],
    ['a volume', task("until: volume.status == 'availble'")],
    ['an expression of GitHub', `if: \${{ s.vm_state == 'stpped' }}\n`],
    ['a template of Go', 'a: {{ .Values.vm_state }}\nb: "{{ if eq .vm_state \\"stpped\\" }}"\n'],
    ['prose', "name: wait until s.vm_state == 'stpped'\n"],
    ['a key of another kind', "command: test s.vm_state == 'stpped'\n"],
    ['a variable', task("when: vm_state == 'runing' or x.vm_state == 'stopped'")],
    ['a condition that is not one', task('when: vm_state stpped')],
  ];
  for (const [name, text] of silent) {
    it(`is silent of ${name}`, () => assert.deepEqual(reported(text, 'yaml'), []));
  }
});
