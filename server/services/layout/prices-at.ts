import type { Settings } from '../../config';
import type { PriceRange, ShownPriced } from '../../domain/catalogue/card';
import { currentPrice } from '../../domain/catalogue/current-price';
import { handOffer, handPrice, showOffer } from '../../domain/catalogue/hand-price';
import { saleOffers, winningOffer } from '../../domain/catalogue/sale-price';
import type { Connection } from '../../storage/database';
import type { StoredCard } from '../../storage/listings/cards';
import { type PreviewedVariation, readSaleVariations } from '../../storage/sale-prices';
import { findSoundSales, salesByProduct, type SoundSale } from '../catalogue/reaching-sales';

type PriceSettings = Pick<Settings, 'currency' | 'roundingMode'>;

/**
 * Cards with the prices of an instant that has not come yet. A variation carries one sale at a time: the one that
 * stands, or the next one; what comes after it is only known to the rule itself (rule 3.5), so it is asked here, over
 * all sales. Nothing is written. A fixed number of statements.
 */
export async function pricedAt(
  db: Connection,
  cards: readonly StoredCard[],
  at: Date,
  { settings, warn }: { settings: PriceSettings; warn: (message: string) => void }
): Promise<StoredCard[]> {
  if (cards.length === 0) return [];
  const products = [...new Set(cards.map(({ product }) => product.documentId))];
  const variations = (await readSaleVariations(db, products)).filter(({ retired }) => !retired);
  const sales = await findSoundSales(db, products, at, warn);
  const reaching = await salesByProduct(db, products, variations, sales);

  const priced = new Map<string, PricedThen[]>();
  for (const variation of variations) {
    const { productDocumentId: id } = variation;
    const then = priceThen(variation, reaching.get(id), at, settings);
    priced.set(id, [...(priced.get(id) ?? []), then]);
  }
  return cards.map(({ product, range }) => {
    const ofProduct = priced.get(product.documentId) ?? [];
    // A product shows what its default variation costs, and carries its SKU.
    const shown = ofProduct.find(({ sku }) => sku === product.sku);
    return {
      product: { ...product, prices: shown?.prices ?? product.prices },
      range: { ...range, ...span(ofProduct, at) },
    };
  });
}

interface PricedThen {
  sku: string | null;
  prices: ShownPriced;
}

function priceThen(
  variation: PreviewedVariation,
  sales: readonly SoundSale[] | undefined,
  at: Date,
  settings: PriceSettings
): PricedThen {
  const { sku, unitPrice } = variation;
  const hand = handPrice(variation);
  const offers = [...saleOffers(unitPrice, sales, settings), ...handOffer(hand, unitPrice)];
  const { saleId, salePrice, saleFrom, saleTo } = showOffer(winningOffer(offers, at), hand);
  // The lowest price before a reduction that is still to come is not known yet.
  const lowestPrice30d = saleId === variation.saleId ? variation.lowestPrice30d : null;
  return { sku, prices: { unitPrice, salePrice, saleFrom, saleTo, lowestPrice30d } };
}

function span(priced: readonly PricedThen[], at: Date): Omit<PriceRange, 'inStock'> {
  const prices = priced
    .flatMap((one) => currentPrice(one.prices, at).price ?? [])
    .sort((a, b) => a.comparedTo(b));
  return { priceMin: prices.at(0) ?? null, priceMax: prices.at(-1) ?? null };
}
