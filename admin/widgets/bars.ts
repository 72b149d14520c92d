import type { MoneyText } from '../../server/contracts/money';

/** A bar of a chart: where it begins from above, and how tall it is, of a height. */
export interface Bar {
  top: number;
  height: number;
}

/** The least that is seen of a day on which something was earned. */
const LEAST = 2;

/** The tallest takes all of the height. What is below nothing, after refunds, has no bar. */
export function barsOf(amounts: readonly MoneyText[], height: number): Bar[] {
  const values = amounts.map((amount) => Math.max(0, Number(amount)));
  const most = Math.max(...values, 0);
  return values.map((value) => {
    const tall = value === 0 ? 0 : Math.max(LEAST, (value / most) * height);
    return { top: height - tall, height: tall };
  });
}
