import type { CardDto, FacetsDto, ProductDto, VariationDto } from '../contracts/catalogue';
import type { Card, PricedVariation, ShownPriced } from '../domain/catalogue/card';
import type { CurrentPrice } from '../domain/catalogue/current-price';
import type { Facets } from '../domain/catalogue/facets';
import { formatAmount } from '../domain/money/format';
import type { Amount } from '../domain/money/money';
import type { ProductView } from '../services/listings';

export function presentCard(card: Card, currency: string): CardDto {
  return {
    ...card.extra,
    documentId: card.documentId,
    slug: card.slug,
    title: card.title,
    description: card.description,
    sku: card.sku,
    image: card.image,
    ...presentPrices(card.prices, card.current, currency),
    priceMin: text(card.range.priceMin, currency),
    priceMax: text(card.range.priceMax, currency),
    inStock: card.range.inStock,
    rating: card.rating,
    currency,
  };
}

export function presentProduct(view: ProductView, currency: string): ProductDto {
  const { seo, content } = view.page;
  return {
    ...presentCard(view.card, currency),
    content,
    images: view.images,
    options: view.options,
    variations: view.variations.map((variation) => presentVariation(variation, currency)),
    categories: view.categories,
    related: view.related.map((card) => presentCard(card, currency)),
    upsells: view.upsells.map((card) => presentCard(card, currency)),
    seo,
  };
}

export function presentFacets({ price, ...facets }: Facets, currency: string): FacetsDto {
  return { ...facets, price: { min: text(price.min, currency), max: text(price.max, currency) } };
}

function presentVariation(variation: PricedVariation, currency: string): VariationDto {
  const { documentId, sku, options, prices, current, stock, isDefault, image, extra } = variation;
  return {
    ...extra,
    documentId,
    sku,
    options,
    ...presentPrices(prices, current, currency),
    inStock: stock === null || stock > 0,
    available: stock,
    isDefault,
    image,
  };
}

/** `salePrice`, `saleTo` and `lowestPrice30d` are told only while it is on sale. */
function presentPrices(
  prices: ShownPriced,
  { price, onSale, unitPrice }: CurrentPrice,
  currency: string
) {
  return {
    unitPrice: text(unitPrice, currency),
    salePrice: onSale ? text(price, currency) : null,
    price: text(price, currency),
    onSale,
    saleTo: onSale ? (prices.saleTo?.toISOString() ?? null) : null,
    lowestPrice30d: onSale ? text(prices.lowestPrice30d, currency) : null,
    hasPrice: price !== null,
  };
}

function text(amount: Amount | null, currency: string): string | null {
  return amount && formatAmount(amount, currency);
}
