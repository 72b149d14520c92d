import { parseAmount } from '../money/parse-amount';
import type { OfferedShippingOption } from './shipping-options';

/**
 * What a shipping provider answered, as the ways of shipping that are offered (rules 9.3). Nonsense throws: a wrong
 * charge is worse than none. Amounts are exact in the currency, never negative; a code names one way only.
 */
export function readQuotes(answer: unknown, currency: string): OfferedShippingOption[] {
  if (!Array.isArray(answer)) throw new Error(`not a list of quotes: ${JSON.stringify(answer)}`);
  const offered = answer.map((quote: unknown, index) => readQuote(quote, index, currency));
  const codes = offered.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new Error(`two quotes have the code "${twice}"`);
  return offered;
}

function readQuote(quote: unknown, index: number, currency: string): OfferedShippingOption {
  const { code, label, amount } = (quote ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || code === '' || typeof label !== 'string') {
    throw new Error(`quote ${index} lacks a code or a label: ${JSON.stringify(quote)}`);
  }
  return { code, label, amount: parseAmount(amount, currency, `quote ${index}: amount`) };
}
