import type { Settings } from '../config';
import type { Address, Cart } from '../domain/cart/cart';
import { type LiveLine, liveLines } from '../domain/cart/live-lines';
import { cartNotices } from '../domain/cart/notices';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { refKey } from '../domain/catalogue/sellable';
import { applyDiscountCode, nothingOff } from '../domain/discounts/apply-discount-code';
import { type Amount, ZERO } from '../domain/money/money';
import { sumAmounts } from '../domain/money/sum-amounts';
import { readQuotes } from '../domain/shipping/read-quotes';
import {
  chooseShippingOption,
  type OfferedShippingOption,
} from '../domain/shipping/shipping-options';
import { readTaxes, type Taxed, untaxed } from '../domain/taxes/read-taxes';
import { summarizeTaxes } from '../domain/taxes/summarize-taxes';
import { explainCart, explainLine } from '../domain/totals/explain';
import { lineTotal } from '../domain/totals/line-total';
import { type LineTotals, sumTotals } from '../domain/totals/sum-totals';
import { ask } from '../providers/ask';
import type { ShippingProvider } from '../providers/shipping';
import type { TaxProvider } from '../providers/tax';

export type Pricing = ReturnType<typeof createPricing>;

/** A line with its price, its quantity, and its share of the discount code. */
interface DiscountedLine extends LiveLine {
  price: Amount;
  discount: Amount;
  /** After its share. */
  amount: Amount;
}

export function createPricing(
  settings: Settings,
  providers: { shipping: ShippingProvider; tax: TaxProvider },
  stocked: (sellables: LoadedCart['sellables']) => Promise<LoadedCart['sellables']>
) {
  const { currency, roundingMode } = settings;

  /**
   * What the cart costs at the instant `at`. Read it from top to bottom: THIS IS THE ORDER OF THE TOTALS.
   * It saves nothing, and each provider is asked once at most (rules 9.3), so never call it inside a transaction.
   *
   * @throws CommerceError provider_failed
   */
  async function priceCart(loaded: LoadedCart, at: Date): Promise<PricedCart> {
    const { cart } = loaded;
    const address = deliveryAddress(cart);

    // 1. The live price of each line (rules 6.2), and the units that there are.
    const sellables = await stocked(sellablesOf(loaded));
    const live = liveLines(loaded.lines, sellables, cart.shown, at);

    // 2. The discount code: what it takes off, and each line's share of it (rules 5.3).
    const { refusal, ...off } = discountOf(loaded, live, at);
    const lines = live.map((line, index): DiscountedLine => {
      const price = line.unitPrice ?? ZERO;
      const discount = off.shares[index] ?? ZERO;
      const before = lineTotal({ unitPrice: price, quantity: line.line.quantity });
      return { ...line, price, discount, amount: before.minus(discount) };
    });

    // 3. Shipping, by the address and the discounted subtotal (rules 9.2).
    const offered = lines.length === 0 ? [] : await quoteShipping(lines, address);
    const { option, dropped } = chooseShippingOption(offered, cart.details.shippingOption);
    const shippingOption = option && (off.freeShipping ? { ...option, amount: ZERO } : option);
    const shipping = shippingOption?.amount ?? ZERO;

    // 4. Tax, per line after its discount, and on shipping (rules 9.1).
    const taxed = await taxLines(lines, shipping, address);

    // 5. The sums, which always add up (rules 1.5).
    const { lines: sums, ...totals } = sumTotals({
      lines: lines.map(({ line, price, discount }, index) => ({
        unitPrice: price,
        quantity: line.quantity,
        discount,
        tax: taxed.items[index]?.amount ?? ZERO,
      })),
      shipping,
      shippingTax: taxed.shipping.amount,
      taxIncluded: settings.tax.included,
      currency,
    });

    // 6. What the shopper is told.
    const notices = [
      ...loaded.notices,
      ...cartNotices(live, {
        at,
        droppedCode: refusal,
        shippingDropped: dropped && lines.length > 0,
      }),
    ];

    // 7. How each figure came about.
    const taxes = summarizeTaxes([...taxed.items, taxed.shipping]);
    const discountCode = refusal === null ? cart.discountCode : null;
    const terms = { currency, taxIncluded: settings.tax.included, discountCode };

    return {
      cart,
      lines: live.map((line, index) => {
        const sum = sums[index] ?? NO_SUMS;
        const tax = taxed.items[index] ?? untaxed(ZERO);
        const explanation = explainLine({ ...line, ...sum, taxed: tax }, terms);
        return { ...line, ...sum, taxed: tax, explanation };
      }),
      totals,
      discountCode: discountCode === null ? null : { code: discountCode, ...summaryOf(off) },
      code: loaded.code,
      shippingTax: taxed.shipping.amount,
      taxes,
      explanation: explainCart(totals, shippingOption, taxes, terms),
      shippingOptions: offered,
      shippingOption,
      notices,
      at,
    };
  }

  function discountOf({ cart, code, granted }: LoadedCart, live: readonly LiveLine[], at: Date) {
    if (granted) {
      const shares = live.map(({ line }) => granted.shares.get(line.id) ?? ZERO);
      const { freeShipping } = granted;
      return { refusal: null, shares, amount: sumAmounts(shares), freeShipping };
    }
    // An empty cart keeps its code in silence: there is nothing that it could be held against.
    if (cart.discountCode === null || live.length === 0) {
      return { refusal: null, ...nothingOff(live) };
    }
    if (code === null) return { refusal: GONE, ...nothingOff(live) };
    return applyDiscountCode(code, live, at, { currency, roundingMode });
  }

  function quoteShipping(
    lines: readonly DiscountedLine[],
    address: Address | null
  ): Promise<OfferedShippingOption[]> {
    const { name } = providers.shipping;
    const request = {
      currency,
      items: lines.map(({ line, sellable, amount }) => ({
        type: line.type,
        documentId: line.documentId,
        sku: line.sku,
        quantity: line.quantity,
        weight: (sellable?.weight ?? ZERO).toFixed(),
        amount: amount.toFixed(),
      })),
      subtotal: sumAmounts(lines.map(({ amount, discount }) => amount.plus(discount))).toFixed(),
      discountedSubtotal: sumAmounts(lines.map(({ amount }) => amount)).toFixed(),
      weight: sumAmounts(
        lines.map(({ line, sellable }) => (sellable?.weight ?? ZERO).times(line.quantity))
      ).toFixed(),
      address,
    };
    return ask(
      name,
      () => providers.shipping.quote(request),
      (answer) => readQuotes(answer, currency)
    );
  }

  function taxLines(
    lines: readonly DiscountedLine[],
    shipping: Amount,
    address: Address | null
  ): Promise<{ items: Taxed[]; shipping: Taxed }> {
    const { included, taxShipping } = settings.tax;
    if (lines.length === 0) return Promise.resolve({ items: [], shipping: untaxed(ZERO) });
    const request = {
      currency,
      included,
      items: lines.map(({ line, sellable, amount }) => ({
        type: line.type,
        documentId: line.documentId,
        sku: line.sku,
        quantity: line.quantity,
        taxClass: sellable?.taxClass ?? null,
        amount: amount.toFixed(),
      })),
      shipping: taxShipping ? shipping.toFixed() : null,
      address,
    };
    const bases = {
      items: lines.map(({ amount }) => amount),
      shipping: taxShipping ? shipping : null,
      included,
      currency,
    };
    return ask(
      providers.tax.name,
      () => providers.tax.tax(request),
      (answer) => readTaxes(answer, bases)
    );
  }

  return { priceCart };
}

/** What is in the cart, without what a request has named besides. */
function sellablesOf({ lines, sellables }: LoadedCart): LoadedCart['sellables'] {
  const own = new Set(lines.map(refKey));
  return new Map([...sellables].filter(([key]) => own.has(key)));
}

const NO_SUMS: LineTotals = { lineTotal: ZERO, discount: ZERO, tax: ZERO, total: ZERO };

function summaryOf({ amount, freeShipping }: { amount: Amount; freeShipping: boolean }) {
  return { amount, freeShipping };
}

/** The cart names a code that was deleted, or renamed. */
const GONE = { code: 'discount_code_unknown', details: {} } as const;

/** Where the goods go: tax and shipping follow it. */
export function deliveryAddress({ details }: Cart): Address | null {
  return details.sameAsBilling ? details.billing : details.shipping;
}
