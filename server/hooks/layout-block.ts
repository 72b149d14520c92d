import { UIDS } from '../../content-types/uids';
import type { Layout } from '../services/layout';
import type { Hook } from './document-call';
import { inTurn, type Transaction } from './transaction';

const SAVES = ['create', 'update', 'clone'];

/** A block is saved, whoever does it: its HTML is sanitised, its link and its window are checked. */
export function layoutBlockHook(layout: () => Layout, transaction: Transaction): Hook {
  return (call, next) => {
    const { uid, action, params } = call;
    if (uid !== UIDS.layoutBlock || !SAVES.includes(action) || !params.data) return next();
    const { data, documentId = null } = params;
    return transaction(async (trx) => {
      const checked = await inTurn(trx, () => layout().readInput(trx, documentId, data));
      call.params = { ...call.params, data: checked };
      return next();
    });
  };
}
