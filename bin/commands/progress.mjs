/** One line that grows on a terminal; on anything else nothing, so that a log does not fill with it. */
export function createProgress(what) {
  const started = Date.now();
  let shown = 0;
  return ({ done, total }) => {
    const isLast = done === total;
    if (!process.stdout.isTTY || (!isLast && Date.now() - shown < 100)) return;
    shown = Date.now();
    const rest = done === 0 ? 0 : ((shown - started) / done) * (total - done);
    const left = isLast ? '' : `, about ${inWords(rest)} left`;
    process.stdout.write(`\r${what}: ${done} of ${total}${left}\u001b[K${isLast ? '\n' : ''}`);
  };
}

function inWords(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
