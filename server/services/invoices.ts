import { CommerceError } from '../domain/errors';
import { isInvoiceDue } from '../domain/invoices/can-invoice';
import type { IssuedDocument, Sheet } from '../domain/invoices/document';
import type { ShopDetails } from '../domain/invoices/shop-details';
import { type WordBook, wordingFor } from '../domain/invoices/words';
import { writePackingSlip } from '../domain/invoices/write-packing-slip';
import type { Fulfilment } from '../domain/orders/fulfilment-status';
import type { Order } from '../domain/orders/order';
import type { Connection, Database } from '../storage/database';
import { findDocuments, findInvoices } from '../storage/documents';
import { findLogo, findLogos, type Logo, readLogo } from '../storage/logos';
import { findOrder, lockOrder, saveOrderStep } from '../storage/orders';
import { findOrdersById } from '../storage/orders/search';
import { documentHtml } from '../templates/documents/document-html';
import { documentPdf, type PdfFont } from '../templates/documents/document-pdf';
import type { Documents, IssuedBy, Letterhead } from './documents';

export type Invoices = ReturnType<typeof createInvoices>;

/** What can be printed: a finished page, and the file that it would be. */
export interface Printable {
  sheet: Sheet;
  /** As a data URL. */
  logo: string | null;
  /** The time that the file bears: the same each time, or two prints would differ. */
  at: Date;
  filename: string;
}

/** Which document of an order staff want to see. */
export type WantedDocument = 'invoice' | { refundId: string } | { id: number };

export function createInvoices(shop: {
  database: Database;
  documents: Documents;
  /** Who sells, at this moment. */
  shopDetails: () => Promise<ShopDetails>;
  /** The site's own words. */
  words: WordBook;
  /** Of the site's own; null is the built-in one. */
  font: PdfFont | null;
  isOffline: (paymentMethod: string) => boolean;
  defaultLocale: () => Promise<string>;
  warn: (message: string) => void;
  clock: () => Date;
}) {
  const { database, documents, warn, clock } = shop;

  /** For staff: issues the invoice, unless there is one. @throws CommerceError not_found, status_not_allowed */
  async function issue(documentId: string, by: string): Promise<Order> {
    const order = await known(documentId);
    return order.invoice ? order : issueFor(order, by);
  }

  /** For staff: issues what a refund needs, unless there is one. @throws CommerceError not_found */
  async function issueCreditNote(documentId: string, refundId: string, by: string): Promise<Order> {
    const { refunds } = await known(documentId);
    if (!refunds.some(({ id }) => id === refundId)) throw notFound('There is no such refund');
    const order = await stepOf(documentId, by, async (trx, locked, issuer) => {
      const refund = locked.refunds.find(({ id }) => id === refundId);
      return refund ? documents.issueCreditNote(trx, locked, refund, issuer) : locked;
    });
    const refund = order.refunds.find(({ id }) => id === refundId);
    if (refund?.creditNote) return order;
    throw new CommerceError('status_not_allowed', 'There is nothing to credit', {
      from: refund?.status ?? null,
      to: 'credited',
      allowed: [],
    });
  }

  /** For staff: takes the invoice back, so that the next one is a new one. @throws CommerceError not_found */
  async function cancel(documentId: string, by: string): Promise<Order> {
    const order = await known(documentId);
    if (!order.invoice) throw notFound('The order has no invoice');
    return stepOf(documentId, by, documents.cancelInvoice);
  }

  /** For staff: all that was issued about an order, the oldest first. @throws CommerceError not_found */
  async function list(documentId: string): Promise<IssuedDocument[]> {
    await known(documentId);
    return findDocuments(database.read, documentId);
  }

  /** For staff: one of them. @throws CommerceError not_found */
  async function show(documentId: string, wanted: WantedDocument): Promise<Printable> {
    const { invoice } = await known(documentId);
    const found = (await findDocuments(database.read, documentId)).find((document) => {
      if (wanted === 'invoice') {
        return document.kind === 'invoice' && document.number === invoice?.number;
      }
      if ('id' in wanted) return document.id === wanted.id;
      return document.kind === 'credit_note' && document.subject === wanted.refundId;
    });
    if (!found) throw notFound('There is no such document');
    return printableOf(found);
  }

  /** What lies in the parcels of an order, or in one of them. @throws CommerceError not_found */
  async function packingSlip(documentId: string, fulfilmentId: string | null): Promise<Printable> {
    const order = await known(documentId);
    const fulfilment = order.fulfilments.find(({ id }) => id === fulfilmentId) ?? null;
    if (fulfilmentId !== null && !fulfilment) throw notFound('There is no such fulfilment');
    return slipOf(order, fulfilment);
  }

  async function slipOf(order: Order, fulfilment: Fulfilment | null): Promise<Printable> {
    const { shop: seller, logo, locale } = await letterheadOf(order);
    const sheet = writePackingSlip(order, fulfilment, seller, wordingFor(locale, shop.words));
    return {
      sheet,
      logo: logo?.dataUrl ?? null,
      at: order.placedAt,
      filename: fileName('packing-slip', order.number),
    };
  }

  /**
   * An order's invoice as its shopper may see it: issued now if that is due (`isInvoiceDue`).
   *
   * @throws CommerceError not_found as long as there is none
   */
  async function ofShopper(order: Order): Promise<Printable> {
    const invoice = await invoiceFor(order, 'shopper');
    if (invoice) return invoice;
    throw notFound('The order has no invoice yet');
  }

  /** For mails: an attachment, or null when there is no invoice yet. It issues the invoice when that is due. */
  async function pdfOf(order: Order): Promise<{ filename: string; content: Buffer } | null> {
    const invoice = await invoiceFor(order, 'shop');
    return invoice && { filename: `${invoice.filename}.pdf`, content: await pdf(invoice) };
  }

  async function invoiceFor(order: Order, by: string): Promise<Printable | null> {
    const due = isInvoiceDue(order, shop.isOffline(order.paymentMethod ?? ''));
    if (!order.invoice && !due) return null;
    const { documentId } = order.invoice ? order : await issueFor(order, by);
    return show(documentId, 'invoice');
  }

  function html(...printed: Printable[]): string {
    return documentHtml(printed);
  }

  /** Several begin a new page each. A logo that cannot be printed is left out: the document counts. */
  async function pdf(...printed: Printable[]): Promise<Buffer> {
    const terms = { at: printed[0]?.at ?? clock(), font: shop.font };
    try {
      return await documentPdf(printed, terms);
    } catch (error) {
      if (printed.every(({ logo }) => !logo)) throw error;
      warn(`the logo is left out of documents: ${(error as Error).message}`);
      return documentPdf(
        printed.map(({ sheet }) => ({ sheet, logo: null })),
        terms
      );
    }
  }

  /**
   * For staff: the packing slips of many orders, or their invoices, in the order of `documentIds`; a fixed number of
   * statements. An order without an invoice is left out: giving it one is a step of its own.
   *
   * @throws CommerceError not_found when nothing is left
   */
  async function printMany(
    documentIds: readonly string[],
    kind: 'packing-slip' | 'invoice'
  ): Promise<Printable[]> {
    const orders = await findOrdersById(database.read, documentIds);
    if (kind === 'packing-slip') return Promise.all(orders.map((order) => slipOf(order, null)));
    const issued = await findInvoices(database.read, orders);
    if (issued.length === 0) throw notFound('None of these orders has an invoice');
    const keys = issued.flatMap(({ content }) => content.sheet.logo ?? []);
    const logos = await findLogos(database.read, [...new Set(keys)]);
    return issued.map((document) =>
      printableWith(document, logos.get(document.content.sheet.logo ?? '') ?? null)
    );
  }

  async function issueFor(order: Order, by: string): Promise<Order> {
    const letterhead = await letterheadOf(order);
    return stepOf(order.documentId, by, (trx, locked, issuer) =>
      documents.issueInvoice(trx, locked, letterhead, issuer)
    );
  }

  /** One transaction: the order is locked first, and saved with what its documents changed. */
  async function stepOf(
    documentId: string,
    by: string,
    step: (trx: Connection, order: Order, issuer: IssuedBy) => Promise<Order>
  ): Promise<Order> {
    const now = clock();
    return database.transaction(async (trx) => {
      const before = await lockOrder(trx, { documentId });
      if (!before) throw notFound('There is no such order');
      const order = await step(trx, before, { by, now });
      if (order !== before) await saveOrderStep(trx, order, now);
      return order;
    });
  }

  async function letterheadOf({ locale }: Order): Promise<Letterhead> {
    const seller = await shop.shopDetails();
    return {
      shop: seller,
      logo: await readableLogo(seller.logo),
      locale: locale ?? (await shop.defaultLocale()),
    };
  }

  async function readableLogo(source: string): Promise<Logo | null> {
    if (!source) return null;
    try {
      return await readLogo(source);
    } catch (error) {
      warn(`"shop.logo" is left out of documents: ${(error as Error).message}`);
      return null;
    }
  }

  async function printableOf(document: IssuedDocument): Promise<Printable> {
    const { logo } = document.content.sheet;
    return printableWith(document, logo && (await findLogo(database.read, logo)));
  }

  async function known(documentId: string): Promise<Order> {
    const order = await findOrder(database.read, { documentId });
    if (order) return order;
    throw notFound('There is no such order');
  }

  return {
    issue,
    issueCreditNote,
    cancel,
    list,
    show,
    packingSlip,
    printMany,
    ofShopper,
    pdfOf,
    html,
    pdf,
  };
}

function printableWith(document: IssuedDocument, logo: string | null): Printable {
  const { kind, number, issuedAt, content } = document;
  const name = kind === 'invoice' ? 'invoice' : 'credit-note';
  return { sheet: content.sheet, logo, at: issuedAt, filename: fileName(name, number) };
}

/** Safe in a header and on every disk. */
function fileName(kind: string, number: string): string {
  return `${kind}-${number.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

function notFound(message: string): CommerceError {
  return new CommerceError('not_found', message);
}
