import { strict as assert } from 'node:assert';
import { Boundary } from '../../../src/shared/boundary';

describe('the error boundary', () => {
  it('gives what the action gives', async () => {
    const boundary = new Boundary({ error: assert.fail });
    assert.equal(await boundary.run('hover', 0, () => 1), 1);
    assert.equal(await boundary.run('hover', 0, async () => 2), 2);
  });

  it('gives the fallback where it fails, and logs the first failure of each name', async () => {
    const log: string[] = [];
    const boundary = new Boundary({ error: (message) => log.push(message) });
    const failing = (thrown: unknown) => () => {
      throw thrown;
    };
    assert.equal(await boundary.run('hover', 'none', failing(new Error('first'))), 'none');
    assert.equal(await boundary.run('hover', 'none', failing(new Error('second'))), 'none');
    assert.equal(await boundary.run('fixes', 'none', () => Promise.reject('third')), 'none');
    assert.equal(log.length, 2);
    assert.match(log[0] ?? '', /^hover: Error: first\n/);
    assert.equal(log[1], 'fixes: third');
  });
});
