import type { AdminOrderDto } from '../../../server/contracts/orders';

type Item = AdminOrderDto['items'][number];

/** "Linen shirt · M": an item of an order, told from another one of the same product. */
export function itemName(items: Item[], id: string, fallback: string): string {
  const item = items.find((one) => one.id === id);
  if (!item) return fallback;
  return [item.description, ...item.options.map(({ value }) => value)].join(' · ');
}
