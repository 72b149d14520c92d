import type { Amount } from '../money/money';
import { type CurrentPrice, currentPrice } from './current-price';
import type { ExtraValues } from './extra-fields';
import type { Priced } from './priced';
import type { ImageCopy, OptionChoice } from './sellable';

/** Prices as they are shown: with the lowest one of the 30 days before the reduction, for shops in the EU. */
export interface ShownPriced extends Priced {
  lowestPrice30d: Amount | null;
}

/** What a list knows of a product: its own row, with the copies of its default variation. */
export interface ListedProduct {
  documentId: string;
  slug: string;
  title: string;
  description: string | null;
  sku: string | null;
  image: ImageCopy | null;
  prices: ShownPriced;
  rating: { average: number | null; count: number };
  extra: ExtraValues;
}

/** What the variations for sale of one product have in common, as one grouped statement finds it. */
export interface PriceRange {
  priceMin: Amount | null;
  priceMax: Amount | null;
  inStock: boolean;
}

/** One variation as the product page offers it. */
export interface OfferedVariation {
  documentId: string;
  sku: string | null;
  options: OptionChoice[];
  prices: ShownPriced;
  stock: number | null;
  isDefault: boolean;
  image: ImageCopy | null;
  extra: ExtraValues;
}

/** The same at one instant. */
export interface PricedVariation extends OfferedVariation {
  current: CurrentPrice;
}

/** A product in a list at one instant. */
export interface Card extends ListedProduct {
  current: CurrentPrice;
  range: PriceRange;
}

/** A shop that has switched ratings off shows none, whatever is stored. */
export function cardOf(
  product: ListedProduct,
  range: PriceRange,
  at: Date,
  features: { ratings: boolean }
): Card {
  return {
    ...product,
    rating: features.ratings ? product.rating : { average: null, count: 0 },
    current: currentPrice(product.prices, at),
    range,
  };
}

/** The same figures from variations that were read already, for the page of one product. */
export function priceRange(variations: readonly OfferedVariation[], at: Date): PriceRange {
  const prices = variations.flatMap(({ prices: priced }) => currentPrice(priced, at).price ?? []);
  return {
    priceMin: prices.reduce<Amount | null>(
      (least, price) => (least?.lte(price) ? least : price),
      null
    ),
    priceMax: prices.reduce<Amount | null>(
      (most, price) => (most?.gte(price) ? most : price),
      null
    ),
    inStock: variations.some(({ stock }) => stock === null || stock > 0),
  };
}

/** What a product page lets choose: the types in the shop's order, each with the values that are for sale. */
export function choices(
  variations: readonly OfferedVariation[],
  optionTypes: readonly string[]
): { type: string; values: string[] }[] {
  const values = new Map<string, string[]>();
  for (const { type, value } of variations.flatMap(({ options }) => options)) {
    const soFar = values.get(type) ?? [];
    if (!soFar.includes(value)) values.set(type, [...soFar, value]);
  }
  const rank = (type: string) => {
    const index = optionTypes.indexOf(type);
    return index < 0 ? optionTypes.length : index;
  };
  return [...values]
    .map(([type, offered]) => ({ type, values: offered }))
    .sort((a, b) => rank(a.type) - rank(b.type));
}
