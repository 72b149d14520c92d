import type { Settings } from '../config';
import type { Address, Cart } from '../domain/cart/cart';
import { unitsOnOtherLines } from '../domain/cart/check-quantity';
import { lineNotices } from '../domain/cart/notices';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { canBuy } from '../domain/catalogue/can-buy';
import { currentPrice } from '../domain/catalogue/current-price';
import { refKey } from '../domain/catalogue/sellable';
import { type Amount, ZERO } from '../domain/money/money';
import { sumAmounts } from '../domain/money/sum-amounts';
import { chooseShippingOption, offeredShippingOptions } from '../domain/shipping/shipping-options';
import { taxOf } from '../domain/taxes/line-tax';
import { summarizeTaxes } from '../domain/taxes/summarize-taxes';
import { findTaxRate, type TaxRate } from '../domain/taxes/tax-rate';
import { type LineTotals, sumTotals } from '../domain/totals/sum-totals';

export type Pricing = ReturnType<typeof createPricing>;

export function createPricing(settings: Settings) {
  const { currency, roundingMode } = settings;

  /**
   * What the cart costs at the instant `at`. Read it from top to bottom: this is the order of the totals.
   * It saves nothing.
   */
  function priceCart({ cart, lines, sellables }: LoadedCart, at: Date): PricedCart {
    // 1. The live price of each line (rule 6.2).
    const found = lines.map((line) => ({
      line,
      sellable: sellables.get(refKey(line)),
      units: line.quantity + unitsOnOtherLines(lines, line),
    }));
    const live = found.map(({ line, sellable, units }) => {
      const { price, unitPrice, onSale } = sellable
        ? currentPrice(sellable.prices, at)
        : { price: null, unitPrice: null, onSale: false };
      const purchasable = canBuy(sellable, units, at) === null;
      return {
        line,
        sellable,
        unitPrice: price,
        regularPrice: unitPrice ?? price,
        onSale,
        purchasable,
      };
    });

    // 2. Shipping, by the address and the subtotal (rule 9.2).
    const address = deliveryAddress(cart);
    const offered = offeredShippingOptions(settings.shipping.options, {
      country: address?.country ?? null,
      discountedSubtotal: sumAmounts(
        live.map(({ line, unitPrice }) => (unitPrice ?? ZERO).times(line.quantity))
      ),
      weight: sumAmounts(
        live.map(({ line, sellable }) => (sellable?.weight ?? ZERO).times(line.quantity))
      ),
    });
    const { option, dropped } = chooseShippingOption(offered, cart.details.shippingOption);
    const shipping = lines.length === 0 ? ZERO : (option?.amount ?? ZERO);

    // 3. Tax, per line and on shipping (rule 9.1).
    const taxed = live.map(({ line, sellable, unitPrice }) =>
      tax((unitPrice ?? ZERO).times(line.quantity), address, sellable?.taxClass ?? null)
    );
    const shippingTax = settings.tax.taxShipping ? tax(shipping, address, null) : NO_TAX;

    // 4. The sums, which always add up (rule 1.5).
    const { lines: lineTotals, ...totals } = sumTotals({
      lines: live.map(({ line, unitPrice }, index) => ({
        unitPrice: unitPrice ?? ZERO,
        quantity: line.quantity,
        discount: ZERO,
        tax: taxed[index]?.amount ?? ZERO,
      })),
      shipping,
      shippingTax: shippingTax.amount,
      taxIncluded: settings.tax.included,
      currency,
    });

    return {
      cart,
      lines: live.map((entry, index) => ({
        ...entry,
        ...(lineTotals[index] ?? NO_TOTALS),
        available: entry.sellable?.stock ?? null,
      })),
      totals,
      shippingTax: shippingTax.amount,
      taxes: summarizeTaxes([...taxed, shippingTax]),
      shippingOptions: offered,
      shippingOption: lines.length === 0 ? null : option,
      notices: [
        ...found.flatMap(({ line, sellable, units }) => lineNotices(line, sellable, units, at)),
        ...(dropped ? [{ code: 'shipping_option_dropped' } as const] : []),
      ],
      at,
    };
  }

  function tax(base: Amount, address: Address | null, taxClass: string | null): Taxed {
    const rate = findTaxRate(settings.tax.rates, {
      country: address?.country ?? null,
      region: address?.state ?? null,
      taxClass,
    });
    if (!rate) return { ...NO_TAX, base };
    const amount = taxOf(base, rate.rate, {
      included: settings.tax.included,
      currency,
      roundingMode,
    });
    return { rate, base, amount };
  }

  return { priceCart };
}

interface Taxed {
  rate: TaxRate | null;
  base: Amount;
  amount: Amount;
}

const NO_TAX: Taxed = { rate: null, base: ZERO, amount: ZERO };
const NO_TOTALS: LineTotals = { lineTotal: ZERO, discount: ZERO, tax: ZERO, total: ZERO };

/** Where the goods go: tax and shipping follow it. */
export function deliveryAddress({ details }: Cart): Address | null {
  return details.sameAsBilling ? details.billing : details.shipping;
}
