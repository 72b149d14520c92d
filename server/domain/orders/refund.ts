import type { Amount } from '../money/money';

/** What a refund gives back of one line: its share of the discount and of the tax included (rules 1.5). */
export interface RefundedLine {
  /** The order's line. */
  lineId: string;
  sku: string | null;
  description: string;
  quantity: number;
  /** How many of them had not left yet: they need not be shipped any more. */
  unshipped: number;
  /** What the shopper gets for it, after its discount and with its tax. */
  amount: Amount;
  /** The part of the discount that is reclaimed with it. */
  discount: Amount;
  tax: Amount;
}

/** Money that went back, or is on its way. */
export interface Refund {
  id: string;
  at: string;
  by: string;
  reason: string | null;
  /** `pending` until the provider has done all of it. */
  status: 'pending' | 'done' | 'refused';
  /** In all, tax and shipping included. */
  amount: Amount;
  /** The tax in it. */
  tax: Amount;
  lines: RefundedLine[];
  /** The part of it that is shipping; without its tax where prices come without. */
  shipping: Amount;
  /** The part of it that was paid too much, after an edit: it is not for anything that the order still has. */
  overpaid: Amount;
  /** The units of `lines` come back when it is done. */
  restock: boolean;
  /** The operations on the order's payments that carry it out. */
  operations: string[];
  creditNote: { number: string; issuedAt: string } | null;
}
