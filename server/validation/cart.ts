import { z } from 'zod';

import { UIDS } from '../../content-types/uids';
import { key, lineData, longText, quantity, quantityOrNone } from './fields';

const WAYS = 'names one thing: "sku", or "variation", or "type" with "documentId"';

const item = (amount: typeof quantity) =>
  z
    .strictObject(
      {
        sku: key.optional(),
        variation: key.optional(),
        type: key.optional(),
        documentId: key.optional(),
        quantity: amount.default(1),
        data: lineData.nullish(),
      },
      'must be an object'
    )
    .refine(
      ({ sku, variation, type, documentId }) =>
        [sku, variation, type && documentId].filter(Boolean).length === 1 && !type === !documentId,
      WAYS
    )
    .transform(({ sku, variation, type, documentId, quantity: units, data }) => ({
      ...(sku !== undefined
        ? { sku }
        : { type: type ?? UIDS.productVariation, documentId: variation ?? documentId ?? '' }),
      quantity: units,
      data: data && Object.keys(data).length > 0 ? data : null,
    }));

/** `POST /cart/items` */
export const addItemBody = item(quantity);

const bulk = (amount: typeof quantity) =>
  z.strictObject(
    {
      mode: z.enum(['add', 'set'], 'must be "add" or "set"').default('add'),
      items: z
        .array(item(amount), 'must be a list')
        .min(1, 'must name at least one item')
        .max(100, 'may have at most 100 items'),
    },
    'must be an object'
  );

const addBody = bulk(quantity);
const setBody = bulk(quantityOrNone);

/** `POST /cart/items/bulk`: only with mode `set` may a quantity be 0, which removes. */
export function bulkBody(body: unknown): typeof addBody {
  const mode = (body as { mode?: unknown } | null | undefined)?.mode;
  return mode === 'set' ? setBody : addBody;
}

/** `PATCH /cart/items/:id` */
export const updateItemBody = z.strictObject({ quantity: quantityOrNone }, 'must be an object');

/** `PUT /cart/discount-code` */
export const discountCodeBody = z.strictObject({ code: key }, 'must be an object');

/** `POST /cart/merge` */
export const mergeBody = z.strictObject(
  {
    token: key,
    strategy: z
      .enum(['add', 'replace', 'keep_higher'], 'must be "add", "replace" or "keep_higher"')
      .nullish()
      .transform((strategy) => strategy ?? null),
  },
  'must be an object'
);

/** `POST /cart/restore`: what `GET /cart/export` answered with. */
export const restoreBody = z.strictObject(
  {
    version: z.literal(1, 'must be 1'),
    currency: key.optional(),
    exportedAt: key.optional(),
    items: z
      .array(
        z.strictObject({
          type: key,
          documentId: key,
          sku: key.nullish(),
          description: longText.default(''),
          quantity,
          data: lineData.nullish().transform((data) => data ?? null),
          unitPrice: key.nullish(),
        }),
        'must be a list'
      )
      .min(1, 'must name at least one item')
      .max(1000, 'may have at most 1000 items'),
    discountCode: key.nullish().transform((code) => code ?? null),
  },
  'must be an exported cart'
);
