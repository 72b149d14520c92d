import { soundDiscount } from '../../domain/catalogue/check-sale';
import {
  handOffer,
  handPrice,
  type SalePrices,
  sameSalePrices,
  showOffer,
} from '../../domain/catalogue/hand-price';
import { optionsOfKey } from '../../domain/catalogue/option-key';
import { type Offer, salePriceOf, winningOffer } from '../../domain/catalogue/sale-price';
import { reachOf } from '../../domain/catalogue/sale-scope';
import type { Variation } from '../../domain/catalogue/variation';
import type { Discount } from '../../domain/discounts/discount';
import type { Amount } from '../../domain/money/money';
import type { Connection } from '../../storage/database';
import {
  lockSaleVariations,
  type SaleVariation,
  type ShownPrices,
  writeSalePrices,
} from '../../storage/sale-prices';
import * as stored from '../../storage/sales';
import type { CatalogueContext } from './context';
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
    const offers = (reaching.get(variation.productDocumentId) ?? []).flatMap((sale): Offer[] => {
      const { currency, roundingMode } = settings;
      const price = salePriceOf(unitPrice, sale.discount, currency, roundingMode);
      const { documentId: saleId, validFrom: from, validTo: to } = sale;
      return price === null ? [] : [{ saleId, price, from, to }];
    });
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

type SoundSale = stored.StoredSale & { discount: Discount };

async function findSoundSales(
  trx: Connection,
  products: readonly string[],
  at: Date,
  warn: (message: string) => void
): Promise<SoundSale[]> {
  const sales = await stored.findStandingSales(trx, products, at);
  return sales.flatMap((sale) => {
    const discount = soundDiscount(sale);
    if (discount === null) warn(`the sale ${sale.documentId} is not valid and reaches nothing`);
    return discount === null ? [] : [{ ...sale, discount }];
  });
}

async function salesByProduct(
  trx: Connection,
  products: readonly string[],
  variations: readonly SaleVariation[],
  sales: readonly SoundSale[]
): Promise<Map<string, SoundSale[]>> {
  if (sales.length === 0) return new Map();
  const byCategory = sales.some(({ categories }) => categories.size > 0);
  const categories = byCategory ? await stored.readSaleCategories(trx) : [];
  const assigned = byCategory
    ? await stored.findAssignedCategories(trx, products)
    : new Map<string, Set<string>>();
  const options = new Map<string, Set<string>[]>(products.map((documentId) => [documentId, []]));
  for (const { productDocumentId, optionKey, retired } of variations) {
    if (!retired) options.get(productDocumentId)?.push(new Set(optionsOfKey(optionKey)));
  }

  const reaches = sales.map((sale) => reachOf(sale, categories));
  return new Map(
    products.map((documentId) => {
      const target = {
        documentId,
        categories: assigned.get(documentId) ?? new Set<string>(),
        variations: options.get(documentId) ?? [],
      };
      return [documentId, sales.filter((_, index) => reaches[index]?.(target))];
    })
  );
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
