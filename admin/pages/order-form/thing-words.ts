import type { AdminOrderDto } from '../../../server/contracts/orders';

type Words = Pick<AdminOrderDto['items'][number], 'description' | 'options' | 'sku'>;

/** "M · Oat · SHIRT-M": what tells a thing from others of its name. */
export function thingDetails({ options, sku }: Omit<Words, 'description'>): string {
  return [...options.map(({ value }) => value), ...(sku ? [sku] : [])].join(' · ');
}

/** "Linen shirt, M, Oat": without its SKU, where somebody looks at the thing itself. */
export function thingTitle({ description, options }: Omit<Words, 'sku'>): string {
  return [description, ...options.map(({ value }) => value)].join(', ');
}

/** All of it, for who cannot see what stands around it. */
export function thingName(thing: Words): string {
  return [thing.description, thingDetails(thing)].filter(Boolean).join(', ');
}
