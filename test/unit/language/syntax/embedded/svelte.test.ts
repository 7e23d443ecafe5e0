import { strict as assert } from 'node:assert';
import { chosen, fixed, hovered, reported } from '../../../../support/fixtures';

const VM = "row['OS-EXT-STS:vm_state']";
const script = (content: string, attributes = ' lang="ts"') =>
  `<script${attributes}>\n${content}\n</script>\n`;

describe('Svelte: where states are explained', () => {
  const places: readonly (readonly [string, string])[] = [
    ['a script', script(`const off = ${VM} === 'stop<|>ped';`)],
    ['a script of JavaScript', script(`$: off = ${VM} === 'stop<|>ped';`, '')],
    ['a script of the module', script(`${VM} === 'stop<|>ped';`, ' context="module"')],
    ['a script that is named module', script(`${VM} === 'stop<|>ped';`, ' module')],
    ['an object', script(`let a = $state({ 'OS-EXT-STS:vm_state': 'stop<|>ped' });`)],
    ['{#if}', `{#if ${VM} === 'stop<|>ped'}<b/>{/if}`],
    ['{:else if}', `{#if a}<i/>{:else if ${VM} === 'stop<|>ped'}<b/>{/if}`],
    ['the content of a block', `{#if a}{#if b}{:else}{${VM} === 'stop<|>ped'}{/if}{/if}`],
    ['{#each}', `{#each all.filter((s) => s.vm_state === 'stop<|>ped') as one (one.id)}{/each}`],
    ['the content of {#each}', `{#each all as row, i}{${VM} === 'stop<|>ped'}{:else}none{/each}`],
    ['{#await}', `{#await get(${VM} === 'stop<|>ped') then { a }}{a}{:catch e}{e}{/await}`],
    ['{:then}', `{#await get()}…{:then row}{${VM} === 'stop<|>ped'}{/await}`],
    ['{#key}', `{#key ${VM} === 'stop<|>ped'}<b/>{/key}`],
    ['{#snippet}', `{#snippet a(row)}{${VM} === 'stop<|>ped'}{/snippet}`],
    ['{@const}', `{#if a}{@const off = ${VM} === 'stop<|>ped'}{off}{/if}`],
    ['{@html}', `{@html ${VM} === 'stop<|>ped' ? '<b>off</b>' : ''}`],
    ['{@render}', `{@render badge({ 'OS-EXT-STS:vm_state': 'stop<|>ped' })}`],
    ['an expression', `<b>{${VM} === 'stop<|>ped' ? 1 : 2}</b>`],
    ['an expression like a tag', `<b>{a <b && ${VM} === 'stop<|>ped'}</b>`],
    ['an attribute', `<b disabled={a > 1 && ${VM} === 'stop<|>ped'} />`],
    ['an attribute in quotes', `<b class="a {${VM} === "stop<|>ped" ? 'off' : ''}">`],
    ['a directive', `<b class:off={${VM} === 'stop<|>ped'}></b>`],
    ['a handler', `<b on:click={() => { if (${VM} === 'stop<|>ped') start(); }} />`],
    ['a handler of Svelte 5', `<b onclick={() => (row.vm_state = 'stop<|>ped')} />`],
    ['spread attributes', `<b {...{ 'OS-EXT-STS:vm_state': 'stop<|>ped' }} />`],
    ['a tag that is not closed', `<b class:off={${VM} === 'stop<|>ped'}`],
    ['a byte order mark', `\ufeff{#if ${VM} === 'stop<|>ped'}{/if}`],
    ['CRLF', `{#if a &&\r\n    ${VM} === 'stop<|>ped'}\r\n{/if}`],
  ];
  for (const [name, text] of places) {
    it(name, () => assert.match(hovered(text, 'svelte') ?? '', /^["']stopped["']$/));
  }

  const foreign: readonly (readonly [string, string])[] = [
    ['text', "row.vm_state === 'stop<|>ped'"],
    ['a plain attribute', `<b title="row.vm_state === 'stop<|>ped'" />`],
    ['a comment', "<!-- {row.vm_state === 'stop<|>ped'} -->"],
    ['a style', `${script('row.vm_state')}<style>a {vm_state: 'stop<|>ped'}</style>`],
    ['a script that is data', script(`{"vm_state": "stop<|>ped"}`, ' type="application/json"')],
  ];
  for (const [name, text] of foreign) {
    it(`not in ${name}`, () => assert.equal(hovered(text, 'svelte'), undefined));
  }
});

describe('Svelte: what is proposed', () => {
  const proposals: readonly (readonly [string, string, string])[] = [
    ['a block', `{#if ${VM} === '<|>'}{/if}`, `{#if ${VM} === 'stopped'}{/if}`],
    ['a block without quotes', `{#if ${VM} === <|>}{/if}`, `{#if ${VM} === 'stopped'}{/if}`],
    ['a block that is half typed', `{#if ${VM} === '<|>`, `{#if ${VM} === 'stopped'`],
    ['an attribute', `<b class:a={${VM} === '<|>'} />`, `<b class:a={${VM} === 'stopped'} />`],
    [
      'a script',
      script(`f({ vm_state: '<|>', task_state: null })`),
      script(`f({ vm_state: 'stopped', task_state: null })`),
    ],
  ];
  for (const [name, text, expected] of proposals) {
    it(`in ${name}`, () => assert.equal(chosen(text, 'svelte', 'stopped'), expected));
  }
});

describe('Svelte: what is reported', () => {
  const never = "impossible-condition s.task_state === 'rebooting'";
  const found: readonly (readonly [string, string, readonly string[]])[] = [
    ['a misspelt state', `{#if ${VM} === 'stpped'}{/if}`, ['unknown-vm-state stpped']],
    [
      'a condition',
      `<b class:a={s.vm_state === 'stopped' && s.task_state === 'rebooting'} />`,
      [never],
    ],
    [
      'a condition in a block whose condition excludes it',
      `{#if s.vm_state === 'stopped'}\n{#if s.task_state === 'rebooting'}<b/>{/if}{/if}`,
      [never],
    ],
    [
      'none in the other branch',
      `{#if s.vm_state === 'stopped'}a{:else}{#if s.task_state === 'rebooting'}<b/>{/if}{/if}`,
      [],
    ],
    [
      'none behind the block',
      `{#if s.vm_state === 'stopped'}a{/if}{#if s.task_state === 'rebooting'}<b/>{/if}`,
      [],
    ],
    [
      'none where each turn has another server',
      `{#each all as s}{#if s.vm_state === 'stopped'}a{/if}{/each}{#each all as s}{#if s.task_state === 'rebooting'}a{/if}{/each}`,
      [],
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
      `{#if ${VM} === OFF}{/if}${script("const OFF = 'stpped';")}`,
      ['unknown-vm-state stpped'],
    ],
    [
      'next to an expression that is half typed',
      `<b a={(${VM} === 'active'} />\n<b a={${VM} === 'stpped'} />`,
      ['unknown-vm-state stpped'],
    ],
    [
      'in a script below a block that is not closed',
      `{#if a}\n${script(`${VM} === 'stpped'`)}`,
      ['unknown-vm-state stpped'],
    ],
    [
      'below blocks that are nested too deeply',
      `${'{#if a}'.repeat(200)}{#if ${VM} === 'stpped'}${'{/if}'.repeat(201)}{#if ${VM} === 'eror'}{/if}`,
      ['unknown-vm-state stpped', 'unknown-vm-state eror'],
    ],
  ];
  for (const [name, text, expected] of found) {
    it(name, () => assert.deepEqual(reported(text, 'svelte'), expected));
  }

  it('and fixed in its place', () => {
    assert.equal(
      fixed(`{#if ${VM} === 'stpped'}{/if}`, 'svelte', 'Change'),
      `{#if ${VM} === 'stopped'}{/if}`,
    );
  });
});

describe('Svelte: what silences rules', () => {
  const code = 'unknown-vm-state';
  const wrong = `{#if ${VM} === 'stpped'}<b/>{/if}\n`;

  it('a comment of markup above the line', () => {
    const text = fixed(wrong, 'svelte', `Suppress ${code} for this line`);
    assert.equal(text, `<!-- ecs-states-disable-next-line ${code} -->\n${wrong}`);
    assert.deepEqual(reported(text, 'svelte'), []);
  });

  it('a comment of markup about the file', () => {
    const text = fixed(wrong, 'svelte', `Suppress ${code} for this file`);
    assert.equal(text, `<!-- ecs-states-disable-file ${code} -->\n${wrong}`);
    assert.deepEqual(reported(text, 'svelte'), []);
  });

  it('a comment of the script', () => {
    const text = script(`f(${VM} === 'stpped');`);
    const expected = script(`// ecs-states-disable-next-line ${code}\nf(${VM} === 'stpped');`);
    assert.equal(fixed(text, 'svelte', `Suppress ${code} for this line`), expected);
    assert.deepEqual(reported(expected, 'svelte'), []);
  });

  it('a comment in braces, for the next line only', () => {
    const text = `{/* ecs-states-disable-next-line ${code} */}\n<b a={${VM} === 'stpped'} />\n<b a={${VM} === 'eror'} />`;
    assert.deepEqual(reported(text, 'svelte'), ['unknown-vm-state eror']);
  });

  it('no comment is offered within a tag', () => {
    const text = `<b\n    class:off={${VM} === 'stpped'} />`;
    const line = fixed(text, 'svelte', `Suppress ${code} for this line`);
    assert.equal(line?.includes('<!--') ?? false, false);
  });

  it('a comment that silences nothing is reported and removed', () => {
    const text = `<!-- ecs-states-disable-next-line ${code} -->\n{#if ${VM} === 'stopped'}{/if}\n`;
    assert.equal(reported(text, 'svelte').length, 1);
    assert.equal(fixed(text, 'svelte', 'Remove unused'), `{#if ${VM} === 'stopped'}{/if}\n`);
  });
});
