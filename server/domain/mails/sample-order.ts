// cspell:disable -- four languages
import { currencyDecimals } from '../money/currency';
import { type Amount, money, ZERO } from '../money/money';
import type { Order, OrderLine } from '../orders/order';

/** What the parcel and the refund of the invented order are known by. */
export const SAMPLE = { parcel: 'sample-parcel', refund: 'sample-refund' } as const;

/** The words of the invented things, in the editors' languages; others read English. */
const THINGS: Record<string, [shirt: string, mug: string, standard: string]> = {
  en: ['Linen shirt', 'Mug', 'Standard'],
  de: ['Leinenhemd', 'Becher', 'Standard'],
  fr: ['Chemise en lin', 'Mug', 'Standard'],
  es: ['Camisa de lino', 'Taza', 'Estándar'],
};

/**
 * An order that nobody has placed, to show a mail with: previews tell nothing of shoppers, and there is one before the
 * first order. Its figures add up: 2 × 24.90 + 12.00 + 4.95 = 66.75.
 */
export function sampleOrder(facts: {
  currency: string;
  locale: string;
  number: string;
  paymentMethod: string | null;
  now: Date;
}): Order {
  const { currency, locale, number, paymentMethod, now } = facts;
  const [shirt, mug, standard] = THINGS[locale.split('-')[0] ?? ''] ?? THINGS.en ?? ['', '', ''];
  const amount = (text: string) =>
    money(text).toDecimalPlaces(Math.min(currencyDecimals(currency), 2));
  const lines = [
    line('1', shirt, 'SHIRT-M', 2, amount('24.90')),
    line('2', mug, 'MUG', 1, amount('12.00')),
  ];
  const shipping = amount('4.95');
  const subtotal = lines.reduce<Amount>((sum, { lineTotal }) => sum.plus(lineTotal), ZERO);
  const address = {
    firstName: 'Ada',
    lastName: 'Lovelace',
    street: 'Sample Street 1',
    postcode: '12345',
    city: 'Springfield',
    country: 'GB',
  };
  const [first] = lines;
  const refunded = first?.unitPrice ?? ZERO;
  return {
    documentId: 'sample',
    number,
    revision: 0,
    cartDocumentId: null,
    source: 'shopper',
    placedAt: now,
    currency,
    locale,
    email: 'ada@example.com',
    account: null,
    status: 'open',
    paymentStatus: 'pending',
    fulfilmentStatus: 'unfulfilled',
    lines,
    billing: address,
    shipping: address,
    instructions: null,
    discountCode: null,
    shippingOption: { code: 'standard', label: standard, amount: shipping, tax: ZERO },
    totals: {
      subtotal,
      discount: ZERO,
      shipping,
      tax: ZERO,
      total: subtotal.plus(shipping),
      taxIncluded: true,
    },
    taxes: [],
    explanation: [],
    paymentMethod,
    payments: [],
    fulfilments: [
      {
        id: SAMPLE.parcel,
        carrier: 'DHL',
        trackingNumber: 'JD0002210000000000',
        trackingUrl: null,
        items: [{ lineId: '1', sku: 'SHIRT-M', quantity: 2 }],
        shippedAt: now.toISOString(),
      },
    ],
    refunds: [
      {
        id: SAMPLE.refund,
        at: now.toISOString(),
        by: '',
        reason: null,
        status: 'done',
        amount: refunded,
        tax: ZERO,
        lines: [
          {
            lineId: '1',
            sku: 'SHIRT-M',
            description: shirt,
            quantity: 1,
            unshipped: 0,
            amount: refunded,
            discount: ZERO,
            tax: ZERO,
          },
        ],
        shipping: ZERO,
        overpaid: ZERO,
        restock: false,
        operations: [],
        creditNote: null,
      },
    ],
    termsAcceptedAt: null,
    invoice: null,
    history: [],
    holdExpiresAt: null,
    checkAt: null,
  };
}

function line(
  id: string,
  description: string,
  sku: string,
  quantity: number,
  unitPrice: Amount
): OrderLine {
  const lineTotal = unitPrice.times(quantity);
  return {
    id,
    type: 'sample',
    documentId: id,
    sku,
    description,
    options: [],
    data: null,
    url: null,
    image: null,
    quantity,
    unitPrice,
    regularPrice: unitPrice,
    lineTotal,
    discount: ZERO,
    tax: ZERO,
    total: lineTotal,
    explanation: [],
  };
}
