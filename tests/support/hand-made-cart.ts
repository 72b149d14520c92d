import { type CartwrightConfig, readSettings } from '../../server/config';
import { type Address, NO_DETAILS, type ShownFigures } from '../../server/domain/cart/cart';
import type { LoadedCart, PricedCart } from '../../server/domain/cart/priced-cart';
import { refKey, type Sellable } from '../../server/domain/catalogue/sellable';
import type { DiscountCode } from '../../server/domain/discounts/discount-code';
import { formatAmount } from '../../server/domain/money/format';
import { type Amount, money } from '../../server/domain/money/money';
import { shippingByOptions } from '../../server/providers/builtin/shipping-options';
import { taxByRates } from '../../server/providers/builtin/tax-rates';
import type { ShippingProvider } from '../../server/providers/shipping';
import type { TaxProvider } from '../../server/providers/tax';
import { createPricing } from '../../server/services/pricing';
import { line, NOON, sellable } from '../domain/support/sellables';

/** A line in words: everything that a figure can come from. */
export interface HandMadeLine {
  /** null: it has no price. */
  price: string | null;
  /** A sale price that holds at noon. */
  sale?: string;
  /** From this instant on; open without it. */
  saleFrom?: string;
  saleTo?: string;
  /** 1 unless said otherwise. */
  quantity?: number;
  /** The product that a discount code may select; one of its own unless said otherwise. */
  product?: string;
  taxClass?: string;
  /** Grams of one unit. */
  weight?: string;
  /** It was deleted meanwhile. */
  gone?: boolean;
}

export interface HandMadeCode {
  deduct?: string;
  percent?: string;
  exact?: string;
  freeShipping?: boolean;
  /** The products that it selects; without it the code is for the cart. */
  on?: readonly string[];
  minPurchase?: string;
  inactive?: boolean;
  validFrom?: string;
  validTo?: string;
  maxUses?: number;
  usedCount?: number;
  maxUsesPerCustomer?: number;
  customerUses?: number;
}

/** A whole cart in words. */
export interface HandMadeCart {
  lines: readonly HandMadeLine[];
  code?: HandMadeCode;
  /** What a site writes in its config; EUR unless said otherwise. */
  config?: CartwrightConfig;
  country?: string;
  region?: string;
  /** What the shopper chose. */
  shippingOption?: string;
  shown?: ShownFigures;
}

export interface OwnProviders {
  shipping?: ShippingProvider;
  tax?: TaxProvider;
}

/** Prices it at noon with the real pipeline, and the built-in providers unless others are given. */
export function priceByHand(cart: HandMadeCart, own: OwnProviders = {}): Promise<PricedCart> {
  const settings = readSettings({ currency: 'EUR', ...cart.config });
  const providers = {
    shipping: own.shipping ?? shippingByOptions(settings.shipping.options),
    tax: own.tax ?? taxByRates(settings.tax.rates, settings.roundingMode),
  };
  const pricing = createPricing(settings, providers, (sellables) => Promise.resolve(sellables));
  return pricing.priceCart(loadByHand(cart), NOON);
}

/** The cart as it would have been read. */
export function loadByHand(cart: HandMadeCart): LoadedCart {
  const things = cart.lines.map((wish, index) => ({ wish, ...thingOf(wish, index) }));
  return {
    cart: {
      rowId: 1,
      documentId: 'cart',
      status: 'open',
      version: 1,
      account: null,
      details: {
        ...NO_DETAILS,
        billing: addressOf(cart),
        shippingOption: cart.shippingOption ?? null,
      },
      discountCode: cart.code ? 'CODE' : null,
      orderDocumentId: null,
      shown: cart.shown ?? null,
      expiresAt: null,
      updatedAt: NOON,
    },
    lines: things.map(({ line: one }) => one),
    sellables: new Map(
      things.flatMap(({ wish, thing }) => (wish.gone ? [] : [[refKey(thing), thing]]))
    ),
    code: cart.code ? codeOf(cart.code) : null,
    notices: [],
  };
}

function thingOf(wish: HandMadeLine, index: number) {
  const documentId = `thing-${index}`;
  const optional = (text: string | undefined | null) => (text ? money(text) : null);
  const date = (text: string | undefined) => (text ? new Date(text) : null);
  const thing: Sellable = sellable({
    documentId,
    sku: `SKU-${index}`,
    productDocumentId: wish.product ?? `product-${index}`,
    prices: {
      unitPrice: optional(wish.price),
      salePrice: optional(wish.sale),
      saleFrom: date(wish.saleFrom),
      saleTo: date(wish.saleTo),
    },
    taxClass: wish.taxClass ?? null,
    weight: money(wish.weight ?? '0'),
  });
  const quantity = wish.quantity ?? 1;
  return {
    thing,
    line: line({ id: `line-${index}`, lineKey: `key-${index}`, documentId, quantity }),
  };
}

function addressOf({ country, region }: HandMadeCart): Address | null {
  return country === undefined ? null : { country, ...(region ? { state: region } : {}) };
}

function codeOf(wish: HandMadeCode): DiscountCode {
  const kind = (['deduct', 'percent', 'exact'] as const).find((one) => wish[one] !== undefined);
  return {
    documentId: 'code',
    code: 'CODE',
    active: !wish.inactive,
    discount: kind ? { kind, value: money(wish[kind] ?? '0') } : null,
    freeShipping: wish.freeShipping ?? false,
    validFrom: wish.validFrom ? new Date(wish.validFrom) : null,
    validTo: wish.validTo ? new Date(wish.validTo) : null,
    appliesTo: wish.on ? 'selection' : 'cart',
    minPurchase: wish.minPurchase ? money(wish.minPurchase) : null,
    maxUses: wish.maxUses ?? null,
    maxUsesPerCustomer: wish.maxUsesPerCustomer ?? null,
    usedCount: wish.usedCount ?? 0,
    customerUses: wish.customerUses ?? 0,
    selected: new Set(wish.on),
    savedAt: NOON,
  };
}

/** The figures of a cart in the wire form, as the tables of cases write them. */
export function figuresOf(priced: PricedCart, currency = 'EUR') {
  const text = (amount: Amount) => formatAmount(amount, currency);
  const { totals, lines } = priced;
  return {
    subtotal: text(totals.subtotal),
    discount: text(totals.discount),
    shipping: text(totals.shipping),
    tax: text(totals.tax),
    total: text(totals.total),
    shares: lines.map(({ discount }) => text(discount)).join(' '),
    lineTaxes: lines.map(({ tax }) => text(tax)).join(' '),
    lineTotals: lines.map(({ total }) => text(total)).join(' '),
    shippingTax: text(priced.shippingTax),
    taxes: priced.taxes
      .map(({ rate, base, amount }) => `${rate}% of ${text(base)}: ${text(amount)}`)
      .join(', '),
    shippingOption: priced.shippingOption?.code ?? null,
    notices: priced.notices.map((notice) =>
      notice.code === 'discount_code_dropped' ? `${notice.code}: ${notice.reason}` : notice.code
    ),
  };
}
