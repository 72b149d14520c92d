import { useCallback } from 'react';

import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import type { Refusal } from './refusal';

/** What a code says to an editor. Their facts are in the texts: `{available}`, `{max}`. */
const WORDS: Partial<Record<string, TextKey>> = {
  insufficient_stock: 'refusal.insufficient-stock',
  not_for_sale: 'refusal.not-for-sale',
  no_price: 'refusal.no-price',
  quantity_limit: 'refusal.quantity-limit',
  cart_empty: 'refusal.no-items',
  discount_code_unknown: 'refusal.code-unknown',
  discount_code_inactive: 'refusal.code-inactive',
  discount_code_not_started: 'refusal.code-not-started',
  discount_code_expired: 'refusal.code-expired',
  discount_code_exhausted: 'refusal.code-exhausted',
  discount_code_minimum: 'refusal.code-minimum',
  discount_code_not_applicable: 'refusal.code-not-applicable',
  shipping_option_required: 'refusal.shipping-required',
  shipping_option_unavailable: 'refusal.shipping-unavailable',
  payment_method_unknown: 'refusal.payment-unknown',
};

const ISSUES: Partial<Record<string, TextKey>> = {
  'is required': 'refusal.required',
  'must be an e-mail address': 'refusal.email',
};

/** A refusal in the editor's language; in the server's words where there is none for it. */
export function useRefusalWords() {
  const text = useText();
  const ofRefusal = useCallback(
    ({ code, message, facts }: Refusal) => {
      const key = code === null ? undefined : WORDS[code];
      if (!key) return message;
      const { available, max, minPurchase } = facts as Record<string, string | number>;
      return text(key, { available: available ?? 0, max: max ?? 0, minimum: minPurchase ?? '' });
    },
    [text]
  );
  const ofIssue = useCallback(
    (message: string | null) => {
      const key = message === null ? undefined : ISSUES[message];
      return key ? text(key) : (message ?? undefined);
    },
    [text]
  );
  return { ofRefusal, ofIssue };
}
