import type { Amount } from '../money/money';

/** What carries a price (rules 3.1): a variation, a product's copy of it, anything of the host that is sold. */
export interface Priced {
  unitPrice: Amount | null;
  salePrice: Amount | null;
  saleFrom: Date | null;
  saleTo: Date | null;
}
