import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { parser as javascript } from '@lezer/javascript';
import { parser as yaml } from '@lezer/yaml';

/** What is used of other packages without being declared there. It may go with any version, so versions are exact. */
describe('undeclared members of the parsers', () => {
  for (const [name, parser] of Object.entries({ javascript, yaml })) {
    it(`${name}: a parse has stacks that can be split, with a buffer each`, () => {
      const parse = parser.startParse('a');
      const { stacks } = parse as unknown as { stacks: unknown };
      assert.ok(Array.isArray(stacks) && stacks.length === 1);
      const [stack] = stacks;
      assert.ok(Array.isArray(stack.buffer));
      const other = stack.split();
      assert.notEqual(other, stack);
      assert.equal(other.state, stack.state);
      assert.equal(other.pos, stack.pos);
      stacks[0] = other;
      let tree = parse.advance();
      while (!tree) tree = parse.advance();
      assert.equal(tree.length, 1);
    });
  }

  it('yaml: the parser has the tracker of its indentation', () => {
    const { context } = yaml as unknown as { context: Record<string, unknown> };
    assert.equal((context.start as { parent: unknown }).parent, null);
    for (const method of ['shift', 'reduce', 'reuse', 'hash']) {
      assert.equal(typeof context[method], 'function', method);
    }
  });

  it('are of exact versions, as are messages that are parsed', () => {
    const file = new URL('../../../../../package.json', import.meta.url);
    const { devDependencies } = JSON.parse(readFileSync(file, 'utf8'));
    for (const name of ['@lezer/lr', '@lezer/yaml', 'commander']) {
      assert.match(devDependencies[name], /^\d+\.\d+\.\d+$/, name);
    }
  });
});
