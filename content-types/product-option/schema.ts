import { localized, localizedType, shared, shownToEditors } from '../attributes';

/** One value that a product can come in: of the type "Size" the name "M". The name is translated, the type is not. */
export const productOptionSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_product_options',
  info: {
    singularName: 'product-option',
    pluralName: 'product-options',
    displayName: 'Product option',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...shownToEditors, ...localizedType },
  indexes: [
    { name: 'cartwright_options_name_uq', columns: ['type', 'name', 'locale'], type: 'unique' },
  ],
  attributes: {
    name: localized({ type: 'string', required: true }),
    type: shared({ type: 'string', required: true }),
    position: shared({ type: 'integer', default: 0 }),
  },
} as const;
