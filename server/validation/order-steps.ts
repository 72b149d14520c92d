import { z } from 'zod';

import { addItemBody } from './cart';
import { address, email, key, line, longText, quantity, quantityOrNone } from './fields';

/** What staff send about an order. Amounts are text; the currency judges them afterwards. */

const amount = z.string('must be an amount as text');

const text = line.nullish().transform((value) => value || null);

/** Each item once, so that two entries for one cannot hide how much is meant. */
const units = (wanted: typeof quantity) =>
  z
    .array(z.strictObject({ id: key, quantity: wanted }, 'must be an object'), 'must be a list')
    .max(1000, 'may have at most 1000 items')
    .refine(
      (items) => new Set(items.map(({ id }) => id)).size === items.length,
      'must not name an item twice'
    );

const someUnits = units(quantity).refine(
  (items) => items.length > 0,
  'must name at least one item'
);

const time = z.iso
  .datetime({ offset: true, error: 'must be a time such as "2026-07-01T12:00:00Z"' })
  .transform((value) => new Date(value));

/** It becomes a link in a mail: nothing but the web. */
const webAddress = z
  .string('must be text')
  .trim()
  .max(2000, 'may have at most 2000 characters')
  .refine(
    (value) => value === '' || isWebAddress(value),
    'must be an address that begins with http'
  )
  .nullish()
  .transform((value) => value || null);

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(value) && URL.canParse(value);
}

const tracking = { carrier: text, trackingNumber: text, trackingUrl: webAddress };

/** `POST /orders/:documentId/fulfilments` */
export const shipBody = z.strictObject(
  { items: someUnits.optional(), ...tracking, shippedAt: time.optional() },
  'must be an object'
);

/** `PATCH /orders/:documentId/fulfilments/:id`: what is not named stays. */
export const trackingBody = z
  .strictObject(
    {
      carrier: line.nullable().optional(),
      trackingNumber: line.nullable().optional(),
      trackingUrl: webAddress.optional(),
      shippedAt: time.optional(),
    },
    'must be an object'
  )
  .transform((body) => Object.fromEntries(Object.entries(body).filter(([name]) => name in body)));

/** `POST /orders/:documentId/payments/:paymentId/capture` */
export const captureBody = z.strictObject({ amount: amount.optional() }, 'must be an object');

/** `POST /orders/:documentId/cancel` */
export const cancelBody = z.strictObject({ reason: text }, 'must be an object');

/** `POST /orders/:documentId/notes` */
export const noteBody = z.strictObject(
  { note: longText.min(1, 'must not be empty') },
  'must be an object'
);

/** `POST /orders/:documentId/refunds`, and its preview */
export const refundBody = z
  .strictObject(
    {
      all: z.literal(true, 'must be true').optional(),
      amount: amount.optional(),
      lines: someUnits.optional(),
      shipping: z.union([z.literal(true), amount], 'must be true, or an amount as text').optional(),
      reason: text,
      restock: z.boolean('must be true or false').default(false),
    },
    'must be an object'
  )
  .refine(
    ({ all, amount: free, lines, shipping }) =>
      [all, free, lines ?? shipping].filter((wanted) => wanted !== undefined).length === 1,
    'names what to give back: "all", or "amount", or "lines" and "shipping"'
  );

const edit = {
  add: z.array(addItemBody, 'must be a list').max(100, 'may have at most 100 items').default([]),
  quantities: units(quantityOrNone).default([]),
  email: email.optional(),
  billing: address.optional(),
  shipping: address.optional(),
  instructions: longText.nullable().optional(),
  shippingOption: key.nullable().optional(),
  expectedRevision: z.int('must be a whole number').min(0, 'must be a whole number').optional(),
};

/** `POST /orders/:documentId/edit/preview` */
export const editPreviewBody = z.strictObject(edit, 'must be an object');

/** `POST /orders/:documentId/edit` */
export const editBody = z.strictObject({ ...edit, expectedTotal: amount }, 'must be an object');

const staffOrder = {
  account: key.nullable().default(null),
  email: email.optional(),
  billing: address.nullable().optional(),
  shipping: address.nullable().optional(),
  sameAsBilling: z.boolean('must be true or false').optional(),
  instructions: longText.nullable().optional(),
  shippingOption: key.nullable().optional(),
  paymentMethod: key.nullable().optional(),
  discountCode: key.nullable().default(null),
  locale: key.nullable().default(null),
  items: z
    .array(addItemBody, 'must be a list')
    .min(1, 'must name at least one item')
    .max(100, 'may have at most 100 items'),
};

/** `POST /orders/preview` */
export const staffOrderPreviewBody = z.strictObject(staffOrder, 'must be an object');

/** `POST /orders` */
export const staffOrderBody = z.strictObject(
  { ...staffOrder, expectedTotal: amount.optional() },
  'must be an object'
);
