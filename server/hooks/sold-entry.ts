import type { SoldEntries } from '../services/sold-entries';
import type { Hook } from './document-call';
import { inTurn, type Transaction } from './transaction';

/** What makes rows of an entry out of others of it. */
const COPYING = ['publish', 'discardDraft', 'update'];

/** An editor or a script changes an entry of the site's own whose units the shop sells: orders for it wait. */
export function soldEntryHook(
  countedTypes: readonly string[],
  entries: () => SoldEntries,
  transaction: Transaction
): Hook {
  return ({ uid, action, params: { documentId } }, next) => {
    if (!documentId || !COPYING.includes(action) || !countedTypes.includes(uid)) return next();
    return transaction(async (trx) => {
      await inTurn(trx, () => entries().keepFromOrders(trx, { type: uid, documentId }));
      return next();
    });
  };
}
