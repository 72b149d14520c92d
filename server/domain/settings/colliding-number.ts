import { formatNumber } from '../orders/numbers';
import { readNumber } from './number-pattern';

/**
 * Whether a format will come to a number that is given already, when it counts on from `last`: of `A{number}` with 7 given,
 * `A12` is such a number and `A3` is not. Numbers of past years do not come again, those of years to come do.
 *
 * @returns the first such number, or null
 */
export function collidingNumber(
  format: string,
  last: number,
  given: readonly string[],
  now: Date
): string | null {
  const thisYear = now.getUTCFullYear();
  const comes = given.filter((text) => {
    const read = readNumber(format, text);
    if (!read) return false;
    const year = read.year ?? thisYear;
    const isThatNumber = formatNumber(format, read.number, inYear(year)) === text;
    return isThatNumber && (year > thisYear || (year === thisYear && read.number > last));
  });
  return comes[0] ?? null;
}

const inYear = (year: number) => new Date(Date.UTC(year, 6, 1));
