import type { Core } from '@strapi/strapi';

import { UIDS } from '../../../content-types/uids';
import type { Block } from '../../domain/imports/blocks';
import type {
  KnownPage,
  KnownPicture,
  KnownProduct,
  KnownVariation,
} from '../../domain/imports/known-product';
import { readAmount, readBoolean, readDate, readText } from '../values';

/** A variation, with both sale prices: whose is shown is for the shop's rules to say. */
export interface StoredVariation extends Omit<KnownVariation, 'fields'> {
  fields: Omit<KnownVariation['fields'], 'salePrice' | 'saleFrom' | 'saleTo'>;
  salePrices: {
    [Field in 'salePrice' | 'handSalePrice']: ReturnType<typeof readAmount>;
  } & { [Field in 'saleFrom' | 'saleTo' | 'handSaleFrom' | 'handSaleTo']: Date | null } & {
    saleId: string | null;
  };
}

export interface StoredProduct extends Omit<KnownProduct, 'variations'> {
  variations: StoredVariation[];
}

/** A row as the host's query engine hands it out. All reads here join the running transaction. */
type Row = Record<string, unknown> & { documentId: string };

const PRODUCT_RELATIONS = {
  options: { select: ['documentId'] },
  images: { populate: { file: { select: ['url'] } } },
  categories: { select: ['documentId'] },
  related: { select: ['documentId'] },
  upsells: { select: ['documentId'] },
};

/** Products as an import or an export sees them. */
export function createKnownProducts(strapi: Core.Strapi) {
  const query = (uid: string) => strapi.db.query(uid as never);

  /** The product that has a slug in a language: as drafted, else as published. */
  async function findBySlug(slug: string, locale: string): Promise<string | undefined> {
    const rows = (await query(UIDS.product).findMany({
      where: { slug, locale },
      select: ['documentId', 'publishedAt'],
      orderBy: { id: 'asc' },
    })) as Row[];
    return (rows.find((row) => row['publishedAt'] === null) ?? rows.at(0))?.documentId;
  }

  /** Those that are not retired, in the order of the shop. */
  async function readVariations(documentIds: readonly string[]): Promise<Row[]> {
    return (await query(UIDS.productVariation).findMany({
      where: { productDocumentId: { $in: documentIds }, retired: false },
      populate: {
        options: { select: ['documentId', 'type', 'name', 'locale'] },
        image: { populate: { file: { select: ['url'] } } },
      },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })) as Row[];
  }

  async function read(documentIds: readonly string[]): Promise<Map<string, StoredProduct>> {
    const ofThese = { documentId: { $in: documentIds } };
    const drafts = (await query(UIDS.product).findMany({
      where: { ...ofThese, publishedAt: { $null: true } },
      populate: PRODUCT_RELATIONS,
      orderBy: { id: 'asc' },
    })) as Row[];
    const published = (await query(UIDS.product).findMany({
      where: { ...ofThese, publishedAt: { $notNull: true } },
      select: ['documentId', 'locale', 'updatedAt'],
    })) as Row[];
    const variations = await readVariations(documentIds);

    return new Map(
      documentIds.flatMap((documentId) => {
        const rows = drafts.filter((row) => row.documentId === documentId);
        const [first] = rows;
        if (!first) return [];
        const pages = rows.map((row): [string, KnownPage] => {
          const locale = String(row['locale']);
          const twin = published.find(
            (other) => other.documentId === documentId && other['locale'] === locale
          );
          return [locale, pageOf(row, twin)];
        });
        const own = variations.filter((row) => row['productDocumentId'] === documentId);
        const product: StoredProduct = {
          documentId,
          pages: Object.fromEntries(pages),
          shared: {
            // As the host shows it: a row that somebody inserted may have neither.
            available: first['available'] !== false,
            publishFrom: readDate(first['publishFrom']),
            publishUntil: readDate(first['publishUntil']),
            taxClass: readText(first['taxClass']),
            inSitemap: first['inSitemap'] !== false,
          },
          ticks: documentsOf(first['options']),
          variations: own.map(variationOf),
        };
        return [[documentId, product] as const];
      })
    );
  }

  return {
    findBySlug,
    read,
    async readOne(documentId: string): Promise<StoredProduct | undefined> {
      return (await read([documentId])).get(documentId);
    },

    async readVariations(documentId: string): Promise<StoredVariation[]> {
      return (await readVariations([documentId])).map(variationOf);
    },

    /** Slugs in a language, for what refers to products. */
    async slugsOf(documentIds: readonly string[], locale: string): Promise<Map<string, string>> {
      if (documentIds.length === 0) return new Map();
      const rows = (await query(UIDS.product).findMany({
        where: { documentId: { $in: documentIds }, locale, publishedAt: { $null: true } },
        select: ['documentId', 'slug'],
      })) as Row[];
      return new Map(
        rows.flatMap((row) => (row['slug'] ? [[row.documentId, String(row['slug'])] as const] : []))
      );
    },

    /** Which of these products have a page in a language. */
    async withPageIn(documentIds: readonly string[], locale: string): Promise<Set<string>> {
      if (documentIds.length === 0) return new Set();
      const rows = (await query(UIDS.product).findMany({
        where: { documentId: { $in: documentIds }, locale },
        select: ['documentId'],
      })) as Row[];
      return new Set(rows.map(({ documentId }) => documentId));
    },

    /** The next products by slug: an export needs no more than a page of them at a time. */
    async pageAfter(
      last: { slug: string; id: number } | null,
      { locale, size, category }: { locale: string; size: number; category: string | null }
    ): Promise<{ documentId: string; slug: string; id: number }[]> {
      return (await query(UIDS.product).findMany({
        where: {
          locale,
          publishedAt: { $null: true },
          slug: { $notNull: true },
          ...(category === null ? {} : { categories: { documentId: category } }),
          ...(last
            ? { $or: [{ slug: { $gt: last.slug } }, { slug: last.slug, id: { $gt: last.id } }] }
            : {}),
        },
        select: ['id', 'documentId', 'slug'],
        orderBy: [{ slug: 'asc' }, { id: 'asc' }],
        limit: size,
      })) as { documentId: string; slug: string; id: number }[];
    },

    /** All products, and those of them that have a slug in the language. */
    async count(locale: string): Promise<{ all: number; named: number }> {
      const rows = (await strapi.db
        .connection(strapi.db.metadata.get(UIDS.product).tableName)
        .countDistinct('document_id as all')
        .first()) as { all: number | string };
      const named = await query(UIDS.product).count({
        where: { locale, publishedAt: { $null: true }, slug: { $notNull: true } },
      });
      return { all: Number(rows.all), named };
    },

    /** The site's languages. */
    async locales(): Promise<string[]> {
      const i18n = strapi.plugins['i18n'];
      if (!i18n) return [];
      const locales = (await i18n.service('locales').find()) as { code: string }[];
      return [...new Set(locales.map(({ code }) => code))].sort();
    },
  };
}

export type KnownProducts = ReturnType<typeof createKnownProducts>;

function pageOf(row: Row, published: Row | undefined): KnownPage {
  const stands =
    published && Number(readDate(row['updatedAt'])) <= Number(readDate(published['updatedAt']));
  return {
    texts: {
      title: readText(row['title']),
      slug: readText(row['slug']),
      description: readText(row['description']),
      content: (row['content'] ?? null) as readonly Block[] | null,
      metaTitle: readText(row['metaTitle']),
      metaDescription: readText(row['metaDescription']),
      keywords: readText(row['keywords']),
    },
    // As the Content Manager tells it.
    status: published ? (stands ? 'published' : 'modified') : 'draft',
    pictures: ((row['images'] ?? []) as Row[]).map(pictureOf),
    categories: documentsOf(row['categories']),
    related: documentsOf(row['related']),
    upsells: documentsOf(row['upsells']),
  };
}

function pictureOf(row: Row): KnownPicture {
  const file = row['file'] as { url: string } | null;
  return {
    documentId: row.documentId,
    url: file?.url ?? null,
    source: readText(row['source']),
    description: readText(row['description']),
  };
}

/** Drafted and published rows of what is related are one document. */
function documentsOf(rows: unknown): string[] {
  return [...new Set(((rows ?? []) as Row[]).map(({ documentId }) => documentId))];
}

function variationOf(row: Row): StoredVariation {
  const image = row['image'] as Row | null;
  return {
    documentId: row.documentId,
    optionKey: String(row['optionKey'] ?? ''),
    options: (row['options'] as Row[]).map(({ type, name }) => ({
      type: String(type),
      value: String(name),
    })),
    fields: {
      sku: readText(row['sku']),
      unitPrice: readAmount(row['unitPrice']),
      stock: row['stock'] === null ? null : Number(row['stock']),
      weight: readAmount(row['weight']),
      costPrice: readAmount(row['costPrice']),
    },
    salePrices: {
      salePrice: readAmount(row['salePrice']),
      saleFrom: readDate(row['saleFrom']),
      saleTo: readDate(row['saleTo']),
      saleId: readText(row['saleId']),
      handSalePrice: readAmount(row['handSalePrice']),
      handSaleFrom: readDate(row['handSaleFrom']),
      handSaleTo: readDate(row['handSaleTo']),
    },
    isDefault: readBoolean(row['isDefault']),
    picture: image && pictureOf(image),
  };
}
