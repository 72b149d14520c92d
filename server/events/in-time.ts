/** Longer than anybody who is told, or sent to, is waited for; less than a claim lasts. */
const PATIENCE_MS = 60_000;

/** Whoever never comes to an end counts as one that failed, so that the others have their turn. */
export async function inTime(work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no end within ${PATIENCE_MS} ms`));
    }, PATIENCE_MS);
  });
  try {
    await Promise.race([work(), silence]);
  } finally {
    clearTimeout(timer);
  }
}
