import type { Settings } from '../../config';
import { checkSale } from '../../domain/catalogue/check-sale';
import {
  handOffer,
  handPrice,
  type SalePrices,
  sameSalePrices,
  showOffer,
} from '../../domain/catalogue/hand-price';
import { optionsOfKey } from '../../domain/catalogue/option-key';
import { type Offer, salePriceOf, winningOffer } from '../../domain/catalogue/sale-price';
import { reaches, type SaleTarget } from '../../domain/catalogue/sale-scope';
import type { Variation } from '../../domain/catalogue/variation';
import type { Connection } from '../../storage/database';
import * as stored from '../../storage/sales';
import type { CatalogueContext } from './context';

export interface RepricedVariation {
  id: number;
  productDocumentId: string;
  prices: SalePrices;
}

/**
 * Decides anew what the variations of some products show as their sale price (rules 3.3–3.6), over every sale that
 * reaches them and what was set by hand, and writes what differs. A fixed number of statements for a hundred
 * products. It does not touch the products' copies.
 *
 * @returns the variations that changed, with what they show now
 */
export async function applySales(
  trx: Connection,
  products: readonly string[],
  { currency, roundingMode }: Pick<Settings, 'currency' | 'roundingMode'>,
  now: Date
): Promise<RepricedVariation[]> {
  const variations = await stored.lockSaleVariations(trx, products);
  const sales = await stored.findStandingSales(trx, products, now);
  if (sales.length === 0 && variations.every(({ saleId }) => saleId === null)) return [];

  const byCategory = sales.some(({ categories }) => categories.size > 0);
  const categories = byCategory ? await stored.readSaleCategories(trx) : [];
  const assigned = byCategory
    ? await stored.findAssignedCategories(trx, products)
    : new Map<string, Set<string>>();
  const targets = products.map((documentId): SaleTarget => ({
    documentId,
    categories: assigned.get(documentId) ?? new Set(),
    variations: variations
      .filter(({ productDocumentId, retired }) => productDocumentId === documentId && !retired)
      .map(({ optionKey }) => new Set(optionsOfKey(optionKey))),
  }));
  const reaching = new Map(
    targets.map((target) => [
      target.documentId,
      sales.filter((sale) => reaches(sale, target, categories)),
    ])
  );

  const changes = variations.flatMap((variation) => {
    const hand = handPrice(variation);
    const offers = (reaching.get(variation.productDocumentId) ?? []).flatMap((sale): Offer[] => {
      const price = salePriceOf(variation.unitPrice, checkSale(sale), currency, roundingMode);
      return price === null
        ? []
        : [{ saleId: sale.documentId, price, from: sale.validFrom, to: sale.validTo }];
    });
    const prices: SalePrices = showOffer(
      winningOffer([...offers, ...handOffer(hand, variation.unitPrice)], now),
      hand
    );
    const { id, productDocumentId } = variation;
    return sameSalePrices(prices, variation) ? [] : [{ id, productDocumentId, prices }];
  });
  await stored.writeSalePrices(trx, changes);
  return changes;
}

/** Applies the sales to one product, and gives back its default variation with the price that it shows now. */
export async function priced(
  { settings, now }: CatalogueContext,
  trx: Connection,
  productDocumentId: string,
  defaultVariation: Variation | undefined
): Promise<Variation | undefined> {
  const changed = await applySales(trx, [productDocumentId], settings, now());
  const change = changed.find(({ id }) => id === defaultVariation?.id);
  return defaultVariation && { ...defaultVariation, ...change?.prices };
}
