import { strict as assert } from 'node:assert';
import { chosen, fixed, hovered, reported } from '../../../../support/fixtures';

const VM = "row['OS-EXT-STS:vm_state']";
const template = (content: string) => `<template>\n  ${content}\n</template>\n`;
const script = (content: string, attributes = ' setup lang="ts"') =>
  `<script${attributes}>\n${content}\n</script>\n`;

describe('Vue: where states are explained', () => {
  const places: readonly (readonly [string, string])[] = [
    ['v-if', template(`<b v-if="${VM} === 'stop<|>ped'" />`)],
    ['v-else-if', template(`<b v-else-if="a && ${VM} === 'stop<|>ped'"></b>`)],
    ['v-show in single quotes', template(`<b v-show='row.vm_state === "stop<|>ped"'/>`)],
    ['v-for', template(`<b v-for="a of all.filter((s) => s.vm_state === 'stop<|>ped')" />`)],
    ['a bound attribute', template(`<b :class="{ off: ${VM} === 'stop<|>ped' }" />`)],
    ['an attribute without quotes', template(`<b :off=row.vm_state==='stop<|>ped' />`)],
    ['a handler', template(`<b @click="if (${VM} === 'stop<|>ped') start(); else stop()" />`)],
    ['a handler with a modifier', template(`<b v-on:click.once="${VM} = 'stop<|>ped'" />`)],
    [
      'a key with character references',
      template(`<b :off="row[&quot;OS-EXT-STS:vm_state&quot;] === 'stop<|>ped'" />`),
    ],
    ['numeric references', template(`<b v-if="a &#38;&#38; row.vm_state === 'stop<|>ped'" />`)],
    ['a loop', template(`<b v-for="a of f(${VM} === 'stop<|>ped')" />`)],
    ['the default of a slot', template(`<b v-slot="{ vm_state = 'stop<|>ped' }">{{ a }}</b>`)],
    ['one within', template(`<b #item.a="{ s: { vm_state = 'stop<|>ped' } = {} }"><i/></b>`)],
    ['an element that follows others', template(`<b v-else :a="${VM} === 'stop<|>ped'" />`)],
    ['an element in others', template(`<b v-if="a"><b v-else-if="${VM} === 'stop<|>ped'">`)],
    ['an interpolation', template(`<b>{{ ${VM} === 'stop<|>ped' ? 1 : 2 }}</b>`)],
    ['an interpolation like a tag', template(`<b>{{ a <b && ${VM} === 'stop<|>ped' }}</b>`)],
    ['a script', script(`const off = ${VM} === 'stop<|>ped';`)],
    ['a script of JavaScript', script(`export default { off: ${VM} === 'stop<|>ped' }`, '')],
    ['TSX', script(`const a = <b on={${VM} === 'stop<|>ped'} />;`, ' lang="tsx"')],
    ['JSX', script(`const a = <b on={${VM} === 'stop<|>ped'} />;`, ' lang="jsx"')],
    ['an object', script(`const a = { 'OS-EXT-STS:vm_state': 'stop<|>ped' };`)],
    [
      'the second script',
      `${script("export default { name: 'a' }", '')}${script(`${VM} === 'stop<|>ped'`)}`,
    ],
    ['a tag that is not closed', `<template><b v-if="row.vm_state === 'stop<|>ped'"`],
    ['a byte order mark', `\ufeff${template(`<b v-if="${VM} === 'stop<|>ped'" />`)}`],
    ['CRLF', template(`<b\r\n  v-if="a &&\r\n    ${VM} === 'stop<|>ped'" />`)],
  ];
  it('a literal in character references', () => {
    const text = template(`<b v-if="${VM} === &quot;stop<|>ped&quot;" />`);
    assert.equal(hovered(text, 'vue'), '&quot;stopped&quot;');
  });

  for (const [name, text] of places) {
    it(name, () => assert.match(hovered(text, 'vue') ?? '', /^["']stopped["']$/));
  }

  const foreign: readonly (readonly [string, string])[] = [
    ['text', template("row.vm_state === 'stop<|>ped'")],
    ['a plain attribute', template(`<b title="row.vm_state === 'stop<|>ped'" />`)],
    ['a comment', template("<!-- row.vm_state === 'stop<|>ped' -->")],
    ['a style', `${script('row.vm_state')}<style>a { b: 'stop<|>ped' }</style>`],
    ['a script of another language', script("row.vm_state is 'stop<|>ped'", ' lang="coffee"')],
    ['a script that is data', script(`{"vm_state": "stop<|>ped"}`, ' type="application/json"')],
  ];
  for (const [name, text] of foreign) {
    it(`not in ${name}`, () => assert.equal(hovered(text, 'vue'), undefined));
  }
});

describe('Vue: what is proposed', () => {
  it('in the quotes that are there', () => {
    assert.equal(
      chosen(template(`<b v-if="${VM} === '<|>'" />`), 'vue', 'stopped'),
      template(`<b v-if="${VM} === 'stopped'" />`),
    );
  });

  it("without quotes: those that the attribute's are not", () => {
    assert.equal(
      chosen(template(`<b v-if="${VM} === <|>" />`), 'vue', 'stopped'),
      template(`<b v-if="${VM} === 'stopped'" />`),
    );
    assert.equal(
      chosen(template(`<b v-if='row.vm_state === <|>' />`), 'vue', 'stopped'),
      template(`<b v-if='row.vm_state === "stopped"' />`),
    );
  });

  it('in character references', () => {
    assert.equal(
      chosen(template(`<b v-if="${VM} === &quot;<|>&quot;" />`), 'vue', 'stopped'),
      template(`<b v-if="${VM} === &quot;stopped&quot;" />`),
    );
  });

  it('nothing where quotes would end the attribute', () => {
    const text = template('<b :off=row.vm_state===<|> />');
    assert.equal(chosen(text, 'vue', 'stopped'), undefined);
  });

  it('in an interpolation and in a script', () => {
    assert.equal(
      chosen(template(`{{ ${VM} === '<|>' }}`), 'vue', 'stopped'),
      template(`{{ ${VM} === 'stopped' }}`),
    );
    assert.equal(
      chosen(script(`f({ 'OS-EXT-STS:vm_state': '<|>' })`), 'vue', 'stopped'),
      script("f({ 'OS-EXT-STS:vm_state': 'stopped' })"),
    );
  });
});

describe('Vue: what is reported', () => {
  const found: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a misspelt state in an attribute',
      template(`<b v-if="${VM} === 'stpped'" />`),
      ['unknown-vm-state stpped'],
    ],
    [
      'a condition that is never true',
      template(`<b v-if="s.vm_state === 'stopped' && s.task_state === 'rebooting'" />`),
      ["impossible-condition s.task_state === 'rebooting'"],
    ],
    [
      'one next to a handler that assigns',
      template(
        `<b v-if="s.vm_state === 'stopped' && s.task_state === 'rebooting'" @x="t.task_state = 'rebooting'" />`,
      ),
      ["impossible-condition s.task_state === 'rebooting'"],
    ],
    [
      'a condition that the one before has covered',
      template(
        `<b v-if="s.vm_state === 'stopped'">{{ a }}</b>\n<b v-else-if="s.vm_state === 'stopped'"/>`,
      ),
      ["unreachable-case s.vm_state === 'stopped'"],
    ],
    [
      'one of elements that have no end tag',
      template(
        `<img v-if="s.vm_state === 'error'"><input a v-else-if="s.vm_state === 'error'"><br v-else>`,
      ),
      ["unreachable-case s.vm_state === 'error'"],
    ],
    [
      'what is in an element with a condition',
      template(
        `<b v-if="s.vm_state === 'stopped'"><i><u :a="s.task_state === 'rebooting'"/></i></b>`,
      ),
      ["impossible-condition s.task_state === 'rebooting'"],
    ],
    [
      'what is in the last element of a chain',
      template(
        `<b v-if="s.vm_state !== 'stopped'"/><!-- a --><b :a="1" v-else>{{ s.task_state === 'rebooting' }}</b>`,
      ),
      ["unreachable-case s.task_state === 'rebooting'"],
    ],
    [
      'nothing of an element behind one with the same condition',
      template(`<b v-if="s.vm_state === 'stopped'"/><b v-if="s.vm_state === 'stopped'"/>`),
      [],
    ],
    [
      'nothing of a chain that another element breaks',
      template(`<b v-if="s.vm_state === 'stopped'"/><i/><b v-else-if="s.vm_state === 'stopped'"/>`),
      [],
    ],
    [
      'nothing of elements that nothing closes',
      template(`<b v-if="s.vm_state === 'stopped'"><b v-else-if="s.vm_state === 'stopped'">`),
      [],
    ],
    [
      'nothing behind a condition that is half typed',
      template(`<b v-if="(s.vm_state === 'stopped'"/><b v-else-if="s.vm_state === 'stopped'"/>`),
      [],
    ],
    [
      'a misspelt literal in character references',
      template(`<b v-if="${VM} === &quot;stpped&quot;" />`),
      ['unknown-vm-state stpped'],
    ],
    [
      'an object of the script',
      script(
        "const a = { 'OS-EXT-STS:vm_state': 'stopped', 'OS-EXT-STS:task_state': null, status: 'ACTIVE' };",
      ),
      ['status-mismatch ACTIVE'],
    ],
    [
      'a constant of the script that the template compares with',
      `${template(`<b v-if="${VM} === OFF" />`)}${script("const OFF = 'stpped';")}`,
      ['unknown-vm-state stpped'],
    ],
    [
      'next to an expression that is half typed',
      template(`<b v-if="${VM} === ('active'" /><b v-if="${VM} === 'stpped'" />`),
      ['unknown-vm-state stpped'],
    ],
  ];
  for (const [name, text, expected] of found) {
    it(name, () => assert.deepEqual(reported(text, 'vue'), expected));
  }

  it('and fixed in its place', () => {
    assert.equal(
      fixed(template(`<b v-if="a &amp;&amp; ${VM} === &quot;stpped&quot;" />`), 'vue', 'Change'),
      template(`<b v-if="a &amp;&amp; ${VM} === &quot;stopped&quot;" />`),
    );
    assert.equal(
      fixed(template(`<b v-if="${VM} === 'stpped'" />`), 'vue', 'Change'),
      template(`<b v-if="${VM} === 'stopped'" />`),
    );
  });
});

describe('Vue: what silences rules', () => {
  const wrong = template(`<b v-if="${VM} === 'stpped'" />`);
  const code = 'unknown-vm-state';

  it('a comment of markup above the line', () => {
    const text = fixed(wrong, 'vue', `Suppress ${code} for this line`);
    assert.equal(
      text,
      template(`<!-- ecs-states-disable-next-line ${code} -->\n  <b v-if="${VM} === 'stpped'" />`),
    );
    assert.deepEqual(reported(text, 'vue'), []);
  });

  it('a comment of markup about the file', () => {
    const text = fixed(wrong, 'vue', `Suppress ${code} for this file`);
    assert.equal(text, `<!-- ecs-states-disable-file ${code} -->\n${wrong}`);
    assert.deepEqual(reported(text, 'vue'), []);
  });

  it('a comment of the script', () => {
    const text = script(`f(${VM} === 'stpped');`);
    const expected = script(`// ecs-states-disable-next-line ${code}\nf(${VM} === 'stpped');`);
    assert.equal(fixed(text, 'vue', `Suppress ${code} for this line`), expected);
    assert.deepEqual(reported(expected, 'vue'), []);
  });

  it('no comment is offered within a tag', () => {
    const text = template(`<b\n    v-if="${VM} === 'stpped'" />`);
    assert.equal(fixed(text, 'vue', `Suppress ${code} for this line`), undefined);
  });

  it('another code is added to the comment that is there', () => {
    const line = `<b v-if="${VM} === 'stpped'" :b="{ 'OS-EXT-STS:task_state': 'powering_on' }" />`;
    const comment = (codes: string) => `<!-- ecs-states-disable-next-line ${codes} -->\n  `;
    assert.equal(
      fixed(
        template(comment('unknown-task-state') + line),
        'vue',
        `Suppress ${code} for this line`,
      ),
      template(comment(`unknown-task-state, ${code}`) + line),
    );
  });

  it('a comment that silences nothing is reported and removed', () => {
    const comment = `<!-- ecs-states-disable-next-line ${code} -->`;
    const text = template(`${comment}\n  <b v-if="${VM} === 'stopped'" />`);
    assert.equal(reported(text, 'vue').length, 1);
    assert.equal(fixed(text, 'vue', 'Remove unused'), template(`<b v-if="${VM} === 'stopped'" />`));
  });
});
