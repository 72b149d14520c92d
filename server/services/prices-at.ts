import type { Settings } from '../config';
import { type CurrentPrice, currentPrice } from '../domain/catalogue/current-price';
import { handOffer, handPrice, showOffer } from '../domain/catalogue/hand-price';
import { nameOptions } from '../domain/catalogue/name-options';
import { nextWindows } from '../domain/catalogue/next-windows';
import { saleOffers, winningOffer } from '../domain/catalogue/sale-price';
import type { OptionChoice } from '../domain/catalogue/sellable';
import { CommerceError } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import type { Database } from '../storage/database';
import { lookAtProduct } from './catalogue/product-state';
import { findSoundSales, salesByProduct } from './catalogue/reaching-sales';

/** What a variation costs at an instant, and who says so. */
export interface VariationPriceAt {
  documentId: string;
  sku: string | null;
  options: OptionChoice[];
  /** What a list shows of the product. */
  isDefault: boolean;
  current: CurrentPrice;
  /** The sale price that stands at the instant, else the one that is the next to begin; of a sale or set by hand. */
  offer: {
    price: Amount;
    sale: { documentId: string; title: string } | null;
    from: Date | null;
    to: Date | null;
  } | null;
}

export interface PricesAt {
  at: Date;
  /** In the order of the shop. */
  variations: VariationPriceAt[];
  /** From now on, whichever instant was asked about. */
  nextStart: Date | null;
  nextEnd: Date | null;
}

/** The prices of a product at any instant, as the sales and the prices set by hand stand now (rules 3.1, 3.5). */
export function createPricesAt(shop: {
  settings: Pick<Settings, 'currency' | 'roundingMode' | 'optionTypes'>;
  database: Database;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { settings, database, defaultLocale, clock, warn } = shop;

  /** @throws product_not_found */
  return async function pricesAt(
    product: string,
    { at: asked, locale }: { at: Date | null; locale: string | null }
  ): Promise<PricesAt> {
    const db = database.read;
    const state = await lookAtProduct({ defaultLocale }, db, product);
    if (!state) throw new CommerceError('product_not_found', 'There is no such product any more.');
    const now = clock();
    const at = asked ?? now;

    // Those that are over by then are asked for too: they may still begin from now on.
    const sales = await findSoundSales(db, [product], at < now ? at : now, warn);
    const reaching = await salesByProduct(db, [product], state.variations, sales);
    const sold = state.variations.filter(({ retired }) => !retired);
    const offered = sold.map((variation) => {
      const { unitPrice } = variation;
      const ofSales = saleOffers(unitPrice, reaching.get(product), settings);
      return [...ofSales, ...handOffer(handPrice(variation), unitPrice)];
    });

    const locales = [locale ?? state.defaultLocale, state.defaultLocale];
    const { start, end } = nextWindows(offered.flat(), now);
    return {
      at,
      variations: sold.map((variation, index) => {
        const { documentId, sku, isDefault, optionKey, unitPrice } = variation;
        const winner = winningOffer(offered[index] ?? [], at);
        const sale = sales.find((one) => one.documentId === winner?.saleId);
        return {
          documentId,
          sku,
          isDefault,
          options: nameOptions(optionKey, state.optionRows, locales, settings.optionTypes),
          current: currentPrice({ unitPrice, ...showOffer(winner, handPrice(variation)) }, at),
          offer: winner && {
            price: winner.price,
            sale: sale ? { documentId: sale.documentId, title: sale.title } : null,
            from: winner.from,
            to: winner.to,
          },
        };
      }),
      nextStart: start,
      nextEnd: end,
    };
  };
}
