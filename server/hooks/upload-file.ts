import type { Core } from '@strapi/strapi';

import type { Catalogue } from '../services/catalogue';
import { inTurn, type Transaction } from './transaction';

const FILE = 'plugin::upload.file';

interface FileEvent {
  params: { where?: Record<string, unknown> };
  state: { products?: string[] };
}

/**
 * The media library writes its files by query, without documents: its only hooks are those of the database.
 * A new alternative text, a replaced or a deleted file reaches the products that show it.
 */
export function watchFiles(
  strapi: Core.Strapi,
  catalogue: () => Catalogue,
  transaction: Transaction
): void {
  const remember = async (event: FileEvent) => {
    const files = (await strapi.db
      .query(FILE)
      .findMany({ where: event.params.where, select: ['id'] })) as { id: number }[];
    event.state.products = await transaction((trx) =>
      catalogue().findProductsShowing(trx, { files: files.map(({ id }) => id) })
    );
  };
  const refresh = ({ state: { products = [] } }: FileEvent) =>
    products.length === 0
      ? undefined
      : transaction(async (trx) => {
          await catalogue().lock(trx);
          await inTurn(trx, () => catalogue().refreshProducts(trx, products));
        });

  strapi.db.lifecycles.subscribe({
    models: [FILE],
    beforeUpdate: remember,
    afterUpdate: refresh,
    beforeUpdateMany: remember,
    afterUpdateMany: refresh,
    beforeDelete: remember,
    afterDelete: refresh,
    beforeDeleteMany: remember,
    afterDeleteMany: refresh,
  } as unknown as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
}
