import type { Knex } from 'knex';

import { readCategoryInput } from '../domain/catalogue/category-input';
import { checkPublishWindow } from '../domain/catalogue/publish-window';
import { changesOfForm, formValues, type FormValues } from '../domain/catalogue/stale-form';
import { readVariationInput } from '../domain/catalogue/variation-input';
import { CommerceError } from '../domain/errors';
import { lockCatalogue } from '../storage/catalogue-lock';
import {
  findImageRows,
  findImagesOfFiles,
  findImagesOfProduct,
  findProductsWithImages,
} from '../storage/images';
import { findProductsWithOptions, readOptionTypes } from '../storage/options';
import { lockProductRows, readPublishWindows } from '../storage/products';
import { readsLatest } from '../storage/snapshot';
import { lockVariations } from '../storage/variations';
import { cloneProduct } from './catalogue/clone-product';
import type { CatalogueContext } from './catalogue/context';
import type { SettledRow } from './catalogue/copy-to-product';
import { explainDuplicate } from './catalogue/explain-duplicate';
import { postponeRefresh } from './catalogue/postpone-refresh';
import { refreshProduct } from './catalogue/refresh-product';
import { removeProduct } from './catalogue/remove-product';
import { checkOptionType, readOptionInput } from './catalogue/save-option';
import {
  readVariationBefore,
  settleVariation,
  settleVariationDeletion,
  type VariationBefore,
} from './catalogue/save-variation';
import { readCategoryBefore, settleCategory } from './catalogue/settle-category';
import { readTable, readTitle, type VariationTable } from './catalogue/read-table';
import { saveTable, unknownProduct } from './catalogue/save-table';
import { settleProduct } from './catalogue/settle-product';

export type { SettledRow, VariationBefore, VariationTable };

/** Products and their variations. Every function that takes a transaction belongs to the one its caller has opened. */
export function createCatalogue(context: CatalogueContext) {
  /** Keeps checkouts out of a product: they lock variations and products too, in this order. */
  async function lockProduct(trx: Knex.Transaction, documentId: string): Promise<void> {
    await lockVariations(trx, documentId);
    await lockProductRows(trx, documentId);
  }

  return {
    /** The first statement of whatever changes the catalogue: whoever changes it at the same time waits here. */
    lock: lockCatalogue,
    lockProduct,
    /** @throws invalid_input when the transaction that was joined has read the product before it was saved by others. */
    async refuseStaleRead(trx: Knex.Transaction, documentId: string): Promise<void> {
      if (await readsLatest(trx, documentId)) return;
      throw new CommerceError(
        'invalid_input',
        'Somebody else has saved this product at the same moment. Reload it and try again.'
      );
    },

    settleProduct: settleProduct.bind(null, context),
    refreshProduct: refreshProduct.bind(null, context),
    cloneProduct: cloneProduct.bind(null, context),
    postponeRefresh: <Result>(trx: Knex.Transaction, work: () => Promise<Result>) =>
      postponeRefresh(context, trx, work),
    explainDuplicate,

    /** @throws invalid_input when a row of the product would never be shown. */
    async checkPublishWindows(trx: Knex.Transaction, documentId: string): Promise<void> {
      for (const window of await readPublishWindows(trx, documentId)) checkPublishWindow(window);
    },

    /** To be read before rows of a product are deleted, and given to `settleOrRemove` afterwards. */
    findImagesOfProduct,

    /** After rows of a product were deleted: the rest is settled, or all that belonged to it goes. */
    async settleOrRemove(
      trx: Knex.Transaction,
      documentId: string,
      imageIds: readonly number[]
    ): Promise<SettledRow[]> {
      const rows = await settleProduct(context, trx, documentId);
      if (rows.length === 0) await removeProduct(trx, documentId, imageIds);
      return rows;
    },

    readVariationInput: (data: Record<string, unknown>) =>
      readVariationInput(data, context.settings.currency),
    readVariationBefore,
    /** The values of a variation's form, to be given along with it and brought back by `changesOfForm`. */
    formValues,
    /** @throws invalid_input for what an editor has changed and others have changed since the form was opened. */
    changesOfForm: (
      sent: Record<string, unknown>,
      opened: FormValues,
      { variation }: VariationBefore
    ) => changesOfForm(sent, opened, formValues(variation), context.settings.currency),
    settleVariation: settleVariation.bind(null, context),
    settleVariationDeletion: settleVariationDeletion.bind(null, context),

    readTitle: readTitle.bind(null, context),
    readTable: readTable.bind(null, context),
    saveTable: saveTable.bind(null, context),
    unknownProduct,

    readCategoryInput: (data: Record<string, unknown>) =>
      readCategoryInput(data, context.settings.currency),
    readCategoryBefore,
    settleCategory: settleCategory.bind(null, context),

    readOptionInput: readOptionInput.bind(null, context),
    readOptionTypes,
    checkOptionType,

    /** Locks the products that have ticked an option, and names them: to be settled once it is deleted. */
    async lockProductsWithOptions(
      trx: Knex.Transaction,
      documentIds: readonly string[]
    ): Promise<string[]> {
      const products = await findProductsWithOptions(trx, documentIds);
      for (const product of products) await lockProduct(trx, product);
      return products;
    },

    /** The products that show an image, or an image of a file: to be refreshed once it is changed or deleted. */
    async findProductsShowing(
      trx: Knex.Transaction,
      shown: { image: string } | { files: readonly number[] }
    ): Promise<string[]> {
      const images =
        'image' in shown
          ? await findImageRows(trx, shown.image)
          : await findImagesOfFiles(trx, shown.files);
      return findProductsWithImages(trx, images);
    },

    async settleProducts(trx: Knex.Transaction, documentIds: readonly string[]): Promise<void> {
      for (const documentId of documentIds) await settleProduct(context, trx, documentId);
    },

    async refreshProducts(trx: Knex.Transaction, documentIds: readonly string[]): Promise<void> {
      for (const documentId of documentIds) await refreshProduct(context, trx, documentId);
    },
  };
}

export type Catalogue = ReturnType<typeof createCatalogue>;
