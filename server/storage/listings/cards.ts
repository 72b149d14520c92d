import type { Knex } from 'knex';

import type { ListedProduct, PriceRange } from '../../domain/catalogue/card';
import type { ImageCopy } from '../../domain/catalogue/sellable';
import type { Connection } from '../database';
import { type ExtendedShelf, type ExtraFields, extraColumns, toExtra } from '../extra-fields';
import { readAmount, readDate, readJson, readText } from '../values';
import { IN_STOCK } from './filter';
import { currentPriceOf } from './prices';
import { forSale } from './shelf';

export type Row = Record<string, unknown>;

/** A product with what its variations for sale span. */
export interface StoredCard {
  product: ListedProduct;
  range: PriceRange;
}

const PRODUCT_COLUMNS = [
  'document_id',
  'slug',
  'title',
  'description',
  'sku',
  'image',
  'unit_price',
  'sale_price',
  'sale_from',
  'sale_to',
  'lowest_price_30_d',
  'rating_average',
  'rating_count',
].map((column) => `p.${column}`);

export function productColumns({ extra }: ExtendedShelf): string[] {
  return [...PRODUCT_COLUMNS, ...extraColumns(extra.product, 'p')];
}

/** The columns of a card: those of the product `p`, and what its variations for sale span. For few rows: a page. */
export function cardColumns(db: Connection, shelf: ExtendedShelf): (string | Knex.QueryBuilder)[] {
  const ofProduct = () => forSale(db).whereRaw('v.product_document_id = p.document_id');
  const price = currentPriceOf(db, 'v', shelf.at);
  return [
    ...productColumns(shelf),
    ofProduct().min(price).as('price_min'),
    ofProduct().max(price).as('price_max'),
    ofProduct().whereRaw(IN_STOCK).count('v.id').as('in_stock'),
  ];
}

export function toCard(row: Row, extra: ExtraFields): StoredCard {
  return {
    product: toProduct(row, extra),
    range: {
      priceMin: readAmount(row.price_min),
      priceMax: readAmount(row.price_max),
      inStock: Number(row.in_stock) > 0,
    },
  };
}

export function toProduct(row: Row, extra: ExtraFields): ListedProduct {
  return {
    documentId: String(row.document_id),
    slug: String(row.slug),
    title: String(row.title),
    description: readText(row.description),
    sku: readText(row.sku),
    image: readJson<ImageCopy>(row.image),
    prices: toPrices(row),
    rating: {
      average: row.rating_average === null ? null : Number(row.rating_average),
      count: Number(row.rating_count ?? 0),
    },
    extra: toExtra(row, extra.product),
  };
}

export function toPrices(row: Row) {
  return {
    unitPrice: readAmount(row.unit_price),
    salePrice: readAmount(row.sale_price),
    saleFrom: readDate(row.sale_from),
    saleTo: readDate(row.sale_to),
    lowestPrice30d: readAmount(row.lowest_price_30_d),
  };
}
