import { CURRENCY_CODES, currencyDecimals } from '../../../../server/domain/money/currency';
import { formatAmount } from '../../../../server/domain/money/format';
import { money } from '../../../../server/domain/money/money';
import { fromStripeAmount, toStripeAmount } from '../../../../server/providers/stripe/minor-units';

describe("amounts in Stripe's units", () => {
  it.each([
    ['19.90', 'EUR', 1990],
    ['0.01', 'USD', 1],
    ['0.29', 'USD', 29],
    ['1.15', 'EUR', 115],
    ['9999999999999.99', 'EUR', 999_999_999_999_999],
    ['1990', 'JPY', 1990],
    ['1990', 'KRW', 1990],
    // None in ISO 4217, two at Stripe.
    ['5', 'ISK', 500],
    ['5', 'UGX', 500],
    // Two in ISO 4217, none at Stripe.
    ['5.00', 'MGA', 5],
    // Two decimals for charges, whatever a payout does.
    ['10.45', 'HUF', 1045],
    ['800.45', 'TWD', 80045],
    ['5.120', 'KWD', 5120],
    ['5.12', 'BHD', 5120],
  ])('%s %s is sent as %i, and read back as the same', (amount, currency, units) => {
    expect(toStripeAmount(amount, currency)).toBe(units);
    expect(fromStripeAmount(units, currency.toLowerCase())).toBe(
      formatAmount(money(amount), currency)
    );
  });

  it.each([
    ['5.124', 'KWD', 'its thousandths'],
    ['5.005', 'TND', 'its thousandths'],
    ['5.50', 'MGA', 'what it counts in whole units'],
    ['5.000', 'LYD', 'a currency whose decimals it does not tell'],
    ['5.0000', 'CLF', 'a currency whose decimals it does not tell'],
  ])('%s %s is not sent: Stripe does not take %s', (amount, currency) => {
    expect(toStripeAmount(amount, currency)).toBeNull();
  });

  it('reads no figure that the currency cannot have', () => {
    expect(() => fromStripeAmount(550, 'isk')).toThrow(RangeError);
  });

  it('comes back as it was sent in every currency that a shop can have', () => {
    const sent = CURRENCY_CODES.map((currency) => {
      const amount = formatAmount(money('1230'), currency);
      const units = toStripeAmount(amount, currency);
      if (units === null) return currency;
      expect([currency, fromStripeAmount(units, currency)]).toEqual([currency, amount]);
      return null;
    });
    const refused = sent.filter((currency) => currency !== null);
    expect(refused).toEqual(['CLF', 'IQD', 'LYD', 'UYW']);
    expect(refused.every((currency) => currencyDecimals(currency) > 2)).toBe(true);
  });
});
