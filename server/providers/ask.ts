import { CommerceError } from '../domain/errors';

/** Longer than any shopper waits. */
const PATIENCE_MS = 20_000;

/**
 * Asks a provider, and reads its answer: somebody else's code, perhaps on another machine. An exception, silence, or
 * an answer that `read` does not understand is trouble, never a figure.
 *
 * @throws CommerceError provider_failed `{provider}`
 */
export async function ask<Answer>(
  provider: string,
  question: () => unknown,
  read: (answer: unknown) => Answer
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${PATIENCE_MS} ms`));
    }, PATIENCE_MS);
  });
  try {
    return read(await Promise.race([Promise.resolve().then(question), silence]));
  } catch (cause) {
    throw new CommerceError(
      'provider_failed',
      `The provider "${provider}" could not be reached`,
      { provider },
      cause
    );
  } finally {
    clearTimeout(timer);
  }
}
