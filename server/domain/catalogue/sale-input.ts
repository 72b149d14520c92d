import { parseAmount } from '../money/parse-amount';

type Fields = Record<string, unknown>;

const AMOUNTS = ['discountDeduct', 'discountExact'];

/**
 * The fields of a sale as an editor or a script sends them: amounts exact in the shop's currency (rules 1.1), or "down
 * to 19.999" would make a price that nobody can pay. What is not sent stays out.
 *
 * @throws invalid_amount with the field's name
 */
export function readSaleInput(data: Fields, currency: string): Fields {
  const amounts = AMOUNTS.filter((field) => data[field] !== undefined && data[field] !== null);
  return {
    ...data,
    ...Object.fromEntries(
      amounts.map((field) => [field, parseAmount(data[field], currency, field).toNumber()])
    ),
  };
}
