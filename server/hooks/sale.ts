import type { Core } from '@strapi/strapi';

import { UIDS } from '../../content-types/uids';
import type { Sales } from '../services/sales';
import { type DocumentCall, type Hook, type Next, rowsOf } from './document-call';
import { type Afterwards, inTurn, type Transaction } from './transaction';

const SAVES = ['create', 'update', 'clone'];

/**
 * What happens when an editor saves or deletes a sale (rule 3.4): the sale itself is committed first, then the prices
 * that it touches are brought up to date in short transactions, and the editor gets the answer when all are.
 */
export function saleHook(
  sales: () => Sales,
  transaction: Transaction,
  afterwards: Afterwards
): Hook {
  const save = async (call: DocumentCall, next: Next) => {
    const { data } = call.params;
    if (data) call.params = { ...call.params, data: sales().readInput(data) };
    const result = await transaction(async (trx) => {
      await sales().lock(trx);
      const saved = await next();
      for (const sale of savedDocuments(saved)) {
        await inTurn(trx, () => sales().check(trx, sale));
      }
      return saved;
    });
    for (const sale of savedDocuments(result)) await afterwards(() => sales().apply(sale));
    return result;
  };

  const remove = async (documentId: string, next: Next) => {
    const result = await transaction(async (trx) => {
      await sales().lock(trx);
      return next();
    });
    await afterwards(() => sales().apply(documentId));
    return result;
  };

  return async (call, next) => {
    const { uid, action, params } = call;
    const { documentId } = params;
    if (uid !== UIDS.sale) return next();
    if (SAVES.includes(action)) return save(call, next);
    if (action === 'delete' && documentId !== undefined) return remove(documentId, next);
    return next();
  };
}

function savedDocuments(result: unknown): string[] {
  return rowsOf(result).flatMap(({ documentId }) => documentId ?? []);
}

interface QueryEvent {
  params: { where?: Record<string, unknown> };
  state: { sales?: string[] };
}

/** Sales that are changed or deleted by query pass no document hook: their prices follow all the same. */
export function watchSaleQueries(
  strapi: Core.Strapi,
  sales: () => Sales,
  afterwards: Afterwards
): void {
  const remember = async (event: QueryEvent) => {
    const rows = (await strapi.db
      .query(UIDS.sale)
      .findMany({ where: event.params.where, select: ['documentId'] })) as { documentId: string }[];
    event.state.sales = rows.map(({ documentId }) => documentId);
  };
  const follow = async (event: QueryEvent) => {
    for (const sale of event.state.sales ?? []) await afterwards(() => sales().apply(sale));
  };

  strapi.db.lifecycles.subscribe({
    models: [UIDS.sale],
    beforeDeleteMany: remember,
    afterDeleteMany: follow,
    beforeUpdateMany: remember,
    afterUpdateMany: follow,
  } as unknown as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
}
