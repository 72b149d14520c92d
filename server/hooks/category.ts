import { UIDS } from '../../content-types/uids';
import type { Sales } from '../services/sales';
import type { Hook } from './document-call';

const CHANGES = ['create', 'update', 'publish', 'unpublish', 'discardDraft', 'clone', 'delete'];

/** A category that changes may gain or lose members: what sales reach through categories is decided anew (rule 3.6). */
export function categoryHook(sales: () => Sales): Hook {
  return async (call, next) => {
    if (call.uid !== UIDS.category || !CHANGES.includes(call.action)) return next();
    const before = await sales().reachedByCategories();
    const result = await next();
    await sales().categoriesChanged(before);
    return result;
  };
}
