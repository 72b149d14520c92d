import type { CustomerDataDto } from '../../../server/contracts/customers';

/** What is kept of a person, in numbers. */
export interface Kept {
  orders: number;
  /** Orders that refuse an erasure: they are still to be paid or shipped. */
  open: string[];
  /** Of invoices and credit notes, which the law makes a shop keep. */
  documents: string[];
  addresses: number;
  remembered: number;
  carts: number;
  ratings: number;
  mails: number;
}

export function keptOf(data: CustomerDataDto): Kept {
  const { orders, addresses, remembered, carts, ratings, mails } = data;
  return {
    orders: orders.length,
    open: orders.filter(({ status }) => status === 'open').map(({ number }) => number),
    documents: orders.flatMap(({ invoice, creditNotes }) => [
      ...(invoice ? [invoice.number] : []),
      ...creditNotes,
    ]),
    addresses: addresses.length,
    remembered: remembered.length,
    carts: carts.length,
    ratings: ratings.length,
    mails: mails.length,
  };
}

/** Whether there is anything. */
export function isKnown({ orders, addresses, remembered, carts, ratings, mails }: Kept): boolean {
  return orders + addresses + remembered + carts + ratings + mails > 0;
}
