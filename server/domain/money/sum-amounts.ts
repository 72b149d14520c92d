import { ZERO, type Amount } from './money';

/** The sum, exactly; of nothing, 0. It does not round. */
export function sumAmounts(amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
}
