import { money } from '../../domain/money/money';
import type { RoundingMode } from '../../domain/money/rounding';
import { taxOf } from '../../domain/taxes/line-tax';
import { findTaxRate, type TaxRate } from '../../domain/taxes/tax-rate';
import { defineTaxProvider, type Tax, type TaxProvider, type TaxRequest } from '../tax';

/** The rates of `tax.rates` in the config: one per line, by country, region and class (rules 9.1). */
export function taxByRates(rates: readonly TaxRate[], roundingMode: RoundingMode): TaxProvider {
  function taxOn(amount: string, taxClass: string | null, request: TaxRequest): Tax | null {
    const { address, included, currency } = request;
    const found = findTaxRate(rates, {
      country: address?.country ?? null,
      region: address?.state ?? null,
      taxClass,
    });
    if (!found) return null;
    const tax = taxOf(money(amount), found.rate, { included, currency, roundingMode });
    return { amount: tax.toFixed(), rate: found.rate, label: found.label };
  }

  return defineTaxProvider({
    name: 'rates',
    tax: (request) => ({
      items: request.items.map(({ amount, taxClass }) => taxOn(amount, taxClass, request)),
      shipping: request.shipping === null ? null : taxOn(request.shipping, null, request),
    }),
  });
}
