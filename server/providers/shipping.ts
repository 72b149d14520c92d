import type { Address } from '../domain/cart/cart';

/** One line of the cart, as a carrier asks about it. */
export interface ShippedItem {
  /** UID of the content type, and the document. */
  type: string;
  documentId: string;
  sku: string | null;
  quantity: number;
  /** Grams of one unit, as a decimal string; '0' when nobody said. */
  weight: string;
  /** After its share of the discount code. */
  amount: string;
}

/** The cart as it stands. Amounts are decimal strings in `currency`. */
export interface ShippingRequest {
  currency: string;
  items: ShippedItem[];
  /** Before the discount code. */
  subtotal: string;
  discountedSubtotal: string;
  /** Grams × quantity over all lines. */
  weight: string;
  /** Where it goes; null while nobody knows. */
  address: Address | null;
}

/** A way of shipping that this cart can have. */
export interface ShippingQuote {
  code: string;
  label: string;
  /** With no more decimals than the currency has. */
  amount: string;
}

/**
 * Says what shipping this cart costs (rules 9.2, 9.3). It is asked at most once per priced cart, and never inside a
 * transaction, so it may call a carrier. No way to ship there: an empty list. An exception, or an answer that is none,
 * becomes `provider_failed`.
 */
export interface ShippingProvider {
  name: string;
  quote(request: ShippingRequest): Promise<ShippingQuote[]> | ShippingQuote[];
}

/** Gives the provider its type; changes nothing. */
export function defineShippingProvider(provider: ShippingProvider): ShippingProvider {
  return provider;
}
