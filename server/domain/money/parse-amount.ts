import { CommerceError } from '../errors';
import { currencyDecimals } from './currency';
import { money, type Amount } from './money';

/** Digits, and perhaps a point with digits behind it: no sign, exponent, blank, comma or leading zero. */
const PLAIN_DECIMAL = /^(0|[1-9]\d*)(\.\d+)?$/;
const LONGEST_TEXT = 64;
const MOST_DIGITS = 15;

/**
 * Reads an amount that comes from outside: the door of rules 1.1. In EUR, "19.9", "19.900" and 19.9 are
 * 1990 cents; 10.005, "1,5", "1e3", -1 and more than 15 digits are refused. Decimals count by value, so
 * zeros behind the last one do no harm. It never rounds: half a cent more or less is the sender's to decide.
 */
export function parseAmount(value: unknown, currency: string, path = 'amount'): Amount {
  const decimals = currencyDecimals(currency);
  const refuse = (reason: AmountFault) =>
    new CommerceError(
      'invalid_amount',
      `${path} ${FAULTS[reason]} ${legalForm(currency, decimals)}`,
      {
        path,
        reason,
        currency,
        decimals,
      }
    );

  const text = plainText(value);
  if (text === null) throw refuse('not_a_number');
  if (text.startsWith('-'))
    throw refuse(PLAIN_DECIMAL.test(text.slice(1)) ? 'negative' : 'not_a_number');
  if (text.length > LONGEST_TEXT) throw refuse('too_many_digits');
  if (!PLAIN_DECIMAL.test(text)) throw refuse('not_a_number');

  const amount = money(text);
  if (amount.decimalPlaces() > decimals) throw refuse('too_many_decimals');
  if (amount.precision(true) > MOST_DIGITS) throw refuse('too_many_digits');
  return amount;
}

type AmountFault = 'not_a_number' | 'negative' | 'too_many_decimals' | 'too_many_digits';

const FAULTS: Record<AmountFault, string> = {
  not_a_number: 'is not an amount.',
  negative: 'must not be negative.',
  too_many_decimals: 'has too many decimals.',
  too_many_digits: 'has too many digits.',
};

function legalForm(currency: string, decimals: number): string {
  const example = decimals === 0 ? '1990' : `19.${'90'.padEnd(decimals, '0').slice(0, decimals)}`;
  const places = decimals === 0 ? 'no decimals' : `at most ${decimals} decimals`;
  return `Write a plain number with a point, such as "${example}": ${currency} has ${places}, ${MOST_DIGITS} digits in all.`;
}

/** A number as JSON may carry it, written out: 1e-7 becomes "0.0000001", so that it fails for its decimals. */
function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? money(value).toFixed() : null;
}
