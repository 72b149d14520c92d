import type { Settings } from '../config';
import { takenNames, takeUniqueName } from '../domain/catalogue/unique-name';
import {
  checkDiscountCodeForm,
  type DiscountCodeForm,
  readDiscountCodeInput,
} from '../domain/discounts/discount-code-input';
import { invalidInput } from '../domain/errors';
import { type Connection, isUniqueViolation } from '../storage/database';
import { findCodesLike, lockDiscountCode } from '../storage/discount-codes';

type Fields = Record<string, unknown>;

export type DiscountCodes = ReturnType<typeof createDiscountCodes>;

/** What editors do with discount codes. What shoppers do with them stands in `carts` and `checkout`. */
export function createDiscountCodes({ settings }: { settings: Settings }) {
  const readInput = (data: Fields) => readDiscountCodeInput(data, settings.currency);

  /**
   * Checks a code before it is saved: what is sent, over what is there already. Orders that count a use of it wait
   * until it is saved.
   *
   * @throws CommerceError invalid_input
   */
  async function check(trx: Connection, documentId: string | null, sent: Fields): Promise<void> {
    const present = documentId === null ? null : await lockDiscountCode(trx, documentId);
    checkDiscountCodeForm(merge(present ?? NEW, sent));
  }

  /** What a clone differs in: a code of its own, and no uses. */
  async function cloneInput(trx: Connection, originalId: string, sent: Fields): Promise<Fields> {
    const original = await lockDiscountCode(trx, originalId);
    if (!original) return sent;
    const asked = sent.code === undefined || sent.code === original.code ? null : sent.code;
    const taken = takenNames(await findCodesLike(trx, original.code));
    return { ...sent, code: asked ?? takeUniqueName(original.code, taken), usedCount: 0 };
  }

  /** The unique index has the last word, also when two editors save at the same instant. */
  const explain = (error: unknown): unknown =>
    isUniqueViolation(error) ? invalidInput('code', 'Another discount code has this code.') : error;

  return { readInput, check, cloneInput, explain };
}

const NEW: DiscountCodeForm = {
  discountDeduct: null,
  discountPercent: null,
  discountExact: null,
  freeShipping: false,
  validFrom: null,
  validTo: null,
  maxUses: null,
  usedCount: 0,
};

function merge(present: DiscountCodeForm, sent: Fields): DiscountCodeForm {
  const field = <Key extends keyof DiscountCodeForm>(name: Key) =>
    (sent[name] === undefined ? present[name] : sent[name]) as DiscountCodeForm[Key];
  const date = (value: Date | string | null) => (value === null ? null : new Date(value));
  return {
    discountDeduct: field('discountDeduct'),
    discountPercent: field('discountPercent'),
    discountExact: field('discountExact'),
    freeShipping: field('freeShipping'),
    validFrom: date(field('validFrom')),
    validTo: date(field('validTo')),
    maxUses: field('maxUses'),
    usedCount: present.usedCount,
  };
}
