import { type Amount, ZERO } from '../money/money';
import type { Taxed } from './read-taxes';

/** One line of the tax table that a cart or an invoice shows. */
export interface TaxSummary {
  label: string;
  rate: string;
  base: Amount;
  amount: Amount;
}

/**
 * Bases and taxes by rate, in the order in which the rates first occur. Things without a rate are left out.
 * It adds up what each line was taxed; it does not tax again, so the amounts add up to the cart's tax.
 */
export function summarizeTaxes(taxed: readonly Taxed[]): TaxSummary[] {
  const summaries = new Map<string, TaxSummary>();
  for (const { rate, base, amount } of taxed) {
    if (!rate) continue;
    const key = `${rate.label}\n${rate.rate}`;
    const soFar = summaries.get(key) ?? {
      label: rate.label,
      rate: rate.rate,
      base: ZERO,
      amount: ZERO,
    };
    summaries.set(key, {
      ...soFar,
      base: soFar.base.plus(base),
      amount: soFar.amount.plus(amount),
    });
  }
  return [...summaries.values()];
}
