import { CONTENT_UIDS } from '../validation/content/readable';
import type { StoreRoute } from './store';

/**
 * The content types as Strapi's own REST API would serve them. The controllers have the types' names, so that the
 * permissions are the host's usual `find` and `findOne`, which it also asks for before it populates a relation.
 */
const PATHS: Record<(typeof CONTENT_UIDS)[number], string> = {
  'plugin::cartwright.product': '/products',
  'plugin::cartwright.category': '/categories',
  'plugin::cartwright.product-variation': '/product-variations',
  'plugin::cartwright.product-option': '/product-options',
  'plugin::cartwright.product-image': '/product-images',
  'plugin::cartwright.layout-block': '/layout-blocks',
};

export const contentRoutes: StoreRoute[] = CONTENT_UIDS.flatMap((uid) => {
  const controller = uid.split('.')[1];
  const path = PATHS[uid];
  return [
    { method: 'GET', path, handler: `${controller}.find` },
    { method: 'GET', path: `${path}/:documentId`, handler: `${controller}.findOne` },
  ];
});
