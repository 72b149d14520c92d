import type {
  CartDto,
  CartExportDto,
  CartItemDto,
  NoticeDto,
  ShippingOptionDto,
  TaxDto,
  TotalsDto,
} from '../contracts/cart';
import type { Notice } from '../domain/cart/notices';
import type { PricedCart, PricedLine } from '../domain/cart/priced-cart';
import { formatAmount } from '../domain/money/format';
import type { Amount } from '../domain/money/money';
import type { TaxSummary } from '../domain/taxes/summarize-taxes';
import type { Totals } from '../domain/totals/sum-totals';

/** A cart as it goes out; with `explain` each figure says how it came about. */
export function presentCart(
  priced: PricedCart,
  currency: string,
  { token = null, explain = false }: { token?: string | null; explain?: boolean } = {}
): CartDto {
  const { cart } = priced;
  return {
    ...(token ? { token } : {}),
    version: cart.version,
    currency,
    status: cart.status,
    items: priced.lines.map((line) => ({
      ...presentItem(line, currency),
      ...(explain ? { explanation: line.explanation } : {}),
    })),
    totalQuantity: priced.lines.reduce((sum, { line }) => sum + line.quantity, 0),
    uniqueQuantity: priced.lines.length,
    discountCode: priced.discountCode && {
      ...priced.discountCode,
      amount: formatAmount(priced.discountCode.amount, currency),
    },
    shippingOption: priced.shippingOption && presentShippingOption(priced.shippingOption, currency),
    totals: presentTotals(priced.totals, currency),
    taxes: presentTaxes(priced.taxes, currency),
    ...(explain ? { explanation: priced.explanation } : {}),
    notices: priced.notices.map((notice) => presentNotice(notice, currency)),
    email: cart.details.email,
    billing: cart.details.billing,
    shipping: cart.details.shipping,
    sameAsBilling: cart.details.sameAsBilling,
    instructions: cart.details.instructions,
    expiresAt: cart.expiresAt?.toISOString() ?? null,
    updatedAt: cart.updatedAt.toISOString(),
  };
}

/** A cart to be restored elsewhere. Prices are there for whoever reads it; nobody believes them. */
export function presentExport(priced: PricedCart, currency: string): CartExportDto {
  return {
    version: 1,
    currency,
    exportedAt: priced.at.toISOString(),
    items: priced.lines.map(({ line, unitPrice }) => ({
      type: line.type,
      documentId: line.documentId,
      sku: line.sku,
      description: line.description,
      quantity: line.quantity,
      data: line.data,
      unitPrice: unitPrice && formatAmount(unitPrice, currency),
    })),
    discountCode: priced.discountCode?.code ?? null,
  };
}

function presentItem(priced: PricedLine, currency: string): CartItemDto {
  const { line } = priced;
  const text = (amount: Amount) => formatAmount(amount, currency);
  return {
    id: line.id,
    type: line.type,
    documentId: line.documentId,
    sku: line.sku,
    description: line.description,
    options: line.options,
    data: line.data,
    url: line.url,
    image: line.image,
    quantity: line.quantity,
    unitPrice: priced.unitPrice && text(priced.unitPrice),
    regularPrice: priced.regularPrice && text(priced.regularPrice),
    onSale: priced.onSale,
    lineTotal: text(priced.lineTotal),
    discount: text(priced.discount),
    tax: text(priced.tax),
    total: text(priced.total),
    available: priced.available,
    purchasable: priced.purchasable,
    productSlug: line.url,
  };
}

export function presentTotals(totals: Totals, currency: string): TotalsDto {
  return {
    subtotal: formatAmount(totals.subtotal, currency),
    discount: formatAmount(totals.discount, currency),
    shipping: formatAmount(totals.shipping, currency),
    tax: formatAmount(totals.tax, currency),
    total: formatAmount(totals.total, currency),
    taxIncluded: totals.taxIncluded,
  };
}

export function presentTaxes(taxes: readonly TaxSummary[], currency: string): TaxDto[] {
  return taxes.map(({ label, rate, base, amount }) => ({
    label,
    rate,
    base: formatAmount(base, currency),
    amount: formatAmount(amount, currency),
  }));
}

export function presentShippingOption(
  { code, label, amount }: { code: string; label: string; amount: Amount },
  currency: string
): ShippingOptionDto {
  return { code, label, amount: formatAmount(amount, currency) };
}

function presentNotice(notice: Notice, currency: string): NoticeDto {
  if (notice.code !== 'price_changed') return notice;
  return {
    ...notice,
    from: formatAmount(notice.from, currency),
    to: formatAmount(notice.to, currency),
  };
}
