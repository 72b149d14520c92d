import type { Order } from '../../domain/orders/order';

type Searched = Pick<Order, 'number' | 'email' | 'billing' | 'shipping' | 'lines' | 'discountCode'>;

/**
 * What staff find an order by, in columns of their own: an index reaches neither into JSON nor into another table. They
 * are written with what they repeat. Letters are small here and not in SQL, which on SQLite knows those of English only.
 */
export function searchColumns({ number, email, billing, shipping, lines, discountCode }: Searched) {
  const words = [
    number,
    email,
    ...Object.values(billing),
    ...Object.values(shipping),
    [billing, shipping].map(({ firstName, lastName }) => `${firstName ?? ''} ${lastName ?? ''}`),
    lines.map(({ sku }) => sku ?? ''),
  ].flat();
  const known = new Set(words.map((word) => word.trim().toLowerCase()).filter(Boolean));
  return {
    search_text: [...known].join('\n'),
    country: shipping.country ?? billing.country ?? null,
    used_code: discountCode?.code ?? null,
  };
}
