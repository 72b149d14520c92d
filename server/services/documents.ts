import type { Settings } from '../config';
import { type Figures, negatedFigures } from '../domain/invoices/figures';
import { creditRefund, creditRest, type CreditTerms } from '../domain/invoices/build-credit-note';
import { buildInvoice } from '../domain/invoices/build-invoice';
import { checkInvoice } from '../domain/invoices/can-invoice';
import type { DocumentKind, IssuedDocument } from '../domain/invoices/document';
import { seriesOf } from '../domain/invoices/series';
import type { ShopDetails } from '../domain/invoices/shop-details';
import { wordingFor } from '../domain/invoices/words';
import { writeSheet } from '../domain/invoices/write-sheet';
import { type Amount, money } from '../domain/money/money';
import { sumAmounts } from '../domain/money/sum-amounts';
import { formatNumber } from '../domain/orders/numbers';
import type { Order } from '../domain/orders/order';
import type { Refund } from '../domain/orders/refund';
import { nextNumber } from '../storage/counters';
import type { Connection } from '../storage/database';
import { findDocuments, insertDocument } from '../storage/documents';
import { keepLogo, type Logo } from '../storage/logos';

export type Documents = ReturnType<typeof createDocuments>;

/** Who issues it, and when. */
export interface IssuedBy {
  by: string;
  now: Date;
}

/** What a document shows besides the order. It is found out before the transaction: it may take its time. */
export interface Letterhead {
  shop: ShopDetails;
  logo: Logo | null;
  /** The order's language, or the shop's. */
  locale: string | null;
}

/** The letterhead, and the number that comes next. */
interface Issue extends IssuedBy {
  shop: ShopDetails;
  logoKey: string | null;
  locale: string | null;
}

/**
 * Issues numbered documents. Each function belongs to a transaction that has locked the order (`lockOrder`, its first
 * lock), takes the number and writes the document in it: a transaction that fails gives its number back, so the series
 * has no gap, and two issuers of the same document make one. They answer with the order as it is to be saved.
 */
export function createDocuments(shop: {
  settings: Pick<Settings, 'order' | 'documents' | 'roundingMode'>;
  /** What a way to pay is called; null when it is gone. */
  paymentLabel: (method: string) => string | null;
}) {
  const { settings } = shop;

  /** @throws CommerceError status_not_allowed when there is nothing to invoice */
  async function issueInvoice(
    trx: Connection,
    order: Order,
    letterhead: Letterhead,
    { by, now }: IssuedBy
  ): Promise<Order> {
    if (order.invoice) return order;
    checkInvoice(order);
    const earlier = await findDocuments(trx, order.documentId);
    const count = earlier.filter(({ kind }) => kind === 'invoice').length;
    if (letterhead.logo) await keepLogo(trx, letterhead.logo);
    const invoice = await write(trx, order, {
      kind: 'invoice',
      subject: String(count + 1),
      figures: buildInvoice(order),
      invoice: null,
      reason: null,
      issue: { ...letterhead, logoKey: letterhead.logo?.key ?? null, by, now },
    });
    return {
      ...order,
      invoice: { number: invoice.number, issuedAt: now },
      history: withEntry(order, { by, now }, null, invoice.number),
    };
  }

  /**
   * The credit note over a refund that is done. An order without an invoice needs none, nor does the refund of what was
   * paid too much: the order comes back as it was.
   */
  async function issueCreditNote(
    trx: Connection,
    order: Order,
    refund: Refund,
    { by, now }: IssuedBy
  ): Promise<Order> {
    if (refund.status !== 'done' || refund.creditNote) return order;
    const known = await findDocuments(trx, order.documentId);
    const invoice = invoiceOf(order, known);
    if (!invoice) return order;
    const terms = termsOf(invoice, invoicedIn(known));
    const figures = creditRefund(order, refund, invoice.content.figures, terms);
    if (!figures) return order;
    const note = await write(trx, order, {
      kind: 'credit_note',
      subject: refund.id,
      figures,
      invoice,
      reason: refund.reason,
      issue: { ...issueLike(invoice), by, now },
    });
    const creditNote = { number: note.number, issuedAt: now.toISOString() };
    return {
      ...order,
      refunds: order.refunds.map((one) => (one.id === refund.id ? { ...one, creditNote } : one)),
      history: withEntry(order, { by, now }, invoice.number, note.number),
    };
  }

  /**
   * Takes the order's invoice back by a credit note, before the order changes or because it was cancelled. An order that
   * goes on is invoiced anew at the next issue, whole: so all of the old invoice is credited, and the credit notes over
   * refunds hold for the new one. Of a cancelled order, what is still invoiced is credited and nothing follows.
   */
  async function cancelInvoice(trx: Connection, order: Order, issuer: IssuedBy): Promise<Order> {
    const known = await findDocuments(trx, order.documentId);
    const invoice = invoiceOf(order, known);
    if (!invoice) return order;
    const invoiced = invoicedIn(known);
    const { figures: old } = invoice.content;
    const whole = order.status !== 'cancelled' || invoiced.eq(money(old.total));
    const figures = whole
      ? negatedFigures(old, order.currency)
      : creditRest(invoiced, order, old, termsOf(invoice, invoiced));
    const without = { ...order, invoice: null };
    if (!whole && invoiced.lte(0)) return without;
    const note = await write(trx, order, {
      kind: 'credit_note',
      subject: `invoice:${invoice.number}`,
      figures,
      invoice,
      reason: null,
      issue: { ...issueLike(invoice), ...issuer },
    });
    return { ...without, history: withEntry(order, issuer, invoice.number, note.number) };
  }

  async function write(
    trx: Connection,
    order: Order,
    document: {
      kind: DocumentKind;
      subject: string;
      figures: Figures;
      /** That a credit note is about. */
      invoice: IssuedDocument | null;
      reason: string | null;
      issue: Issue;
    }
  ): Promise<IssuedDocument> {
    const { kind, subject, figures, invoice, reason, issue } = document;
    const wording = wordingFor(issue.locale, settings.documents.words);
    const { invoiceFormat, creditNoteFormat } = settings.order;
    const format = kind === 'invoice' ? invoiceFormat : creditNoteFormat;
    const { series, year } = seriesOf(kind, format, issue.now);
    const number = formatNumber(format, await nextNumber(trx, series), issue.now);
    const method = kind === 'invoice' ? order.paymentMethod : null;
    const sheet = writeSheet(
      order,
      figures,
      {
        kind,
        number,
        issuedAt: issue.now,
        invoiceNumber: invoice?.number ?? null,
        reason,
        payment: method && shop.paymentLabel(method),
        shop: issue.shop,
        logo: issue.logoKey,
      },
      wording
    );
    return insertDocument(trx, {
      kind,
      number,
      series,
      year,
      orderDocumentId: order.documentId,
      subject,
      issuedAt: issue.now,
      locale: wording.locale,
      // The picture is kept by its key; where it came from is of no use later.
      content: {
        currency: order.currency,
        figures,
        // To whom the invoice went: the order may have another address by now, or none.
        sheet: invoice ? { ...sheet, recipient: invoice.content.sheet.recipient } : sheet,
        shop: { ...issue.shop, logo: '' },
      },
    });
  }

  function termsOf({ locale }: IssuedDocument, most: Amount): CreditTerms {
    const { words } = wordingFor(locale, settings.documents.words);
    return { most, refundWord: words.refund, roundingMode: settings.roundingMode };
  }

  return { issueInvoice, issueCreditNote, cancelInvoice };
}

function invoiceOf({ invoice }: Order, known: readonly IssuedDocument[]): IssuedDocument | null {
  if (!invoice) return null;
  const { number } = invoice;
  return known.find((one) => one.kind === 'invoice' && one.number === number) ?? null;
}

/** A credit note comes from whom the invoice came from, also when the shop has moved since. */
function issueLike({ content, locale }: IssuedDocument): Omit<Issue, keyof IssuedBy> {
  return { shop: content.shop, logoKey: content.sheet.logo, locale };
}

/** What the documents of an order ask for, in all. */
function invoicedIn(documents: readonly IssuedDocument[]): Amount {
  return sumAmounts(documents.map(({ content }) => money(content.figures.total)));
}

function withEntry(
  { history }: Order,
  { by, now }: IssuedBy,
  from: string | null,
  to: string
): Order['history'] {
  return [...history, { at: now.toISOString(), by, step: 'invoice', from, to }];
}
