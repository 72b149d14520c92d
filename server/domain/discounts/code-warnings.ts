import { isCommerceError } from '../errors';
import { type Amount, money } from '../money/money';
import { parseAmount } from '../money/parse-amount';
import type { Discount } from './discount';
import { discountOfForm, type TypedDiscount } from './discount-of-form';

/** A discount code as it stands in a form that is not saved yet; numbers as they were typed. */
export interface CodeForm extends TypedDiscount {
  active: boolean;
  freeShipping: boolean;
  validFrom: Date | null;
  validTo: Date | null;
  appliesTo: 'cart' | 'selection';
  minPurchase: string | null;
  maxUses: number | null;
  maxUsesPerCustomer: number | null;
}

/** What the shop knows of a code beside its form. */
export interface CodeFacts {
  now: Date;
  usedCount: number;
  /** Chosen products and categories. */
  members: number;
  /** The dearest thing that can be bought; null when there is none. */
  highestPrice: Amount | null;
  currency: string;
}

/** What an editor should know before saving a code: why it never holds, or gives nothing, or too much. */
export const CODE_WARNINGS = [
  'discount_none',
  'discount_several',
  'discount_wrong',
  'no_effect',
  'free',
  'window_empty',
  'window_over',
  'never_usable',
  'exhausted',
  'per_customer_over',
  'selection_empty',
  'minimum_high',
  'inactive',
] as const;

export type CodeWarning = (typeof CODE_WARNINGS)[number];

export function codeWarnings(form: CodeForm, facts: CodeFacts): CodeWarning[] {
  const { validFrom, validTo, maxUses, maxUsesPerCustomer, appliesTo } = form;
  const { now, usedCount, members, highestPrice, currency } = facts;
  const { discount, fault } = discountOfForm(form, currency);
  const windowEmpty = validFrom !== null && validTo !== null && validTo <= validFrom;
  const neverUsable = maxUses === 0 || maxUsesPerCustomer === 0;
  const minimum = amountIn(form.minPurchase, currency);
  const found: [CodeWarning, boolean][] = [
    ['discount_several', fault === 'several'],
    ['discount_wrong', fault === 'wrong'],
    ['discount_none', fault === null && discount === null && !form.freeShipping],
    ['no_effect', discount !== null && givesNothing(discount) && !form.freeShipping],
    ['free', discount !== null && givesEverything(discount)],
    ['window_empty', windowEmpty],
    ['window_over', !windowEmpty && validTo !== null && validTo <= now],
    ['never_usable', neverUsable],
    ['exhausted', !neverUsable && maxUses !== null && usedCount >= maxUses],
    [
      'per_customer_over',
      maxUses !== null && maxUsesPerCustomer !== null && maxUsesPerCustomer > maxUses,
    ],
    ['selection_empty', appliesTo === 'selection' && members === 0],
    ['minimum_high', minimum !== null && highestPrice !== null && minimum.gt(highestPrice)],
    ['inactive', !form.active],
  ];
  return found.flatMap(([warning, holds]) => (holds ? [warning] : []));
}

function amountIn(text: string | null, currency: string): Amount | null {
  try {
    return text === null ? null : parseAmount(text, currency);
  } catch (error) {
    if (isCommerceError(error)) return null;
    throw error;
  }
}

const givesNothing = ({ kind, value }: Discount) => kind !== 'exact' && value.isZero();

const givesEverything = ({ kind, value }: Discount) =>
  (kind === 'percent' && value.gte(money(100))) || (kind === 'exact' && value.isZero());
