import { strict as assert } from 'node:assert';
import { chosen, fixed, hovered, reported } from '../../../../support/fixtures';

const VM = "row['OS-EXT-STS:vm_state']";
const front = (content: string) => `---\n${content}\n---\n`;

describe('Astro: where states are explained', () => {
  const places: readonly (readonly [string, string])[] = [
    ['the front matter', front(`const off: boolean = ${VM} === 'stop<|>ped';`)],
    ['front matter that is not closed', `---\nconst off = ${VM} === 'stop<|>ped';`],
    ['an object', front(`const a = { 'OS-EXT-STS:vm_state': 'stop<|>ped' };`)],
    ['an expression', `<b>{${VM} === 'stop<|>ped' ? 1 : 2}</b>`],
    [
      'an expression below front matter',
      `${front('const a = "{";')}<b>{${VM} === 'stop<|>ped'}</b>`,
    ],
    ['an expression with markup', `{${VM} === 'stop<|>ped' && <b class="a">it's off</b>}`],
    ['markup in an expression', `{all.map((row) => <li>don't {${VM} === 'stop<|>ped'}</li>)}`],
    [
      'markup without closing tags',
      `{all.map((row) => (<li><br>{row.id}<img src="a"> it's {${VM} === 'stop<|>ped'}</li>))}`,
    ],
    ['a comment in markup', `{a && <b><!-- it's --> {${VM} === 'stop<|>ped'}</b>}`],
    ['a fragment', `{a ? <>{${VM} === 'stop<|>ped'}</> : <b />}`],
    ['an attribute', `<b hidden={a > 1 && ${VM} === 'stop<|>ped'} />`],
    [
      'an attribute of markup in an expression',
      `{a && <b hidden={${VM} === 'stop<|>ped'}>it's</b>}`,
    ],
    ['a directive', `<b class:list={[{ off: ${VM} === 'stop<|>ped' }]}></b>`],
    ['spread attributes', `<b {...{ 'OS-EXT-STS:vm_state': 'stop<|>ped' }} />`],
    ['a script', `<script>\nconst off: boolean = ${VM} === 'stop<|>ped';\n</script>`],
    ['a byte order mark', `\ufeff${front(`f(${VM} === 'stop<|>ped');`)}`],
    ['CRLF', `---\r\nf();\r\n---\r\n{a &&\r\n    ${VM} === 'stop<|>ped'}\r\n`],
  ];
  for (const [name, text] of places) {
    it(name, () => assert.match(hovered(text, 'astro') ?? '', /^["']stopped["']$/));
  }

  const foreign: readonly (readonly [string, string])[] = [
    ['text', "row.vm_state === 'stop<|>ped'"],
    ['text of markup in an expression', `{a && <b>row.vm_state === 'stop<|>ped'</b>}`],
    ['a plain attribute', `<b title="row.vm_state === 'stop<|>ped'" />`],
    ['a comment', "<!-- {row.vm_state === 'stop<|>ped'} -->"],
    ['a style', `${front('row.vm_state')}<style>a {vm_state: 'stop<|>ped'}</style>`],
  ];
  for (const [name, text] of foreign) {
    it(`not in ${name}`, () => assert.equal(hovered(text, 'astro'), undefined));
  }
});

describe('Astro: what is proposed', () => {
  const proposals: readonly (readonly [string, string, string])[] = [
    ['the front matter', front(`f(${VM} === '<|>')`), front(`f(${VM} === 'stopped')`)],
    ['an expression', `{${VM} === '<|>'}`, `{${VM} === 'stopped'}`],
    ['an expression without quotes', `{${VM} === <|>}`, `{${VM} === 'stopped'}`],
    ['one that is half typed', `{${VM} === '<|>`, `{${VM} === 'stopped'`],
    ['markup', `{a && <b off={${VM} === '<|>'} />}`, `{a && <b off={${VM} === 'stopped'} />}`],
  ];
  for (const [name, text, expected] of proposals) {
    it(`in ${name}`, () => assert.equal(chosen(text, 'astro', 'stopped'), expected));
  }
});

describe('Astro: what is reported', () => {
  const found: readonly (readonly [string, string, readonly string[]])[] = [
    ['a misspelt state', `{${VM} === 'stpped'}`, ['unknown-vm-state stpped']],
    [
      'a condition that is never true',
      `{s.vm_state === 'stopped' && s.task_state === 'rebooting' && <b>it's</b>}`,
      ["impossible-condition s.task_state === 'rebooting'"],
    ],
    [
      'a constant of the front matter that the template compares with',
      `${front("const OFF = 'stpped';")}<b>{${VM} === OFF}</b>`,
      ['unknown-vm-state stpped'],
    ],
    [
      'next to an expression that is half typed',
      `<b a={(${VM} === 'active'} />\n<b a={${VM} === 'stpped'} />`,
      ['unknown-vm-state stpped'],
    ],
    [
      'none of a script that has the name of another',
      `${front("const OFF = 'stpped';")}<script>f(${VM} === OFF);</script>`,
      [],
    ],
  ];
  for (const [name, text, expected] of found) {
    it(name, () => assert.deepEqual(reported(text, 'astro'), expected));
  }

  it('and fixed in its place', () => {
    const text = (state: string) => `{all.map((row) => <b><br>{${VM} === '${state}'}</b>)}`;
    assert.equal(fixed(text('stpped'), 'astro', 'Change'), text('stopped'));
  });
});

describe('Astro: what silences rules', () => {
  const code = 'unknown-vm-state';
  const wrong = `<b>{${VM} === 'stpped'}</b>\n`;

  it('a comment of markup above the line', () => {
    const text = fixed(wrong, 'astro', `Suppress ${code} for this line`);
    assert.equal(text, `<!-- ecs-states-disable-next-line ${code} -->\n${wrong}`);
    assert.deepEqual(reported(text, 'astro'), []);
  });

  it('a comment about the file in its front matter', () => {
    const text = fixed(`${front('f();')}${wrong}`, 'astro', `Suppress ${code} for this file`);
    assert.equal(text, `${front(`// ecs-states-disable-file ${code}\nf();`)}${wrong}`);
    assert.deepEqual(reported(text, 'astro'), []);
  });

  it('a comment of the front matter', () => {
    const text = front(`f(${VM} === 'stpped');`);
    const expected = front(`// ecs-states-disable-next-line ${code}\nf(${VM} === 'stpped');`);
    assert.equal(fixed(text, 'astro', `Suppress ${code} for this line`), expected);
    assert.deepEqual(reported(expected, 'astro'), []);
  });

  it('a comment that silences nothing is reported and removed', () => {
    const text = `<!-- ecs-states-disable-next-line ${code} -->\n<b>{${VM} === 'stopped'}</b>\n`;
    assert.equal(reported(text, 'astro').length, 1);
    assert.equal(fixed(text, 'astro', 'Remove unused'), `<b>{${VM} === 'stopped'}</b>\n`);
  });
});
