import { useIntl } from 'react-intl';

import { useFindOrderChoicesQuery } from '../../../api/orders';
import { useFindShopQuery } from '../../../api/shop';
import {
  FULFILMENT_STATUS,
  ORDER_PAYMENT_STATUS,
  ORDER_STATUS,
  type StatusWord,
} from '../../../status/status-words';
import type { TextKey } from '../../../text/get-translation';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import type { FilterName, Filters } from '../orders-query';

export const FILTER_LABELS = {
  status: 'orders.filter.order-status',
  paymentStatus: 'orders.filter.payment-status',
  fulfilmentStatus: 'orders.filter.fulfilment-status',
  period: 'orders.filter.period',
  totalFrom: 'orders.filter.total-from',
  totalTo: 'orders.filter.total-to',
  paymentMethod: 'orders.filter.payment-method',
  country: 'orders.filter.country',
  discountCode: 'orders.filter.discount-code',
} as const satisfies Partial<Record<FilterName, TextKey>>;

export const PERIOD_WORDS: Record<string, TextKey> = {
  today: 'orders.filter.today',
  week: 'orders.filter.week',
  month: 'orders.filter.month',
};

/** What can be chosen in each filter, in words. */
export function useFilterChoices() {
  const text = useText();
  const { country } = useFormats();
  const { data } = useFindOrderChoicesQuery(undefined);
  const words = (all: Record<string, StatusWord>) =>
    Object.entries(all).map(([value, { key }]) => ({ value, label: text(key) }));
  return {
    status: words(ORDER_STATUS),
    paymentStatus: words(ORDER_PAYMENT_STATUS),
    fulfilmentStatus: words(FULFILMENT_STATUS),
    period: Object.entries(PERIOD_WORDS).map(([value, key]) => ({ value, label: text(key) })),
    paymentMethod: (data?.paymentMethods ?? []).map(({ code, label }) => ({ value: code, label })),
    country: (data?.countries ?? [])
      .map((code) => ({ value: code, label: country(code) }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  };
}

/** The filters that are on, each in words. The search has a field of its own. */
export function useFilterWords(filters: Filters): { name: FilterName; words: string }[] {
  const text = useText();
  const intl = useIntl();
  const { amount } = useFormats();
  const { data: shop } = useFindShopQuery(undefined);
  const choices: Record<string, { value: string; label: string }[]> = useFilterChoices();

  const dayOf = (value: string) => intl.formatDate(`${value}T12:00:00`, { dateStyle: 'medium' });
  const plain: Partial<Record<FilterName, (value: string) => string>> = {
    from: (value) => text('orders.filter.since', { day: dayOf(value) }),
    to: (value) => text('orders.filter.until', { day: dayOf(value) }),
    toShip: () => text('orders.filter.to-ship'),
    attention: () => text('orders.filter.attention'),
  };
  const amountOf = (value: string) => (shop ? amount(value, shop.currency) : value);
  const wordsOf = (name: keyof typeof FILTER_LABELS, value: string) =>
    text('orders.filter.value', {
      filter: text(FILTER_LABELS[name]),
      value:
        name === 'totalFrom' || name === 'totalTo'
          ? amountOf(value)
          : (choices[name]?.find((choice) => choice.value === value)?.label ?? value),
    });

  const named = Object.entries(filters) as [FilterName, string][];
  return named.flatMap(([name, value]) => {
    // The search and the order of the list are seen where they are set.
    if (name === '_q' || name === 'sort') return [];
    const words = name in FILTER_LABELS ? null : plain[name]?.(value);
    return [{ name, words: words ?? wordsOf(name as keyof typeof FILTER_LABELS, value) }];
  });
}
