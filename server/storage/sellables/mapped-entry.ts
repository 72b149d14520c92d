import type {
  MappedEntry,
  MappedKey,
  SellableMapping,
} from '../../domain/catalogue/sellable-mapping';
import type { ImageCopy, Sellable } from '../../domain/catalogue/sellable';
import { type Amount, money, ZERO } from '../../domain/money/money';
import { parseAmount } from '../../domain/money/parse-amount';

/** The row that a thing is sold by, and where to look things up in it. */
export interface Mapping {
  uid: string;
  fields: SellableMapping;
  currency: string;
  /** Tells the shop's staff what is wrong with an entry, once. */
  warn: (message: string) => void;
}

/**
 * An entry of the host as a thing to buy. It is somebody else's data, and a site's own code may read it: what cannot be
 * understood is left out with a warning, and a thing without a readable price cannot be bought. A cart never breaks.
 */
export function toSellable(entry: MappedEntry, stock: number | null, mapping: Mapping): Sellable {
  const read = (key: MappedKey) => readField(entry, key, mapping);
  return {
    ...nothing(mapping.uid, String(entry.documentId)),
    sku: toText(read('sku')),
    description: toText(read('title')) ?? '',
    url: toText(read('url')),
    image: toImage(read('image')),
    forSale: true,
    prices: { ...NO_PRICES, unitPrice: toPrice(entry, read('price'), mapping) },
    stock: isTold(mapping.fields) ? toUnits(entry, read('stock'), mapping) : stock,
    taxClass: toText(read('taxClass')),
    weight: toWeight(read('weight')),
  };
}

/** A document that exists and is not published: not for sale, and nothing of its draft is told. */
export function notForSale(uid: string, documentId: string): Sellable {
  return nothing(uid, documentId);
}

/** Whether the stock is a function's: told to the shopper, never taken. */
export function isTold({ stock }: SellableMapping): boolean {
  return typeof stock === 'function';
}

const NO_PRICES = { unitPrice: null, salePrice: null, saleFrom: null, saleTo: null };

function nothing(type: string, documentId: string): Sellable {
  return {
    type,
    documentId,
    sku: null,
    description: '',
    options: [],
    url: null,
    image: null,
    productDocumentId: null,
    forSale: false,
    prices: NO_PRICES,
    stock: null,
    taxClass: null,
    weight: ZERO,
  };
}

function readField(entry: MappedEntry, key: MappedKey, { fields, uid, warn }: Mapping): unknown {
  const field = fields[key];
  if (field === undefined) return null;
  if (typeof field === 'string') return entry[field];
  try {
    return field(entry);
  } catch (error) {
    warn(`sellables.${uid}.${key} failed for ${String(entry.documentId)}: ${String(error)}`);
    // Whatever it would have said, nobody can rely on it: neither a price nor units.
    return key === 'stock' ? 0 : null;
  }
}

function toText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Exact, with no more decimals than the currency has: half a cent is nothing that a shopper could pay. */
function toPrice(entry: MappedEntry, value: unknown, { uid, currency, warn }: Mapping) {
  if (value === null || value === undefined || value === '') return null;
  try {
    // An amount of ours, as `money` makes them, is an object that knows its text.
    const plain = typeof value === 'object' ? String(value) : value;
    return parseAmount(plain, currency, 'price');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warn(`${uid} ${String(entry.documentId)} counts as having no price: ${reason}`);
    return null;
  }
}

function toUnits(entry: MappedEntry, value: unknown, { uid, warn }: Mapping): number | null {
  if (value === null || value === undefined) return null;
  if (Number.isSafeInteger(value)) return Math.max(Number(value), 0);
  warn(
    `sellables.${uid}.stock is no whole number for ${String(entry.documentId)}: ${String(value)}`
  );
  return 0;
}

function toWeight(value: unknown): Amount {
  const text = toText(value);
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? money(text) : ZERO;
}

/** A file of the media library, the first of several, or a URL. */
function toImage(value: unknown): ImageCopy | null {
  if (Array.isArray(value)) return toImage(value[0]);
  if (typeof value === 'string' && value !== '') return { ...NO_FACTS, url: value };
  if (typeof value !== 'object' || value === null) return null;
  const { url, alternativeText, width, height, formats } = value as Partial<ImageCopy>;
  if (typeof url !== 'string') return null;
  return {
    url,
    alternativeText: alternativeText ?? null,
    width: width ?? null,
    height: height ?? null,
    formats: formats ?? null,
  };
}

const NO_FACTS = { alternativeText: null, width: null, height: null, formats: null };
