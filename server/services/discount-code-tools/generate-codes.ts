import { type CodePattern, drawCodes } from '../../domain/discounts/code-pattern';
import { invalidInput } from '../../domain/errors';
import type { Connection } from '../../storage/database';
import { findTakenCodes } from '../../storage/discount-codes/batches';

/** Draws that follow one another when codes of the shop are in the way. */
const MOST_ROUNDS = 20;

/**
 * So many codes that the shop does not have. What is in the way is drawn again; between this look and the writing of
 * them the unique index decides, and the transaction is repeated with others.
 *
 * @throws CommerceError invalid_input when there are not enough left
 */
export async function drawFreeCodes(
  trx: Connection,
  pattern: CodePattern,
  count: number,
  below: (limit: number) => number
): Promise<string[]> {
  const free = new Set<string>();
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS && free.size < count; round += 1) {
    const drawn = drawCodes(pattern, count - free.size, seen, below);
    const taken = await findTakenCodes(trx, drawn);
    for (const code of drawn) {
      seen.add(code);
      if (!taken.has(code)) free.add(code);
    }
  }
  if (free.size < count) {
    throw invalidInput(
      'pattern',
      `Only ${free.size} codes of this pattern are left. Add placeholders, or ask for fewer.`
    );
  }
  return [...free];
}
