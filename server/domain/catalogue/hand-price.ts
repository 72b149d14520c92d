import type { Amount } from '../money/money';
import type { Offer } from './sale-price';

/** A sale price with its window, as three columns hold it. */
export interface SalePrice {
  salePrice: Amount | null;
  saleFrom: Date | null;
  saleTo: Date | null;
}

/** What a variation shows as its sale price, whose it is, and what was set by hand and is displaced by a sale. */
export interface SalePrices extends SalePrice {
  saleId: string | null;
  handSalePrice: Amount | null;
  handSaleFrom: Date | null;
  handSaleTo: Date | null;
}

/** The sale price that an editor has set, shown at present or not. */
export function handPrice(prices: SalePrices): SalePrice {
  if (prices.saleId === null) {
    const { salePrice, saleFrom, saleTo } = prices;
    return { salePrice, saleFrom, saleTo };
  }
  return {
    salePrice: prices.handSalePrice,
    saleFrom: prices.handSaleFrom,
    saleTo: prices.handSaleTo,
  };
}

/**
 * What counts as set by hand after an editor saved the form (rules 3.5). While a sale's price is shown, sending it
 * back unchanged does not make it the editor's, and emptying the field does not end the sale: it takes back what
 * was set by hand before, if anything was.
 */
export function handPriceAfter(before: SalePrices | undefined, sent: SalePrice): SalePrice {
  if (before === undefined || before.saleId === null) return sent;
  if (sent.salePrice === null) return { salePrice: null, saleFrom: null, saleTo: null };
  const unchanged = before.salePrice !== null && sent.salePrice.eq(before.salePrice);
  return unchanged ? handPrice(before) : sent;
}

/** It competes like a sale, unless the unit price has meanwhile fallen below it. */
export function handOffer(
  { salePrice, saleFrom, saleTo }: SalePrice,
  unitPrice: Amount | null
): Offer[] {
  if (salePrice === null || unitPrice?.lt(salePrice)) return [];
  return [{ saleId: null, price: salePrice, from: saleFrom, to: saleTo }];
}

/**
 * The columns once it is decided who stands: what was set by hand is kept beside a sale's price. Dates that an editor
 * has set before there is a price to them stay.
 */
export function showOffer(winner: Offer | null, hand: SalePrice): SalePrices {
  const dates =
    winner ?? (hand.salePrice === null ? { from: hand.saleFrom, to: hand.saleTo } : null);
  const shown = {
    salePrice: winner?.price ?? null,
    saleFrom: dates?.from ?? null,
    saleTo: dates?.to ?? null,
    saleId: winner?.saleId ?? null,
  };
  const displaced = shown.saleId !== null;
  return {
    ...shown,
    handSalePrice: displaced ? hand.salePrice : null,
    handSaleFrom: displaced ? hand.saleFrom : null,
    handSaleTo: displaced ? hand.saleTo : null,
  };
}

export function sameSalePrice(a: SalePrice, b: SalePrice): boolean {
  return (
    sameAmount(a.salePrice, b.salePrice) &&
    sameDate(a.saleFrom, b.saleFrom) &&
    sameDate(a.saleTo, b.saleTo)
  );
}

export function sameSalePrices(a: SalePrices, b: SalePrices): boolean {
  return (
    a.saleId === b.saleId &&
    sameSalePrice(a, b) &&
    sameAmount(a.handSalePrice, b.handSalePrice) &&
    sameDate(a.handSaleFrom, b.handSaleFrom) &&
    sameDate(a.handSaleTo, b.handSaleTo)
  );
}

const sameAmount = (a: Amount | null, b: Amount | null) =>
  a === null || b === null ? a === b : a.eq(b);

const sameDate = (a: Date | null, b: Date | null) =>
  (a?.getTime() ?? null) === (b?.getTime() ?? null);
