import { soundDiscount } from '../../domain/catalogue/check-sale';
import { optionsOfKey } from '../../domain/catalogue/option-key';
import { reachOf } from '../../domain/catalogue/sale-scope';
import type { Discount } from '../../domain/discounts/discount';
import type { Connection } from '../../storage/database';
import type { SaleVariation } from '../../storage/sale-prices';
import * as stored from '../../storage/sales';

/** A sale with a discount that is what a discount must be. */
export type SoundSale = stored.StoredSale & { discount: Discount };

/** The sales of an instant, and which of these products each chose. */
export async function findSoundSales(
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

/** Which of the sales reach each of the products (rules 3.3). */
export async function salesByProduct(
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
