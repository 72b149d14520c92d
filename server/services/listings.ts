import type { Settings } from '../config';
import {
  type Card,
  cardOf,
  choices,
  type PricedVariation,
  priceRange,
} from '../domain/catalogue/card';
import type { Category } from '../domain/catalogue/category';
import { membersOf } from '../domain/catalogue/category-members';
import { currentPrice } from '../domain/catalogue/current-price';
import { arrangeFacets, type Facets } from '../domain/catalogue/facets';
import { type ProductFilter, withoutOption } from '../domain/catalogue/product-filter';
import { searchWords } from '../domain/catalogue/search-words';
import { refKey } from '../domain/catalogue/sellable';
import { CommerceError } from '../domain/errors';
import { parseAmount } from '../domain/money/parse-amount';
import { findCategories } from '../storage/categories';
import type { Database } from '../storage/database';
import type { ExtendedShelf, ExtraFields } from '../storage/extra-fields';
import { listProducts, type Page } from '../storage/listings';
import type { StoredCard } from '../storage/listings/cards';
import { countCategories, countOptions, countRanges } from '../storage/listings/facets';
import { findLinked, findUpsellsOf } from '../storage/listings/linked-products';
import * as stored from '../storage/listings/product-page';
import type { CartWrites } from './cart-writes';
import type { Shopper } from './shopper';

/** What a list is asked for; what is null, empty or false does not narrow it. */
export interface ListRequest extends Page {
  locale: string | null;
  /** The slug of a category. */
  category: string | null;
  search: string;
  options: ReadonlyMap<string, readonly string[]>;
  priceMin: string | null;
  priceMax: string | null;
  onSale: boolean;
  inStock: boolean;
  facets: boolean;
}

export interface ListView {
  cards: Card[];
  total: number;
  facets: Facets | null;
}

/** Everything that the page of a product shows. */
export interface ProductView {
  card: Card;
  page: stored.ProductPage;
  images: stored.DescribedImage[];
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
  cartWrites: CartWrites;
  defaultLocale: () => Promise<string>;
  extraFields: () => ExtraFields;
  clock: () => Date;
}) {
  const { settings, database } = shop;

  async function shelfOf(locale: string | null): Promise<ExtendedShelf> {
    const language = locale ?? (await shop.defaultLocale());
    return { locale: language, at: shop.clock(), extra: shop.extraFields() };
  }

  /**
   * One page of products: at most three statements, and three more for the facets.
   * @throws CommerceError not_found when there is no such category; invalid_amount when a bound is no amount
   */
  async function list(request: ListRequest): Promise<ListView> {
    const shelf = await shelfOf(request.locale);
    const categories =
      request.category !== null || request.facets ? await findCategories(database.read, shelf) : [];
    const filter = filterOf(request, categories);
    const order = orderOf(request);
    const { cards, total } = await listProducts(database.read, shelf, filter, {
      ...request,
      order,
    });
    return {
      cards: cards.map((card) => toCard(card, shelf.at)),
      total,
      facets: request.facets ? await facetsOf(shelf, filter, categories) : null,
    };
  }

  /** Without ratings nothing can be sorted by them. */
  function orderOf({ order }: ListRequest): ListRequest['order'] {
    return order === 'rating' && !settings.features.ratings ? 'newest' : order;
  }

  function filterOf(request: ListRequest, categories: readonly Category[]): ProductFilter {
    const bound = (field: 'priceMin' | 'priceMax') => {
      const value = request[field];
      return value === null ? null : parseAmount(value, settings.currency, field);
    };
    return {
      members: membersOfSlug(request.category, categories),
      words: searchWords(request.search),
      options: request.options,
      priceMin: bound('priceMin'),
      priceMax: bound('priceMax'),
      onSale: request.onSale,
      inStock: request.inStock,
    };
  }

  /** Three statements, however many types, values and categories there are. */
  async function facetsOf(
    shelf: ExtendedShelf,
    filter: ProductFilter,
    categories: readonly Category[]
  ): Promise<Facets> {
    const selected = [...filter.options.keys()];
    const options = await countOptions(database.read, shelf, [
      { filter, types: { except: selected } },
      ...selected.map((type) => ({ filter: withoutOption(filter, type), types: { only: type } })),
    ]);
    const ranges = await countRanges(database.read, shelf, filter);
    const counts = await countCategories(
      database.read,
      shelf,
      filter,
      categories.map((category) => ({
        rowId: category.rowId,
        members: membersOf(category, categories),
      }))
    );
    return arrangeFacets(options, ranges, categories, counts, settings.optionTypes);
  }

  /** One product by its slug: four statements. @throws CommerceError not_found when it is unknown, a draft, or outside its window */
  async function show(slug: string, locale: string | null): Promise<ProductView> {
    const shelf = await shelfOf(locale);
    const db = database.read;
    const page = await stored.findProductPage(db, shelf, slug);
    if (!page) throw new CommerceError('not_found', 'There is no such product');

    const variations = await stored.findOfferedVariations(db, page.product.documentId, shelf);
    const { images, categories } = await stored.findAttachments(db, shelf, page.rowId);
    const { related, upsells } = await findLinked(db, shelf, page.rowId, settings.features);
    const range = priceRange(variations, shelf.at);
    return {
      card: toCard({ product: page.product, range }, shelf.at),
      page,
      images,
      options: choices(variations, settings.optionTypes),
      variations: variations.map((variation) => ({
        ...variation,
        current: currentPrice(variation.prices, shelf.at),
      })),
      categories,
      related: related.map((card) => toCard(card, shelf.at)),
      upsells: upsells.map((card) => toCard(card, shelf.at)),
    };
  }

  /**
   * What goes with the things in a shopper's cart, without those: the upsells of its products, in their order.
   *
   * @throws CommerceError not_found in a shop that has switched upsells off
   */
  async function upsellsOfCart(shopper: Shopper): Promise<Card[]> {
    if (!settings.features.upsells) throw new CommerceError('not_found', 'There are no upsells');
    const shelf = await shelfOf(shopper.locale);
    const { lines, sellables } = await shop.cartWrites.find(shopper, shelf.at);
    const products = lines.flatMap((line) => sellables.get(refKey(line))?.productDocumentId ?? []);
    const cards = await findUpsellsOf(database.read, shelf, [...new Set(products)]);
    return cards.map((card) => toCard(card, shelf.at));
  }

  function toCard({ product, range }: StoredCard, at: Date): Card {
    return cardOf(product, range, at, settings.features);
  }

  return { list, show, upsellsOfCart };
}

function membersOfSlug(slug: string | null, categories: readonly Category[]) {
  if (slug === null) return null;
  const category = categories.find((one) => one.slug === slug);
  if (!category) throw new CommerceError('not_found', 'There is no such category');
  return membersOf(category, categories);
}
