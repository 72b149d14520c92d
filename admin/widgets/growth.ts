import type { MoneyText } from '../../server/contracts/money';
import { money } from '../../server/domain/money/money';

/** By how much it grew: '150.00' after '100.00' is 0.5. null: there was nothing that it could grow from. */
export function growth(now: MoneyText, before: MoneyText): number | null {
  const earlier = money(before);
  if (earlier.lte(0)) return null;
  return money(now).minus(earlier).div(earlier).toNumber();
}
