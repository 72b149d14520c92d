import type { Database } from '../storage/database';
import type { Catalogue } from './catalogue';

/** A product's variations, read and changed all together. */
export function createVariationTable({
  database,
  catalogue,
}: {
  database: Database;
  catalogue: Catalogue;
}) {
  type Table = NonNullable<Awaited<ReturnType<Catalogue['readTable']>>>;

  /** @throws product_not_found */
  async function find(productDocumentId: string): Promise<Table> {
    const table = await catalogue.readTable(database.read, productDocumentId);
    if (!table) throw catalogue.unknownProduct();
    return table;
  }

  return {
    find,

    /** @throws product_not_found */
    async findTitle(productDocumentId: string): Promise<string | null> {
      const found = await catalogue.readTitle(database.read, productDocumentId);
      if (!found) throw catalogue.unknownProduct();
      return found.title;
    },

    /** Answers with the table as it is then. */
    async save(edit: Parameters<Catalogue['saveTable']>[1]): Promise<Table> {
      await database
        .transaction(async (trx) => {
          await catalogue.lock(trx);
          await catalogue.saveTable(trx, edit);
        })
        .catch((error: unknown) => {
          throw catalogue.explainDuplicate(error);
        });
      return find(edit.productDocumentId);
    },
  };
}
