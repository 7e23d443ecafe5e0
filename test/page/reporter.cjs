// A module that mocha loads by its name, so it is of the kind that `require` gives as it is.
const { reporters, Runner } = require('mocha');

const { EVENT_RUN_END, EVENT_TEST_PASS, EVENT_TEST_RETRY } = Runner.constants;

/**
 * Reports as mocha's own reporter does, and lists the tests that passed only when they were tried again, with what
 * went wrong at first: they are not reliable.
 */
module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const firstErrors = new Map();
    const unreliable = new Map();
    runner.on(EVENT_TEST_RETRY, (test, error) => firstErrors.set(test.fullTitle(), error));
    runner.on(EVENT_TEST_PASS, (test) => {
      const title = test.fullTitle();
      if (firstErrors.has(title)) unreliable.set(title, firstErrors.get(title));
    });
    runner.on(EVENT_RUN_END, () => {
      for (const [title, error] of unreliable) {
        console.log(`  passed only when tried again: ${title}\n    ${error.stack ?? error}\n`);
      }
    });
  }
};
