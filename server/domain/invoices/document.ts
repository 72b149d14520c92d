import type { Figures } from './figures';
import type { ShopDetails } from './shop-details';

export type DocumentKind = 'invoice' | 'credit_note';

/** Something in words, with its name. */
export interface Labelled {
  label: string;
  value: string;
}

/** A page as it is read: words only. A template puts them in their places and computes nothing. */
export interface Sheet {
  locale: string;
  title: string;
  seller: { name: string; lines: string[] };
  /** The picture, by the key under which it is kept. */
  logo: string | null;
  recipient: string[];
  /** null when it goes where the recipient is. */
  delivery: { label: string; lines: string[] } | null;
  facts: Labelled[];
  /** The first is that of the descriptions, the others are those of the cells. */
  columns: string[];
  rows: { description: string; details: string[]; cells: string[] }[];
  totals: (Labelled & { strong: boolean })[];
  notes: { label: string | null; lines: string[] }[];
  footer: string;
  /** With `{page}` and `{pages}`. */
  page: string;
}

/**
 * All that is printed, kept when the document is issued: it reads the same for ever, whatever becomes of the products,
 * the settings, the order, our words and the host's Intl. `figures` is for whoever computes with them.
 */
export interface DocumentContent {
  currency: string;
  figures: Figures;
  sheet: Sheet;
  /** Who issued it: a credit note over it comes from the same. */
  shop: ShopDetails;
}

/** A numbered document of an order. */
export interface IssuedDocument {
  id: number;
  kind: DocumentKind;
  number: string;
  series: string;
  /** That its number counts in; 0 for a series that never starts over. */
  year: number;
  orderDocumentId: string;
  /** What it is about: a refund, an invoice that is taken back; of invoices, the how many-eth of the order. */
  subject: string;
  issuedAt: Date;
  locale: string;
  content: DocumentContent;
}

export type NewDocument = Omit<IssuedDocument, 'id'>;
