import { strict as assert } from 'node:assert';
import { expressionEnd } from '../../../../../src/language/syntax/embedded/balance';

describe('expressionEnd', () => {
  const whole = [
    '',
    'a',
    'a(b[c], { d })',
    `'}' + ")" + \`]\``,
    `\`a \${b + \`c \${d}\`} e\``,
    `'it\\'s'`,
    'a / b / c',
    '/[/)]/.test(a)',
    'a // )',
    'a /* ) */',
    'x => /\\//.exec(x)',
  ];
  for (const text of whole) {
    it(`is the end of the text: ${text}`, () => assert.equal(expressionEnd(text), text.length));
  }

  const open = ['(', 'a[', "'a", '"a\n"', '`a', `\`\${a\``, '/* a', '{ a: (b } )', "x === '"];
  for (const text of open) {
    it(`is unknown where something is left open: ${text}`, () =>
      assert.equal(expressionEnd(text), undefined));
  }

  it('is a closing bracket that the expression does not open', () => {
    assert.equal(expressionEnd('a === "}" } b'), 10);
    assert.equal(expressionEnd('<b>{a ? {} : 1}</b>', 4), 14);
  });
});
