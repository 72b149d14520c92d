import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { UIDS } from '../../content-types/uids';
import type { Catalogue } from '../services/catalogue';
import { inTurn, type Transaction } from './transaction';

interface DeletionEvent {
  model: { uid: string };
  params: { where?: Record<string, unknown> };
  state: { products?: Concerned[] };
}

interface Concerned {
  documentId: string;
  images: number[];
}

/**
 * Rows that are deleted by query pass no document hook: when a language is removed from the site, the host deletes
 * all its rows so, and scripts do. What is left of their products is settled; what nothing is left of goes.
 */
export function watchMassDeletions(
  strapi: Core.Strapi,
  catalogue: () => Catalogue,
  transaction: Transaction
): void {
  const find = async (trx: Knex.Transaction, { model, params }: DeletionEvent) => {
    const rows = (await strapi.db.query(model.uid).findMany({ where: params.where })) as {
      documentId: string;
      productDocumentId?: string;
    }[];
    const documents = [...new Set(rows.map(({ documentId }) => documentId))].sort();
    if (model.uid === UIDS.product) return documents;
    if (model.uid === UIDS.productOption) {
      return catalogue().lockProductsWithOptions(trx, documents);
    }
    return [...new Set(rows.flatMap(({ productDocumentId }) => productDocumentId ?? []))].sort();
  };

  const remember = (event: DeletionEvent) =>
    transaction(async (trx) => {
      await catalogue().lock(trx);
      event.state.products = [];
      for (const documentId of await find(trx, event)) {
        const images = await catalogue().findImagesOfProduct(trx, documentId);
        event.state.products.push({ documentId, images });
      }
    });

  const settle = async ({ state: { products = [] } }: DeletionEvent) => {
    for (const { documentId, images } of products) {
      await transaction(async (trx) => {
        await catalogue().lock(trx);
        await inTurn(trx, () => catalogue().settleOrRemove(trx, documentId, images));
      });
    }
  };

  strapi.db.lifecycles.subscribe({
    models: [UIDS.product, UIDS.productOption, UIDS.productVariation],
    beforeDeleteMany: remember,
    afterDeleteMany: settle,
  } as unknown as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
}
