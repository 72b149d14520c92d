import { internal, shownToEditors } from '../attributes';

/** A picture of a product with its description, which becomes the alternative text. */
export const productImageSchema = {
  kind: 'collectionType',
  collectionName: 'cartwright_product_images',
  info: {
    singularName: 'product-image',
    pluralName: 'product-images',
    displayName: 'Product image',
  },
  options: { draftAndPublish: false },
  pluginOptions: { ...shownToEditors },
  attributes: {
    description: { type: 'string' },
    // The address from which an import fetched it, so that it is not fetched again.
    source: internal({ type: 'text' }),
    file: { type: 'media', multiple: false, required: true, allowedTypes: ['images'] },
  },
} as const;
