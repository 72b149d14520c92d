import { UIDS } from '../../content-types/uids';
import type { Catalogue } from '../services/catalogue';
import type { Hook } from './document-call';
import { inTurn, type Transaction } from './transaction';

/** A picture that changes or goes (rules 2.7): the products that show it carry a copy, and variations stay. */
export function productImageHook(catalogue: () => Catalogue, transaction: Transaction): Hook {
  return async (call, next) => {
    const { documentId } = call.params;
    const concerns = call.uid === UIDS.productImage && ['update', 'delete'].includes(call.action);
    if (!concerns || documentId === undefined) return next();

    return transaction(async (trx) => {
      const shop = catalogue();
      await shop.lock(trx);
      // Before: the links to a deleted image are gone with it.
      const products = await shop.findProductsShowing(trx, { image: documentId });
      for (const product of products) await shop.lockProduct(trx, product);
      const result = await next();
      await inTurn(trx, () => shop.refreshProducts(trx, products));
      return result;
    });
  };
}
