import { UIDS } from '../../content-types/uids';
import type { Catalogue } from '../services/catalogue';
import type { DocumentCall, Hook, Next } from './document-call';
import { inTurn, type Transaction } from './transaction';

/** What happens when an option is saved or deleted: type and name are checked; products that lose one are settled. */
export function productOptionHook(catalogue: () => Catalogue, transaction: Transaction): Hook {
  const save = (call: DocumentCall, next: Next) =>
    transaction(async (trx) => {
      const shop = catalogue();
      await shop.lock(trx);
      const { documentId, data } = call.params;
      const types =
        documentId === undefined || call.action === 'clone'
          ? []
          : await shop.readOptionTypes(trx, documentId);
      if (data) call.params = { ...call.params, data: await shop.readOptionInput(data) };

      const result = await next().catch((error: unknown) => {
        throw shop.explainDuplicate(error);
      });

      if (documentId !== undefined) await shop.checkOptionType(trx, documentId, types);
      return result;
    });

  const remove = (documentId: string, next: Next) =>
    transaction(async (trx) => {
      const shop = catalogue();
      await shop.lock(trx);
      const products = await shop.lockProductsWithOptions(trx, [documentId]);
      const result = await next();
      await inTurn(trx, () => shop.settleProducts(trx, products));
      return result;
    });

  return async (call, next) => {
    if (call.uid !== UIDS.productOption) return next();
    if (['create', 'update', 'clone'].includes(call.action)) return save(call, next);
    const { documentId } = call.params;
    if (call.action === 'delete' && documentId !== undefined) return remove(documentId, next);
    return next();
  };
}
