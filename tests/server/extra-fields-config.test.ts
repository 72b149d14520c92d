import { readSettings } from '../../server/config';
import { startStrapi } from '../support/strapi';

/** `catalog.extraFields`: what is wrong is said at the start, by its name. */

const EXTRA_FIELDS = (given?: unknown) =>
  readSettings({ catalog: { extraFields: given } }).catalog.extraFields;

it('is none, the product’s list, or a list for each type', () => {
  expect(EXTRA_FIELDS()).toEqual({ product: [], variation: [], category: [] });
  expect(EXTRA_FIELDS(['brand'])).toEqual({ product: ['brand'], variation: [], category: [] });
  expect(EXTRA_FIELDS({ variation: ['barcode'] })).toEqual({
    product: [],
    variation: ['barcode'],
    category: [],
  });
});

it.each([
  [['brand', 'brand'], '"catalog.extraFields" must not name a field twice'],
  [
    { products: ['brand'] },
    '"catalog.extraFields.products" is not a setting; legal here: product,',
  ],
  ['brand', '"catalog.extraFields" must be a list of names of fields, or such lists by type'],
  [[''], '"catalog.extraFields.0" must not be empty'],
  [[1], '"catalog.extraFields" must be a list of names of fields'],
  [{ product: 'brand' }, '"catalog.extraFields" must be a list of names of fields'],
])('is not %j', (given, fault) => {
  expect(() => EXTRA_FIELDS(given)).toThrow(fault);
});

const OWN = {
  'product': {
    cost: { type: 'decimal', private: true },
    secret: { type: 'password' },
    manual: { type: 'media', multiple: false },
    maker: { type: 'relation', relation: 'manyToOne', target: 'api::course.course' },
    related2: { type: 'string' },
  },
  'product-variation': { available: { type: 'string' } },
};

it('stops the start for what cannot be shown, and says each fault', async () => {
  const starting = startStrapi({
    extend: OWN,
    cartwright: {
      catalog: {
        extraFields: {
          product: [
            ...['brand', 'title', 'seo', 'rating', 'cost', 'secret', 'manual', 'maker'],
            ...['ratingSum', 'saleFrom', 'constructor', 'related2'],
          ],
          variation: ['available', 'saleId', 'retired'],
          category: ['sale', 'children'],
        },
      },
    },
  });
  await expect(starting).rejects.toThrow(
    [
      'Wrong configuration of cartwright in config/plugins:',
      '  - "catalog.extraFields" names "brand", which is no field of the product (plugin::cartwright.product)',
      '  - "catalog.extraFields" names "title", which the answers of a product have already',
      '  - "catalog.extraFields" names "seo", which the answers of a product have already',
      '  - "catalog.extraFields" names "rating", which the answers of a product have already',
      '  - "catalog.extraFields" names "cost", which is private',
      '  - "catalog.extraFields" names "secret", which is private',
      '  - "catalog.extraFields" names "manual", which is of type media; only fields of one value can be shown',
      '  - "catalog.extraFields" names "maker", which is of type relation; only fields of one value can be shown',
      '  - "catalog.extraFields" names "ratingSum", which is private',
      '  - "catalog.extraFields" names "saleFrom", which is private',
      '  - "catalog.extraFields" names "constructor", which is no field of the product (plugin::cartwright.product)',
      '  - "catalog.extraFields" names "available", which the answers of a product variation have already',
      '  - "catalog.extraFields" names "saleId", which is private',
      '  - "catalog.extraFields" names "sale", which is of type relation; only fields of one value can be shown',
      '  - "catalog.extraFields" names "children", which the answers of a category have already',
    ].join('\n')
  );
});
