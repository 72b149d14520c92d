import type { Core } from '@strapi/strapi';

import { UIDS } from '../../content-types/uids';
import type { TABLES } from '../../server/storage/tables';

type Fields = Record<string, unknown>;

/** A document as the host hands it out. */
export interface Entry extends Fields {
  documentId: string;
}

/** The host's document service, without its generated types: a test says what it expects. */
interface Documents {
  create(params: Fields): Promise<Entry>;
  update(params: Fields): Promise<Entry>;
  delete(params: Fields): Promise<unknown>;
  publish(params: Fields): Promise<unknown>;
  unpublish(params: Fields): Promise<unknown>;
  discardDraft(params: Fields): Promise<unknown>;
  clone(params: Fields): Promise<Entry>;
  findOne(params: Fields): Promise<Entry>;
  findMany(params?: Fields): Promise<Entry[]>;
}

export function documents(strapi: Core.Strapi, uid: string): Documents {
  return strapi.documents(uid as never) as unknown as Documents;
}

export interface ProductWish {
  title?: string;
  /** The product's fields, such as `publishUntil` or `taxClass`. */
  fields?: Fields;
  /** By type: `{ Size: ['S', 'M'] }`. None: one bare variation. */
  options?: Record<string, string[]>;
  /** Of every variation; null leaves it without a price. */
  unitPrice?: number | string | null;
  /** Of every variation; null is not counted. */
  stock?: number | null;
  /** More fields of every variation, such as `salePrice` or `weight`. */
  variation?: Fields;
  /** `false` leaves it a draft. */
  published?: boolean;
}

export interface MadeProduct {
  documentId: string;
  slug: string;
  /** In the order of the shop. */
  skus: string[];
  /** The first SKU: all that a bare product has. */
  sku: string;
  variations: { documentId: string; sku: string }[];
}

let made = 0;

/** A product as an editor makes one: saved, priced, published. 10.00 and uncounted unless said otherwise. */
export async function makeProduct(
  strapi: Core.Strapi,
  {
    title = `Thing ${(made += 1)}`,
    fields = {},
    options = {},
    unitPrice = 10,
    stock = null,
    variation = {},
    published = true,
  }: ProductWish = {}
): Promise<MadeProduct> {
  const ticked: string[] = [];
  for (const [type, names] of Object.entries(options)) {
    for (const name of names) ticked.push(await makeOption(strapi, type, name));
  }
  const products = documents(strapi, UIDS.product);
  const { documentId } = await products.create({ data: { title, options: ticked, ...fields } });
  for (const { documentId: id } of await variationsOf(strapi, documentId)) {
    await documents(strapi, UIDS.productVariation).update({
      documentId: id,
      data: { unitPrice, stock, ...variation },
    });
  }
  if (published) await products.publish({ documentId });
  const variations = await variationsOf(strapi, documentId);
  const { slug } = await products.findOne({ documentId });
  const skus = variations.map(({ sku }) => sku);
  return { documentId, slug: String(slug), skus, sku: skus[0]!, variations };
}

async function makeOption(strapi: Core.Strapi, type: string, name: string): Promise<string> {
  const options = documents(strapi, UIDS.productOption);
  const [present] = await options.findMany({ filters: { type, name } });
  return (present ?? (await options.create({ data: { type, name } }))).documentId;
}

/** Live ones, in their order. */
export function variationsOf(strapi: Core.Strapi, productDocumentId: string) {
  return strapi.db.query(UIDS.productVariation).findMany({
    where: { productDocumentId, retired: false },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  }) as Promise<{ documentId: string; sku: string; stock: number | null }[]>;
}

/** Changes one variation as an editor does. */
export async function changeVariation(strapi: Core.Strapi, sku: string, data: Fields) {
  const variation = await strapi.db.query(UIDS.productVariation).findOne({ where: { sku } });
  await documents(strapi, UIDS.productVariation).update({
    documentId: variation.documentId,
    data,
  });
}

export async function stockOf(strapi: Core.Strapi, sku: string): Promise<number | null> {
  return (await strapi.db.query(UIDS.productVariation).findOne({ where: { sku } })).stock;
}

/** Rows of the plugin's tables that shoppers write, to see that nothing was written. */
const WRITTEN_BY_SHOPPERS = [
  'cartwright_carts',
  'cartwright_cart_items',
  'cartwright_orders',
  'cartwright_order_items',
  'cartwright_payments',
  'cartwright_stock_movements',
  'cartwright_stock_holds',
  'cartwright_idempotency_keys',
  'cartwright_events',
] as const satisfies (typeof TABLES)[keyof typeof TABLES][];

export async function countRows(strapi: Core.Strapi): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of WRITTEN_BY_SHOPPERS) {
    const row = await strapi.db.connection(table).count('* as n').first();
    counts[table] = Number(row?.['n']);
  }
  return counts;
}

/** A table's rows, with the columns as the database hands them out. */
export function rowsOf(strapi: Core.Strapi, table: string, where: Fields = {}): Promise<Fields[]> {
  return strapi.db.connection(table).where(where).orderBy('id');
}

/** Keeps what the host's event hub tells from now on. */
export function listen(strapi: Core.Strapi, ...names: string[]) {
  const heard: { name: string; payload: unknown }[] = [];
  for (const name of names) {
    strapi.eventHub.on(name, (payload: unknown) => {
      heard.push({ name, payload });
      return Promise.resolve();
    });
  }
  return heard;
}
