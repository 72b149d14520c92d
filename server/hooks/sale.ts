import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { UIDS } from '../../content-types/uids';
import type { Sales } from '../services/sales';
import { type Hook, rowsOf } from './document-call';
import { inTurn, type Transaction } from './transaction';

/**
 * What happens when an editor saves or deletes a sale (rule 3.4): the sale itself is committed first, then the prices
 * that it touches are brought up to date in short transactions, and the editor gets the answer when all are.
 */
export function saleHook(sales: () => Sales, transaction: Transaction): Hook {
  return async (call, next) => {
    if (call.uid !== UIDS.sale) return next();
    const { documentId } = call.params;

    if (call.action === 'create' || call.action === 'update' || call.action === 'clone') {
      const before =
        documentId === undefined || call.action === 'clone'
          ? []
          : await sales().reached(documentId);
      const result = await transaction(async (trx) => {
        const saved = await next();
        for (const sale of savedDocuments(saved)) {
          await inTurn(trx, () => sales().check(trx, sale));
        }
        return saved;
      });
      for (const sale of savedDocuments(result)) await sales().apply(sale, before);
      return result;
    }
    if (call.action === 'delete' && documentId !== undefined) {
      const before = await sales().reached(documentId);
      const result = await next();
      await sales().reprice(before);
      return result;
    }
    return next();
  };
}

function savedDocuments(result: unknown): string[] {
  return rowsOf(result).flatMap(({ documentId }) => documentId ?? []);
}

interface DeletionEvent {
  params: { where?: Record<string, unknown> };
  state: { reached?: string[] };
}

/** Sales that are deleted by query pass no document hook: their prices are taken back all the same. */
export function watchSaleDeletions(
  strapi: Core.Strapi,
  sales: () => Sales,
  transaction: Transaction
): void {
  const remember = (event: DeletionEvent) =>
    transaction(async (trx: Knex.Transaction) => {
      const rows = await strapi.db.query(UIDS.sale).findMany({ where: event.params.where });
      event.state.reached = [];
      for (const { documentId } of rows as { documentId: string }[]) {
        event.state.reached.push(...(await sales().productsOf(trx, documentId)));
      }
    });
  const takeBack = ({ state: { reached = [] } }: DeletionEvent) => sales().reprice(reached);

  strapi.db.lifecycles.subscribe({
    models: [UIDS.sale],
    beforeDeleteMany: remember,
    afterDeleteMany: takeBack,
  } as unknown as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
}
