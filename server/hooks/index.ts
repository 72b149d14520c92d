import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type { Settings } from '../config';
import type { DocumentCall, Hook } from './document-call';
import { watchMassDeletions } from './mass-deletion';
import { productHook } from './product';
import { categoryHook, watchCategoryDeletions } from './category';
import { categoryPageHook } from './category-page';
import { discountCodeHook } from './discount-code';
import { productImageHook } from './product-image';
import { productOptionHook } from './product-option';
import { productVariationHook } from './product-variation';
import { layoutBlockHook } from './layout-block';
import { openedFormsOf } from './opened-form';
import { dropReadOnly } from './read-only';
import { asHostErrors } from './refusals';
import { saleHook, watchSaleQueries } from './sale';
import { soldEntryHook } from './sold-entry';
import { afterwardsOf, transactionOf } from './transaction';
import { watchFiles } from './upload-file';

/** An editor's saves → the shop's rules. */
export function registerHooks(strapi: Core.Strapi): void {
  const settings = strapi.config.get<Settings>('plugin::cartwright');
  const transaction = transactionOf(strapi);
  const afterwards = afterwardsOf(strapi);
  // Built at the first save, when the database is there.
  const catalogue = () => shopOf(strapi).catalogue;
  const sales = () => shopOf(strapi).sales;

  // The first one is the outermost.
  const hooks: Hook[] = [
    asHostErrors(strapi),
    dropReadOnly,
    // Around the hooks of options and categories: it follows their commit.
    categoryHook(sales, transaction, afterwards),
    productHook(catalogue, transaction),
    productVariationHook(catalogue, transaction, openedFormsOf(strapi)),
    productOptionHook(catalogue, transaction),
    productImageHook(catalogue, transaction),
    saleHook(sales, transaction, afterwards),
    discountCodeHook(() => shopOf(strapi).discountCodes, transaction),
    categoryPageHook(catalogue, transaction),
    layoutBlockHook(() => shopOf(strapi).layout, transaction),
    soldEntryHook(countedTypes(settings), () => shopOf(strapi).soldEntries, transaction),
  ];
  for (const hook of hooks) {
    // The host's type has a case for each action of each type; a hook looks at the few things that it needs.
    strapi.documents.use(
      (call, next) =>
        hook(call as unknown as DocumentCall, next as () => Promise<unknown>) as ReturnType<
          typeof next
        >
    );
  }

  watchMassDeletions(strapi, catalogue, transaction);
  watchSaleQueries(strapi, sales, afterwards);
  watchCategoryDeletions(strapi, sales, afterwards);
  watchFiles(strapi, catalogue, transaction);
}

/** Other types of the site's own are sold without their units being taken: their editors meet nobody. */
function countedTypes({ sellables }: Settings): string[] {
  return Object.keys(sellables).filter((uid) => typeof sellables[uid]?.stock === 'string');
}
