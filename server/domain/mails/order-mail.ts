import type { Address } from '../cart/cart';
import { displayAmount } from '../money/format';
import type { Amount } from '../money/money';
import type { Order, OrderLine } from '../orders/order';

/** What a template can show. Amounts and dates are finished text in the mail's language; nothing is escaped yet. */
export interface MailView {
  shop: { name: string };
  /** Where the shopper goes on: the order, or the cart. Empty when the shop has named no address. */
  link: string;
  order: OrderView | null;
  fulfilment: FulfilmentView | null;
  refund: { amount: string; items: ItemView[] } | null;
  cart: { items: ItemView[] } | null;
}

export interface OrderView {
  number: string;
  placedAt: string;
  email: string;
  name: string;
  items: ItemView[];
  totals: Record<'subtotal' | 'discount' | 'shipping' | 'tax' | 'total', string>;
  hasDiscount: boolean;
  hasShipping: boolean;
  hasTax: boolean;
  taxIncluded: boolean;
  discountCode: string;
  shippingOption: string;
  paymentMethod: string;
  paid: boolean;
  billing: string[];
  shipping: string[];
  instructions: string;
}

export interface ItemView {
  description: string;
  options: string;
  sku: string;
  quantity: number;
  unitPrice: string;
  total: string;
}

export interface FulfilmentView {
  carrier: string;
  trackingNumber: string;
  trackingUrl: string;
  items: ItemView[];
}

/** What the order itself does not say. */
export interface Wording {
  /** For amounts and dates, such as `de-AT`. */
  locale: string;
  shopName: string;
  link: string;
  /** In words, such as "Bank transfer". */
  paymentMethod: string;
}

/** An order for people, with the parcel or the refund that the mail is about. */
export function orderMail(order: Order, reference: string, wording: Wording): MailView {
  const amount = (value: Amount) => displayAmount(value, order.currency, wording.locale);
  const item = (line: OrderLine): ItemView => ({
    ...itemOf(line),
    unitPrice: amount(line.unitPrice),
    total: amount(line.lineTotal),
  });
  const { totals } = order;
  const parcel = order.fulfilments.find(({ id }) => id === reference);
  const refund = order.refunds.find(({ id }) => id === reference);
  const name = [order.billing.firstName, order.billing.lastName].filter(Boolean).join(' ');
  return {
    shop: { name: wording.shopName },
    link: wording.link,
    order: {
      number: order.number,
      placedAt: new Intl.DateTimeFormat(wording.locale, {
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(order.placedAt),
      email: order.email,
      name,
      items: order.lines.map(item),
      totals: {
        subtotal: amount(totals.subtotal),
        discount: amount(totals.discount.negated()),
        shipping: amount(totals.shipping),
        tax: amount(totals.tax),
        total: amount(totals.total),
      },
      hasDiscount: !totals.discount.isZero(),
      hasShipping: order.shippingOption !== null,
      hasTax: !totals.tax.isZero(),
      taxIncluded: totals.taxIncluded,
      discountCode: order.discountCode?.code ?? '',
      shippingOption: order.shippingOption?.label ?? '',
      paymentMethod: wording.paymentMethod,
      paid: ['paid', 'partially_refunded', 'refunded'].includes(order.paymentStatus),
      billing: addressLines(order.billing),
      shipping: addressLines(order.shipping),
      instructions: order.instructions ?? '',
    },
    fulfilment: parcel
      ? {
          carrier: parcel.carrier ?? '',
          trackingNumber: parcel.trackingNumber ?? '',
          trackingUrl: webAddress(parcel.trackingUrl),
          items: parcel.items.flatMap(({ lineId, quantity }) => {
            const line = order.lines.find(({ id }) => id === lineId);
            return line ? [itemOf({ ...line, quantity })] : [];
          }),
        }
      : null,
    refund: refund
      ? {
          amount: amount(refund.amount),
          items: refund.lines.map((line) => ({
            ...itemOf({ ...line, options: [] }),
            total: amount(line.amount),
          })),
        }
      : null,
    cart: null,
  };
}

/** Words and numbers of one line, without its price. */
export function itemOf(line: {
  description: string;
  options: readonly { value: string }[];
  sku: string | null;
  quantity: number;
}): ItemView {
  const options = line.options.map(({ value }) => value).join(', ');
  const { description, sku, quantity } = line;
  return { description, options, sku: sku ?? '', quantity, unitPrice: '', total: '' };
}

function addressLines(address: Address): string[] {
  const { firstName, lastName, company, street, street2, city, state, postcode, country } = address;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  const town = [postcode, city].filter(Boolean).join(' ');
  return [company, name, street, street2, town, state, country].filter((text): text is string =>
    Boolean(text)
  );
}

/** A link that a mail may carry; anything that would run is none. */
function webAddress(text: string | null): string {
  return text && /^https?:\/\//i.test(text) ? text : '';
}
