/** How a test runner names a group of tests, and one test. jest, vitest, mocha and node:test all have both. */
export interface SuiteOptions {
  describe?: (name: string, tests: () => void) => unknown;
  it?: (name: string, test: () => Promise<void>) => unknown;
}

/** One promise that a provider makes, and a check that throws when it is broken. */
export type Promises = Record<string, () => Promise<void> | void>;

/** Hands a suite to the test runner: the one that is given, else the one of the file that calls. */
export function runSuite(name: string, promises: Promises, options: SuiteOptions): void {
  const runner = globalThis as SuiteOptions;
  const describe = options.describe ?? runner.describe;
  const it = options.it ?? runner.it;
  if (!describe || !it) {
    throw new Error('No test runner: call this in a test file, or pass { describe, it }');
  }
  describe(name, () => {
    for (const [promise, check] of Object.entries(promises)) it(promise, async () => check());
  });
}
