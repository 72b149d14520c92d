import type { Fulfilment } from '../orders/fulfilment-status';
import type { Order } from '../orders/order';
import { addressLines } from './address-lines';
import type { Sheet } from './document';
import type { ShopDetails } from './shop-details';
import type { Wording } from './words';
import { detailsOf, displayDate, displayNumber, letterhead, said } from './write-sheet';

/** What lies in the parcel: no prices, no number. Of one fulfilment, or of all that was ordered. */
export function writePackingSlip(
  order: Order,
  fulfilment: Fulfilment | null,
  shop: ShopDetails,
  { words, locale }: Wording
): Sheet {
  const units =
    fulfilment?.items ?? order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
  return {
    ...letterhead(shop),
    locale,
    title: words.packingSlip,
    recipient: addressLines(order.shipping, locale),
    delivery: null,
    facts: [
      { label: words.order, value: order.number },
      { label: words.orderDate, value: displayDate(order.placedAt, locale) },
      ...(fulfilment
        ? [{ label: words.date, value: displayDate(new Date(fulfilment.shippedAt), locale) }]
        : []),
      ...said(words.shipping, order.shippingOption?.label ?? null),
      ...said(words.carrier, fulfilment?.carrier ?? null),
      ...said(words.tracking, fulfilment?.trackingNumber ?? null),
    ],
    columns: [words.item, words.quantity],
    rows: units.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      if (!line) return [];
      const details = detailsOf(line, words.sku);
      return [{ description: line.description, details, cells: [displayNumber(quantity, locale)] }];
    }),
    totals: [],
    notes: order.instructions
      ? [{ label: words.instructions, lines: order.instructions.split('\n') }]
      : [],
    page: words.page,
  };
}
