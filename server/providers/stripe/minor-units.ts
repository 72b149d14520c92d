import { currencyDecimals } from '../../domain/money/currency';
import { formatAmount } from '../../domain/money/format';
import { money } from '../../domain/money/money';

/**
 * Stripe counts in units of its own, which are not always those of ISO 4217 (docs.stripe.com/currencies). What is not
 * listed has two decimals there, also where the standard has none: 5 ISK and 5 UGX are sent as 500.
 */
const WITHOUT_DECIMALS = new Set(
  'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ')
);

/** Three decimals, of which the last must be 0: 5.12 KWD is 5120, and 5.124 KWD cannot be paid by card. */
const WITH_THREE_DECIMALS = new Set('BHD JOD KWD OMR TND'.split(' '));

/**
 * "19.90" EUR → 1990, "5" ISK → 500, "5.120" KWD → 5120.
 *
 * @returns null for an amount that Stripe cannot take to the last unit: it is refused, never rounded, because the order,
 * the charge and the refund must be the same figure
 */
export function toStripeAmount(amount: string, currency: string): number | null {
  // Not in Stripe's list of those with three decimals: guessing would charge a tenth, or ten times as much.
  if (currencyDecimals(currency) > 2 && !WITH_THREE_DECIMALS.has(currency)) return null;
  const units = money(amount).times(money(10).pow(stripeDecimals(currency)));
  const step = WITH_THREE_DECIMALS.has(currency) ? 10 : 1;
  return units.mod(step).isZero() ? units.toNumber() : null;
}

/** 1990 of eur → "19.90". Stripe writes currencies in small letters. */
export function fromStripeAmount(units: number, currency: string): string {
  const code = currency.toUpperCase();
  return formatAmount(money(units).div(money(10).pow(stripeDecimals(code))), code);
}

function stripeDecimals(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  return WITH_THREE_DECIMALS.has(currency) ? 3 : 2;
}
