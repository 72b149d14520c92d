import type { Settings } from '../../config';
import { handOffer, handPrice } from '../../domain/catalogue/hand-price';
import { priceAmong, rivalsOf, saleEffect } from '../../domain/catalogue/sale-effect';
import { saleOffers } from '../../domain/catalogue/sale-price';
import type { Connection } from '../../storage/database';
import { type PreviewedVariation, readSaleVariations } from '../../storage/sale-prices';
import { countVariations } from '../../storage/sales';
import type { TitledProduct } from '../../storage/titled-products';
import { portionsOf } from '../catalogue/portions';
import { findSoundSales, salesByProduct, type SoundSale } from '../catalogue/reaching-sales';
import type { CountedRow } from './sale-sums';

/** Variations that are looked at in one go: the memory of a preview, however many there are in all. */
const AT_ONCE = 1000;

export interface PreviewRow extends CountedRow {
  variation: PreviewedVariation;
  product: TitledProduct;
}

export interface PreviewTask {
  sale: SoundSale;
  /** The sale that the form is about, as it is stored. */
  documentId: string | null;
  /** Whether the form switches it on. */
  active: boolean;
  products: readonly TitledProduct[];
  now: Date;
  at: Date;
}

/**
 * What the sale does to each variation that it reaches or has reached, in the order of the products, portion by portion:
 * nine statements each. Only reads: nobody waits for it.
 */
export async function* previewRows(
  settings: Pick<Settings, 'currency' | 'roundingMode'>,
  db: Connection,
  task: PreviewTask,
  warn: (message: string) => void
): AsyncGenerator<PreviewRow[]> {
  const titled = new Map(task.products.map((product) => [product.documentId, product]));
  const sizes = await countVariations(db, [...titled.keys()]);
  for (const portion of portionsOf([...titled.keys()], sizes, AT_ONCE, { inOrder: true })) {
    yield await rowsOf(settings, db, task, portion, titled, warn);
  }
}

async function rowsOf(
  settings: Pick<Settings, 'currency' | 'roundingMode'>,
  db: Connection,
  task: PreviewTask,
  portion: readonly string[],
  titled: ReadonlyMap<string, TitledProduct>,
  warn: (message: string) => void
): Promise<PreviewRow[]> {
  const { sale, documentId, active, now, at } = task;
  const variations = await readSaleVariations(db, portion);
  const present = await findSoundSales(db, portion, now, warn);
  const reaching = await salesByProduct(db, portion, variations, [...present, sale]);
  const place = new Map(portion.map((product, index) => [product, index]));

  return variations
    .filter(({ retired }) => !retired)
    .sort(
      (a, b) =>
        (place.get(a.productDocumentId) ?? 0) - (place.get(b.productDocumentId) ?? 0) ||
        a.position - b.position ||
        a.id - b.id
    )
    .flatMap((variation): PreviewRow[] => {
      const { productDocumentId, unitPrice, costPrice } = variation;
      const sales = reaching.get(productDocumentId) ?? [];
      const reached = sales.includes(sale);
      const carries = variation.saleId !== null && variation.saleId === documentId;
      const product = titled.get(productDocumentId);
      if (!product || (!reached && !carries)) return [];
      const offersOf = (some: readonly SoundSale[]) => saleOffers(unitPrice, some, settings);
      const standing = sales.filter((one) => one !== sale);
      const hand = handOffer(handPrice(variation), unitPrice);
      const others = [
        ...offersOf(standing.filter((one) => one.documentId !== documentId)),
        ...hand,
      ];
      const [offer = null] = reached ? offersOf([sale]) : [];
      const effect = saleEffect({ unitPrice, reached, offer, others }, at);
      return [
        {
          ...effect,
          ...{ variation, product, productDocumentId, unitPrice, costPrice },
          stored: priceAmong(unitPrice, [...offersOf(standing), ...hand], at),
          saved: active ? effect.after : effect.before,
          rivals: offer && rivalsOf(offer, others, now),
        },
      ];
    });
}
