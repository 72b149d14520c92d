import type { Settings } from '../config';
import {
  type Card,
  cardOf,
  choices,
  type PricedVariation,
  priceRange,
} from '../domain/catalogue/card';
import { currentPrice } from '../domain/catalogue/current-price';
import { CommerceError } from '../domain/errors';
import type { Database } from '../storage/database';
import * as stored from '../storage/listings';

export interface ListRequest extends stored.Page {
  locale: string | null;
}

/** Everything that the page of a product shows. */
export interface ProductView {
  card: Card;
  page: stored.ProductPage;
  images: Awaited<ReturnType<typeof stored.findImages>>;
  options: { type: string; values: string[] }[];
  variations: PricedVariation[];
  categories: { slug: string; title: string }[];
  related: Card[];
  upsells: Card[];
}

export type Listings = ReturnType<typeof createListings>;

/** What shoppers see of the catalogue. Reads only, and a fixed number of statements whatever the page size. */
export function createListings(shop: {
  settings: Settings;
  database: Database;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
}) {
  const { settings, database } = shop;

  async function shelfOf(locale: string | null): Promise<stored.Shelf> {
    return { locale: locale ?? (await shop.defaultLocale()), at: shop.clock() };
  }

  /** One page of products: three statements. */
  async function list(request: ListRequest): Promise<{ cards: Card[]; total: number }> {
    const shelf = await shelfOf(request.locale);
    const { products, total } = await stored.listProducts(database.read, shelf, request);
    const ids = products.map(({ documentId }) => documentId);
    const ranges = await stored.findPriceRanges(database.read, ids, shelf.at);
    const cards = products.map((product) =>
      cardOf(product, ranges.get(product.documentId), shelf.at)
    );
    return { cards, total };
  }

  /** One product by its slug. @throws CommerceError not_found when it is unknown, a draft, or outside its window */
  async function show(slug: string, locale: string | null): Promise<ProductView> {
    const shelf = await shelfOf(locale);
    const db = database.read;
    const page = await stored.findProductPage(db, shelf, slug);
    if (!page) throw new CommerceError('not_found', 'There is no such product');

    const { documentId } = page.product;
    const variations = await stored.findOfferedVariations(db, documentId, shelf.locale);
    const linked = await stored.findLinked(db, shelf, page.rowId);
    const ids = [...linked.related, ...linked.upsells].map((product) => product.documentId);
    const ranges = await stored.findPriceRanges(db, ids, shelf.at);
    const card = (product: Card | stored.ProductPage['product']) =>
      cardOf(product, ranges.get(product.documentId), shelf.at);
    return {
      card: cardOf(page.product, priceRange(variations, shelf.at), shelf.at),
      page,
      images: await stored.findImages(db, page.rowId),
      options: choices(variations, settings.optionTypes),
      variations: variations.map((variation) => ({
        ...variation,
        current: currentPrice(variation.prices, shelf.at),
      })),
      categories: await stored.findCategories(db, page.rowId),
      related: linked.related.map(card),
      upsells: linked.upsells.map(card),
    };
  }

  return { list, show };
}
