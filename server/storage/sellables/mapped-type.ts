import type { Core } from '@strapi/strapi';

import type { MappedEntry } from '../../domain/catalogue/sellable-mapping';
import type { Sellable } from '../../domain/catalogue/sellable';
import type { Connection } from '../database';
import { changeOf, type StockChange } from '../stock';
import { isTold, type Mapping, notForSale, toSellable } from './mapped-entry';
import { inBestWording, type SellableType, type TypeKeys, type Wording } from './sellable-type';

/**
 * A content type of the host that the config maps (rules 6.9). Its entries are read as the host reads them: one
 * statement, and one or two more where a picture or the relations of functions are needed. Only what is published
 * counts, in the shopper's language, else in the default one.
 */
export function createMappedType(strapi: Core.Strapi, mapping: Mapping): SellableType {
  const { uid, fields } = mapping;
  const skuField = typeof fields.sku === 'string' ? fields.sku : null;
  const stockField = typeof fields.stock === 'string' ? fields.stock : null;

  async function find(
    _db: Connection,
    { documentIds, named }: TypeKeys,
    wording: Wording
  ): Promise<Sellable[]> {
    const byId = { documentId: { $in: [...documentIds, ...named.documentIds] } };
    const bySku = skuField && named.skus.length > 0 && { [skuField]: { $in: [...named.skus] } };
    // The host's queries join the transaction that is open, as `_db` does.
    const rows: MappedEntry[] = await strapi.db.query(uid).findMany({
      where: bySku ? { $or: [byId, hasDrafts() ? { $and: [bySku, PUBLISHED] } : bySku] } : byId,
      orderBy: { id: 'asc' },
      ...columnsAndRelations(),
    });
    return [...byDocument(rows)].map(([documentId, all]) => {
      const published = hasDrafts() ? all.filter(isPublished) : all;
      if (published.length === 0) return notForSale(uid, documentId);
      const stock = stockField ? fewest(published.map((row) => row[stockField])) : null;
      return toSellable(inBestWording(published, wording), stock, mapping);
    });
  }

  async function search(_db: Connection, words: readonly string[], most: number) {
    const holding = (word: string) => ({
      $or: searchedFields().map((field) => ({ [field]: { $containsi: word } })),
    });
    const rows: MappedEntry[] = await strapi.db.query(uid).findMany({
      where: { $and: [...words.map(holding), ...(hasDrafts() ? [PUBLISHED] : [])] },
      select: ['id', 'documentId'],
      orderBy: { id: 'asc' },
      // A document has a row in each language.
      limit: most * 4,
    });
    return [...byDocument(rows).keys()].slice(0, most);
  }

  /** Its title and SKU, where these are fields; what a function makes of an entry is in its texts. */
  function searchedFields(): string[] {
    const { attributes } = strapi.contentType(uid as never);
    const texts = Object.entries(attributes as Record<string, { type: string }>)
      .filter(([, { type }]) => ['string', 'text', 'uid'].includes(type))
      .map(([name]) => name);
    const mapped = [fields.title, fields.sku].filter((field) => field !== undefined);
    const named = mapped.filter((field) => typeof field === 'string' && texts.includes(field));
    return named.length === mapped.length ? (named as string[]) : texts;
  }

  /** Fields alone are read alone; a function may look at anything. */
  function columnsAndRelations() {
    const { populate, ...mapped } = fields;
    const used = Object.values(mapped);
    const image = typeof fields.image === 'string' ? fields.image : null;
    if (used.some((field) => typeof field === 'function')) {
      if (!populate) return { populate: true as const };
      return { populate: image ? [image, ...populate] : populate };
    }
    const columns = used.filter(
      (field) => typeof field === 'string' && field !== image
    ) as string[];
    return {
      select: ['id', 'documentId', 'locale', 'publishedAt', ...new Set(columns)],
      ...(image ? { populate: [image] } : {}),
    };
  }

  async function lock(trx: Connection, documentIds: readonly string[]) {
    const rows: Record<string, unknown>[] = await trx(tableName())
      .whereIn('document_id', [...documentIds])
      .orderBy([{ column: 'document_id' }, { column: 'id' }])
      .forUpdate()
      .select('document_id', ...(stockField ? [`${column(stockField)} as units`] : []));
    const holding = new Map<string, number>();
    for (const { document_id, units } of rows) {
      const counted = units === null || units === undefined ? 0 : 1;
      const documentId = String(document_id);
      holding.set(documentId, (holding.get(documentId) ?? 0) + counted);
    }
    return async (wording: Wording) => {
      const keys = { documentIds, named: { documentIds: [], skus: [] } };
      return (await find(trx, keys, wording)).map(
        ({ type, documentId, sku, forSale, prices, stock }) => ({
          type,
          documentId,
          sku,
          forSale,
          prices,
          stock,
          rows: isTold(fields) ? 0 : (holding.get(documentId) ?? 0),
          shownOn: null,
        })
      );
    };
  }

  /**
   * On every row of a document, drafts and languages included: publishing a draft would otherwise put the sold units
   * back. What is for sale never falls below zero; a draft with an editor's smaller number stops at zero.
   */
  async function changeStock(trx: Connection, changes: readonly StockChange[]): Promise<boolean> {
    if (!stockField) return false;
    const stock = column(stockField);
    const after = trx.raw('?? + ?', [stock, changeOf(trx, changes)]);
    const affected = await trx(tableName())
      .whereIn(
        'document_id',
        changes.map(({ documentId }) => documentId)
      )
      .whereNotNull(stock)
      .where((row) => row.whereNull('published_at').orWhereRaw('? >= 0', [after]))
      .update({ [stock]: trx.raw('CASE WHEN ? < 0 THEN 0 ELSE ? END', [after, after]) });
    return affected === changes.reduce((sum, { rows }) => sum + rows, 0);
  }

  const hasDrafts = () => strapi.contentType(uid as never).options?.draftAndPublish === true;
  const tableName = () => strapi.db.metadata.get(uid).tableName;
  const column = (field: string) => {
    const { columnName } = strapi.db.metadata.get(uid).attributes[field] as { columnName?: string };
    return columnName ?? field;
  };

  return { uid, hasSku: skuField !== null, find, search, lock, changeStock };
}

const PUBLISHED = { publishedAt: { $notNull: true } };

const isPublished = ({ publishedAt }: MappedEntry) =>
  publishedAt !== null && publishedAt !== undefined;

/** Languages may differ until an editor saves them; nobody is promised more than the least. null is not counted. */
function fewest(values: readonly unknown[]): number | null {
  const counted = values.filter((value) => value !== null && value !== undefined).map(Number);
  return counted.length === 0 ? null : Math.max(Math.min(...counted), 0);
}

function byDocument(rows: readonly MappedEntry[]): Map<string, MappedEntry[]> {
  const documents = new Map<string, MappedEntry[]>();
  for (const row of rows) {
    const documentId = String(row.documentId);
    documents.set(documentId, [...(documents.get(documentId) ?? []), row]);
  }
  return documents;
}
