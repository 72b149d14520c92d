import type {
  DocumentContent,
  DocumentKind,
  IssuedDocument,
  NewDocument,
} from '../domain/invoices/document';
import { money } from '../domain/money/money';
import { type Connection, insertRow } from './database';
import { TABLES } from './tables';
import { readDate, readJson, writeAmount, writeJson } from './values';

export type DocumentKey = { kind: DocumentKind; subject: string } | { id: number };

/** Twice the same document, or the same number, is refused by an index: who holds the order's lock meets neither. */
export async function insertDocument(
  trx: Connection,
  document: NewDocument
): Promise<IssuedDocument> {
  const id = await insertRow(trx, TABLES.documents, {
    kind: document.kind,
    number: document.number,
    series: document.series,
    year: document.year,
    order_document_id: document.orderDocumentId,
    subject: document.subject,
    issued_at: document.issuedAt,
    locale: document.locale,
    total: writeAmount(money(document.content.figures.total)),
    content: writeJson(document.content),
  });
  return { ...document, id: id ?? 0 };
}

/** Those of an order, in the order in which they were issued. */
export async function findDocuments(
  db: Connection,
  orderDocumentId: string
): Promise<IssuedDocument[]> {
  const rows: Row[] = await db(TABLES.documents)
    .where({ order_document_id: orderDocumentId })
    .orderBy('id');
  return rows.map(toDocument);
}

/** The invoices that orders have now, in the order of the orders; one statement. */
export async function findInvoices(
  db: Connection,
  orders: readonly { invoice: { number: string } | null }[]
): Promise<IssuedDocument[]> {
  const invoiced = orders.flatMap(({ invoice }) => (invoice ? [invoice.number] : []));
  const rows: Row[] = await db(TABLES.documents)
    .where({ kind: 'invoice' })
    .whereIn('number', invoiced);
  const byNumber = new Map(rows.map((row) => [String(row.number), toDocument(row)]));
  return invoiced.flatMap((number) => byNumber.get(number) ?? []);
}

type Row = Record<string, unknown>;

function toDocument(row: Row): IssuedDocument {
  return {
    id: Number(row.id),
    kind: row.kind as DocumentKind,
    number: String(row.number),
    series: String(row.series),
    year: Number(row.year),
    orderDocumentId: String(row.order_document_id),
    subject: String(row.subject),
    issuedAt: readDate(row.issued_at) ?? new Date(0),
    locale: String(row.locale),
    content: readJson<DocumentContent>(row.content) as DocumentContent,
  };
}
