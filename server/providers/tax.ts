import type { Address } from '../domain/cart/cart';

/** One line of the cart, as a tax office asks about it. */
export interface TaxedItem {
  type: string;
  documentId: string;
  sku: string | null;
  quantity: number;
  taxClass: string | null;
  /** What the line costs after its share of the discount code. */
  amount: string;
}

/** The cart as it stands. Amounts are decimal strings in `currency`. */
export interface TaxRequest {
  currency: string;
  /** Whether the amounts already contain their tax. */
  included: boolean;
  items: TaxedItem[];
  /** What shipping costs; null when it is not taxed. */
  shipping: string | null;
  /** Where it goes; null while nobody knows. */
  address: Address | null;
}

/** The tax in or on one amount. */
export interface Tax {
  /** With no more decimals than the currency has. */
  amount: string;
  /** A percentage in text: '19'. It is printed, not calculated with. */
  rate: string;
  label: string;
}

/** null where nothing is taxed. */
export interface TaxAnswer {
  /** One for each item, in their order. */
  items: (Tax | null)[];
  shipping: Tax | null;
}

/**
 * Says what tax a cart bears (rules 9.1, 9.3). It is asked at most once per priced cart, and never inside a
 * transaction, so it may call a service. An exception, or an answer that is none, becomes `provider_failed`.
 */
export interface TaxProvider {
  name: string;
  tax(request: TaxRequest): Promise<TaxAnswer> | TaxAnswer;
}

/** Gives the provider its type; changes nothing. */
export function defineTaxProvider(provider: TaxProvider): TaxProvider {
  return provider;
}
