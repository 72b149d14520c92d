import type { Core } from '@strapi/strapi';

import { UIDS } from '../../content-types/uids';
import type { Sales } from '../services/sales';
import type { Hook } from './document-call';
import type { Afterwards, Transaction } from './transaction';

/** What decides who is a member of which category, beside the products themselves: a filter may lose an option. */
const CHANGES: Record<string, string[]> = {
  [UIDS.category]: [
    ...['create', 'update', 'clone', 'delete'],
    ...['publish', 'unpublish', 'discardDraft'],
  ],
  [UIDS.productOption]: ['update', 'delete'],
};

/** A category that changes may gain or lose members: what sales reach through categories is decided anew (rule 3.6). */
export function categoryHook(
  sales: () => Sales,
  transaction: Transaction,
  afterwards: Afterwards
): Hook {
  return async (call, next) => {
    if (!CHANGES[call.uid]?.includes(call.action)) return next();
    const { result, before } = await transaction(async (trx) => {
      await sales().lock(trx);
      return { before: await sales().byCategories(), result: await next() };
    });
    await afterwards(() => sales().categoriesChanged(before));
    return result;
  };
}

interface DeletionEvent {
  state: { sales?: string[] };
}

/** The same where rows are deleted by query, as the host does when a language is removed from the site. */
export function watchCategoryDeletions(
  strapi: Core.Strapi,
  sales: () => Sales,
  afterwards: Afterwards
): void {
  const remember = async (event: DeletionEvent) => {
    event.state.sales = await sales().byCategories();
  };
  const follow = ({ state: { sales: before = [] } }: DeletionEvent) =>
    afterwards(() => sales().categoriesChanged(before));

  strapi.db.lifecycles.subscribe({
    models: Object.keys(CHANGES),
    beforeDeleteMany: remember,
    afterDeleteMany: follow,
  } as unknown as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
}
