import {
  handOffer,
  handPrice,
  type SalePrices,
  sameSalePrices,
  showOffer,
} from '../../domain/catalogue/hand-price';
import { saleOffers, winningOffer } from '../../domain/catalogue/sale-price';
import type { Variation } from '../../domain/catalogue/variation';
import type { Amount } from '../../domain/money/money';
import type { Connection } from '../../storage/database';
import { lockSaleVariations, type ShownPrices, writeSalePrices } from '../../storage/sale-prices';
import type { CatalogueContext } from './context';
import { findSoundSales, salesByProduct } from './reaching-sales';
import { recordPrices } from './record-prices';

export type SalesContext = Pick<CatalogueContext, 'settings' | 'now' | 'warn'>;

export interface RepricedVariation {
  id: number;
  productDocumentId: string;
  prices: ShownPrices;
}

/**
 * Decides anew what the variations of some products show as their sale price (rules 3.3–3.6), over every sale that
 * reaches them and what was set by hand, and writes what differs; and keeps their price history. A fixed number of
 * statements for a hundred products. It does not touch the products' copies.
 *
 * @returns the variations that changed, with what they show now
 */
export async function applySales(
  { settings, now, warn }: SalesContext,
  trx: Connection,
  products: readonly string[]
): Promise<RepricedVariation[]> {
  const at = now();
  const variations = await lockSaleVariations(trx, products);
  const sales = await findSoundSales(trx, products, at, warn);
  const reaching = await salesByProduct(trx, products, variations, sales);

  const decided = variations.map((variation) => {
    const { unitPrice } = variation;
    const hand = handPrice(variation);
    const offers = saleOffers(unitPrice, reaching.get(variation.productDocumentId), settings);
    const winner = winningOffer([...offers, ...handOffer(hand, unitPrice)], at);
    return { ...variation, ...showOffer(winner, hand) };
  });

  const lowest = await recordPrices(trx, decided, at);
  const changes = decided.flatMap((variation, index) => {
    const { id, productDocumentId } = variation;
    const lowestPrice30d = lowest.get(variation.documentId) ?? null;
    const before = variations[index];
    const same =
      before &&
      sameSalePrices(variation, before) &&
      sameAmount(lowestPrice30d, before.lowestPrice30d);
    return same ? [] : [{ id, productDocumentId, prices: shown(variation, lowestPrice30d) }];
  });
  await writeSalePrices(trx, changes);
  return changes;
}

function shown(prices: SalePrices, lowestPrice30d: Amount | null): ShownPrices {
  const { salePrice, saleFrom, saleTo, saleId } = prices;
  const { handSalePrice, handSaleFrom, handSaleTo } = prices;
  const hand = { handSalePrice, handSaleFrom, handSaleTo };
  return { salePrice, saleFrom, saleTo, saleId, ...hand, lowestPrice30d };
}

const sameAmount = (a: Amount | null, b: Amount | null) =>
  a === null || b === null ? a === b : a.eq(b);

/** Applies the sales to one product, and gives back its default variation with the price that it shows now. */
export async function priced(
  context: CatalogueContext,
  trx: Connection,
  productDocumentId: string,
  defaultVariation: Variation | undefined
): Promise<Variation | undefined> {
  const changed = await applySales(context, trx, [productDocumentId]);
  const change = changed.find(({ id }) => id === defaultVariation?.id);
  return defaultVariation && { ...defaultVariation, ...change?.prices };
}
