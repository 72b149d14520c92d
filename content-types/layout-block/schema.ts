import { localized, localizedType, shared, shownToEditors } from '../attributes';
import { POSITIONS, SOURCES } from '../../server/domain/layout/block';
import { UIDS } from '../uids';

/** One block of a page that is composed in the admin. */
export const layoutBlockSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_layout_blocks',
  info: { singularName: 'layout-block', pluralName: 'layout-blocks', displayName: 'Layout block' },
  options: { draftAndPublish: true },
  pluginOptions: { ...shownToEditors, ...localizedType },
  indexes: [
    { name: 'cartwright_layout_blocks_page_idx', columns: ['page', 'locale', 'published_at'] },
  ],
  attributes: {
    heading: localized({ type: 'string' }),
    page: shared({ type: 'string', default: 'home' }),
    position: shared({
      type: 'enumeration',
      enum: POSITIONS,
      default: 'hero',
    }),
    sortOrder: shared({ type: 'integer', default: 0 }),
    visible: shared({ type: 'boolean', default: true }),
    visibleFrom: shared({ type: 'datetime' }),
    visibleUntil: shared({ type: 'datetime' }),
    text: localized({ type: 'text' }),
    html: localized({ type: 'text' }),
    image: shared({ type: 'media', multiple: false, allowedTypes: ['images'] }),
    linkLabel: localized({ type: 'string' }),
    linkUrl: localized({ type: 'string' }),
    products: { type: 'relation', relation: 'manyToMany', target: UIDS.product },
    categories: { type: 'relation', relation: 'manyToMany', target: UIDS.category },
    // Which products it shows: the chosen ones, or what the shop knows by itself.
    source: shared({ type: 'enumeration', enum: SOURCES, default: 'chosen' }),
    limit: shared({ type: 'integer', min: 1, max: 100 }),
    // Taken off the page in the composer; deleted when the page is published.
    removed: {
      type: 'boolean',
      default: false,
      private: true,
      pluginOptions: { i18n: { localized: false }, cartwright: { hidden: true } },
    },
  },
} as const;
