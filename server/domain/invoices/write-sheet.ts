import type { LineData } from '../cart/line-copy';
import type { OptionChoice } from '../catalogue/sellable';
import { displayAmount } from '../money/format';
import { money } from '../money/money';
import type { Order } from '../orders/order';
import { addressLines } from './address-lines';
import type { Figures, TaxName } from './figures';
import type { DocumentKind, Labelled, Sheet } from './document';
import type { ShopDetails } from './shop-details';
import { fill, type Wording } from './words';

export interface SheetFacts {
  kind: DocumentKind;
  number: string;
  issuedAt: Date;
  /** Of a credit note: the invoice that it is about. */
  invoiceNumber: string | null;
  reason: string | null;
  /** How it is paid, in words; null is not said. */
  payment: string | null;
  shop: ShopDetails;
  logo: string | null;
}

/** An invoice or a credit note in words: amounts, dates and countries as its reader writes them. */
export function writeSheet(
  order: Order,
  figures: Figures,
  facts: SheetFacts,
  wording: Wording
): Sheet {
  const { words, locale } = wording;
  const { kind, shop } = facts;
  const taxed = figures.lines.some(({ tax }) => tax !== null);
  const inWords = amountsIn(order.currency, locale);
  return {
    ...letterhead(shop, facts.logo),
    locale,
    title: kind === 'invoice' ? words.invoice : words.creditNote,
    ...addressees(order, wording),
    facts: [
      { label: words.number, value: facts.number },
      { label: words.date, value: displayDate(facts.issuedAt, locale) },
      ...said(words.toInvoice, facts.invoiceNumber),
      { label: words.order, value: order.number },
      { label: words.orderDate, value: displayDate(order.placedAt, locale) },
      ...said(words.payment, facts.payment),
      ...said(words.reason, facts.reason),
    ],
    columns: [
      words.item,
      words.quantity,
      words.unitPrice,
      ...(taxed ? [words.taxRate] : []),
      words.amount,
    ],
    rows: figures.lines.map((line) => ({
      description: line.description,
      details: detailsOf(line, words.sku),
      cells: [
        displayNumber(line.quantity, locale),
        line.unitPrice === null ? '' : inWords(line.unitPrice),
        ...(taxed ? [line.tax ? displayRate(line.tax.rate, locale) : ''] : []),
        inWords(line.amount),
      ],
    })),
    totals: totalsOf(figures, inWords, wording),
    notes: bankNote(figures, shop, wording),
    page: words.page,
  };
}

/** Who writes. */
export function letterhead(
  shop: ShopDetails,
  logo: string | null = null
): Pick<Sheet, 'seller' | 'logo' | 'footer'> {
  const lines = [
    ...shop.address,
    ...shop.taxIds.map(({ label, value }) => `${label}: ${value}`),
    shop.email,
    shop.phone,
    shop.website,
  ].filter(Boolean);
  return { seller: { name: shop.name, lines }, logo, footer: shop.footer };
}

/** Who gets it, and where the goods go when that is elsewhere. */
function addressees(
  { billing, shipping, email }: Order,
  { locale, words }: Wording
): Pick<Sheet, 'recipient' | 'delivery'> {
  const recipient = addressLines(billing, locale);
  const delivery = addressLines(shipping, locale);
  const elsewhere = delivery.length > 0 && delivery.join('\n') !== recipient.join('\n');
  return {
    recipient: recipient.length > 0 ? recipient : [email],
    delivery: elsewhere ? { label: words.deliverTo, lines: delivery } : null,
  };
}

/** What tells two lines of the same thing apart. */
export function detailsOf(
  { sku, options, data }: { sku: string | null; options: OptionChoice[]; data: LineData | null },
  skuWord: string
): string[] {
  return [
    options.map(({ type, value }) => `${type}: ${value}`).join(', '),
    ...Object.entries(data ?? {}).flatMap(([name, value]) =>
      value === null ? [] : [`${name}: ${String(value)}`]
    ),
    sku ? `${skuWord}: ${sku}` : '',
  ].filter(Boolean);
}

function totalsOf(
  figures: Figures,
  inWords: (amount: string) => string,
  { words, locale }: Wording
): Sheet['totals'] {
  const row = (label: string, amount: string, strong = false) => ({
    label,
    value: inWords(amount),
    strong,
  });
  const taxes = figures.taxes.map(({ base, amount, ...tax }) => {
    const text = figures.taxIncluded ? words.taxIncluded : words.taxOnTop;
    return row(fill(text, { tax: taxName(tax, locale), base: inWords(base) }), amount);
  });
  const total = row(words.total, figures.total, true);
  const discount = fill(words.discount, { code: figures.discountCode ?? '' }).trim();
  const single = isZero(figures.discount) && !figures.shipping;
  return [
    ...(single && (figures.taxIncluded || taxes.length === 0)
      ? []
      : [row(words.subtotal, figures.subtotal)]),
    ...(isZero(figures.discount) ? [] : [row(discount, negative(figures.discount))]),
    ...(figures.shipping
      ? [row(shippingName(figures.shipping, words.shipping), figures.shipping.amount)]
      : []),
    ...(figures.taxIncluded ? [total, ...taxes] : [...taxes, total]),
    ...(isZero(figures.paid) ? [] : [row(words.paid, figures.paid)]),
    ...(isZero(figures.due) ? [] : [row(words.due, figures.due, true)]),
  ];
}

function shippingName({ label }: { label: string | null }, word: string): string {
  return label ? `${word} (${label})` : word;
}

/** A label that says its rate already, such as "VAT 20%", does not say it twice. */
function taxName({ label, rate }: TaxName, locale: string): string {
  return label.includes(String(Number(rate))) ? label : `${label} ${displayRate(rate, locale)}`;
}

function bankNote(figures: Figures, { bank }: ShopDetails, { words }: Wording): Sheet['notes'] {
  return bank.length === 0 || isZero(figures.due) ? [] : [{ label: words.payTo, lines: bank }];
}

export function said(label: string, value: string | null): Labelled[] {
  return value ? [{ label, value }] : [];
}

const isZero = (amount: string) => money(amount).isZero();

const negative = (amount: string) => money(amount).negated().toFixed();

function amountsIn(currency: string, locale: string): (amount: string) => string {
  return (amount) => displayAmount(money(amount), currency, locale);
}

export function displayDate(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

export function displayNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

function displayRate(rate: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 6 });
  return format.format(money(rate).dividedBy(100).toNumber());
}
