import type { AdminOrderDto } from '../../../server/contracts/orders';

/** Who ordered: the person billed, else their company; '' when only the e-mail is known. */
export function customerName({ billing, shipping }: Pick<AdminOrderDto, 'billing' | 'shipping'>) {
  const [first = ''] = [billing, shipping].flatMap(({ firstName, lastName, company }) =>
    [[firstName, lastName].filter(Boolean).join(' '), company ?? ''].filter(Boolean)
  );
  return first;
}
