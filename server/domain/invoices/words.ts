import { de } from './words/de';
import { en } from './words/en';
import { es } from './words/es';
import { fr } from './words/fr';

/** What stands on documents besides what the shop and the order say. `{…}` is filled in. */
export interface DocumentWords {
  invoice: string;
  creditNote: string;
  packingSlip: string;
  number: string;
  date: string;
  order: string;
  orderDate: string;
  payment: string;
  /** Which invoice a credit note is about. */
  toInvoice: string;
  reason: string;
  deliverTo: string;
  item: string;
  sku: string;
  quantity: string;
  unitPrice: string;
  taxRate: string;
  amount: string;
  subtotal: string;
  /** `{code}` */
  discount: string;
  shipping: string;
  /** `{tax}` and `{base}`: VAT 19% on €100.00 */
  taxOnTop: string;
  /** `{tax}` and `{base}`: of which VAT 19% in €119.00 */
  taxIncluded: string;
  total: string;
  paid: string;
  due: string;
  payTo: string;
  /** A row of a credit note that is about no single line. */
  refund: string;
  carrier: string;
  tracking: string;
  instructions: string;
  /** `{page}` and `{pages}` */
  page: string;
}

/** By locale or language, such as `de-CH` or `de`; what a language does not say is said in the next wider one. */
export type WordBook = Record<string, Partial<DocumentWords>>;

export const BUILT_IN: WordBook & { en: DocumentWords } = { en, de, fr, es };

export interface Wording {
  /** In which dates, amounts and countries are written. */
  locale: string;
  words: DocumentWords;
}

/**
 * The words of an order's language: de-CH → de-CH's own, then German, then English. Whose language is in no book reads
 * English altogether: an English invoice with Japanese dates would help nobody.
 */
export function wordingFor(wanted: string | null, own: WordBook): Wording {
  const locale = canonical(wanted);
  const language = locale.split('-')[0] ?? '';
  const books = [own, BUILT_IN];
  const known = [locale, language].some((name) => books.some((book) => wordsIn(book, name)));
  if (!known) return { locale: 'en', words: { ...BUILT_IN.en, ...wordsIn(own, 'en') } };
  const layers = ['en', language, locale].flatMap((name) =>
    [...books].reverse().map((book) => wordsIn(book, name))
  );
  return { locale, words: Object.assign({}, ...layers) as DocumentWords };
}

function wordsIn(book: WordBook, name: string): Partial<DocumentWords> | undefined {
  const key = Object.keys(book).find((one) => canonical(one) === name);
  return key === undefined ? undefined : book[key];
}

/** `de_ch` and `de-ch` are `de-CH`; what is no language at all is English. */
function canonical(locale: string | null): string {
  try {
    return Intl.getCanonicalLocales((locale ?? '').replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** `Page {page} of {pages}` with what stands for each; the values are text, not patterns. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
