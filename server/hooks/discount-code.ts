import { UIDS } from '../../content-types/uids';
import type { DiscountCodes } from '../services/discount-codes';
import type { DocumentCall, Hook } from './document-call';
import { inTurn, type Transaction } from './transaction';

/** An editor's or a script's save of a discount code: normalised, checked, and its refusals explained (rules 5.1). */
export function discountCodeHook(codes: () => DiscountCodes, transaction: Transaction): Hook {
  const prepare = async (
    { action, params }: DocumentCall,
    trx: Parameters<DiscountCodes['check']>[0]
  ) => {
    const { data = {}, documentId } = params;
    const sent = codes().readInput(data);
    if (action === 'clone') return codes().cloneInput(trx, documentId ?? '', sent);
    await codes().check(trx, action === 'update' ? (documentId ?? null) : null, sent);
    return sent;
  };

  return (call, next) => {
    if (call.uid !== UIDS.discountCode) return next();
    if (!['create', 'update', 'clone'].includes(call.action)) return next();
    return transaction(async (trx) => {
      const data = await inTurn(trx, () => prepare(call, trx));
      call.params = { ...call.params, data };
      try {
        return await next();
      } catch (error) {
        throw codes().explain(error);
      }
    });
  };
}
