import { strict as assert } from 'node:assert';
import { LineIndex } from '../../../../src/language/text/line-index';

describe('line index', () => {
  for (const [text, lines, lineBreak] of [
    ['', [''], '\n'],
    ['a', ['a'], '\n'],
    ['a\nb\n', ['a', 'b', ''], '\n'],
    ['a\r\nb\nc', ['a', 'b', 'c'], '\r\n'],
    ['a\rb\r\n', ['a', 'b', ''], '\n'],
    ['\r\r\n\n', ['', '', '', ''], '\n'],
    ['\r\n', ['', ''], '\r\n'],
  ] as const) {
    it(JSON.stringify(text), () => {
      const index = new LineIndex(text);
      const all = Array.from({ length: index.count }, (_, line) =>
        text.slice(index.startOf(line), index.endOf(line)),
      );
      assert.deepEqual(all, lines);
      assert.equal(index.lineBreak, lineBreak);
      for (let offset = 0; offset <= text.length; offset++) {
        const line = index.lineAt(offset);
        assert.ok(index.startOf(line) <= offset, `${offset}`);
        assert.ok(offset < index.startOf(line + 1) || line === index.count - 1, `${offset}`);
      }
    });
  }
});
