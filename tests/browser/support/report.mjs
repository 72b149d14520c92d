/** Says what is going on and counts it. A step needs the ones before it, so the first failure ends the run. */
export function createReport() {
  const counts = { passed: 0, failed: 0 };
  return {
    counts: () => ({ ...counts }),
    async step(sentence, act) {
      const started = Date.now();
      try {
        const result = await act();
        counts.passed += 1;
        say(`  ✓ ${sentence} (${Date.now() - started} ms)`);
        return result;
      } catch (error) {
        counts.failed += 1;
        say(`  ✗ ${sentence}`);
        throw Object.assign(error, { counted: true });
      }
    },
    brokenOff(error) {
      if (!error.counted) counts.failed += 1;
      say(`\n${error.stack ?? error}`);
    },
  };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
