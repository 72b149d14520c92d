const { appendFileSync } = require('node:fs');

/** For the build: adds one line of JSON a run to the file named by TALLY_FILE. See .ci/run. */
module.exports = class TallyReporter {
  onRunComplete(_contexts, results) {
    const { TALLY_FILE, TEST_RUN } = process.env;
    const line = {
      run: TEST_RUN ?? 'jest',
      passed: results.numPassedTests,
      // A file that cannot even be loaded has no tests that fail.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    };
    appendFileSync(TALLY_FILE, `${JSON.stringify(line)}\n`);
  }
};
