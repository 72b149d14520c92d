import { UIDS } from '../../content-types/uids';
import type { Catalogue } from '../services/catalogue';
import { type DocumentCall, type Hook, rowsOf } from './document-call';
import { inTurn, type Transaction } from './transaction';

const CHANGES = ['create', 'update', 'publish', 'discardDraft', 'clone'];

/**
 * What happens when an editor saves a category: its fields are checked before the host writes them, its place in the
 * tree and its slug afterwards, when the host has written its links. The answer carries the slug. Nothing is to be
 * done when one is deleted: the links of those below go with it, and they become roots.
 */
export function categoryPageHook(catalogue: () => Catalogue, transaction: Transaction): Hook {
  return async (call, next) => {
    if (call.uid !== UIDS.category || !CHANGES.includes(call.action)) return next();

    return transaction(async (trx) => {
      const shop = catalogue();
      await shop.lock(trx);
      const { documentId, data } = call.params;
      const isNew = call.action === 'create' || call.action === 'clone';
      const before =
        isNew || documentId === undefined
          ? undefined
          : await shop.readCategoryBefore(trx, documentId);
      if (data) call.params = { ...call.params, data: shop.readCategoryInput(data) };

      const result = await next();

      const saved = isNew ? rowsOf(result)[0]?.documentId : documentId;
      if (saved === undefined) return result;
      const settled = await inTurn(trx, () =>
        shop.settleCategory(trx, saved, { before, cloned: isCloned(call) })
      );
      for (const row of rowsOf(result)) {
        const fresh = settled.find(({ id }) => id === row.id);
        if (fresh && 'slug' in row) row['slug'] = fresh.slug;
      }
      return result;
    });
  };
}

/** With the original's slug: it was not given another one. */
function isCloned({ action, params }: DocumentCall): boolean {
  return action === 'clone' && !params.data?.['slug'];
}
