import { invalidInput } from '../errors';
import { parseAmount } from '../money/parse-amount';
import { readDiscount } from './discount';
import { normalizeCode } from './normalize-code';

type Fields = Record<string, unknown>;

const AMOUNTS = ['discountDeduct', 'discountExact', 'minPurchase'];
const LONGEST_CODE = 255;

/**
 * The fields of a discount code as an editor or a script sends them: the code normalised (rules 5.1), amounts exact in
 * the shop's currency (rules 1.1). What is not sent stays out.
 *
 * @throws CommerceError invalid_input, invalid_amount with the field's name
 */
export function readDiscountCodeInput(data: Fields, currency: string): Fields {
  const amounts = AMOUNTS.filter((field) => data[field] !== undefined && data[field] !== null);
  return {
    ...data,
    ...Object.fromEntries(
      amounts.map((field) => [field, parseAmount(data[field], currency, field).toNumber()])
    ),
    ...(data.code === undefined ? {} : { code: readCode(data.code) }),
  };
}

function readCode(value: unknown): string {
  const code = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const normalized = normalizeCode(code);
  if (normalized === '') throw invalidInput('code', 'A discount code needs a code.');
  if (normalized.length > LONGEST_CODE) {
    throw invalidInput('code', `A code has at most ${LONGEST_CODE} characters.`);
  }
  return normalized;
}

/** A discount code as it will be stored. */
export interface DiscountCodeForm {
  discountDeduct: number | string | null;
  discountPercent: number | string | null;
  discountExact: number | string | null;
  freeShipping: boolean;
  validFrom: Date | null;
  validTo: Date | null;
  maxUses: number | null;
  usedCount: number;
}

/**
 * What a discount code must be (rules 5.1, 5.2): at most one of the three discounts, and something for the shopper;
 * a window that passes; a limit that was not passed already, or the code could never be saved again.
 *
 * @throws CommerceError invalid_input with the fields at fault
 */
export function checkDiscountCodeForm(form: DiscountCodeForm): void {
  const { validFrom, validTo, maxUses, usedCount } = form;
  if (readDiscount(form) === null && !form.freeShipping) {
    throw invalidInput(
      'discountPercent',
      'A discount code takes something off, or ships for free: fill in one.'
    );
  }
  if (validFrom && validTo && validTo <= validFrom) {
    throw invalidInput('validTo', 'A discount code ends after it begins.');
  }
  if (maxUses !== null && maxUses < usedCount) {
    throw invalidInput('maxUses', `This code was used ${usedCount} times already.`);
  }
}
