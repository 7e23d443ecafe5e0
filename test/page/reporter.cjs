// A module that mocha loads by its name, so it is of the kind that `require` gives as it is.
const { reporters, Runner } = require('mocha');

const { EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_RETRY } = Runner.constants;

/**
 * Reports as mocha's own reporter does, except that a test that passes only when it is tried again fails: the second
 * try shows whoever looks for the cause that the test is not reliable, and hides nothing.
 */
module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const firstErrors = new Map();
    runner.on(EVENT_TEST_RETRY, (test, error) => {
      firstErrors.set(test.fullTitle(), error);
      console.log(`    is tried again: ${test.fullTitle()}\n      ${error.stack ?? error}`);
    });
    runner.on(EVENT_TEST_PASS, (test) => {
      const cause = firstErrors.get(test.fullTitle());
      if (!cause) return;
      test.state = 'failed';
      this.stats.passes--;
      runner.failures++;
      runner.emit(
        EVENT_TEST_FAIL,
        test,
        new Error('passes only when it is tried again', { cause }),
      );
    });
  }
};
