import { NOON } from '../domain/support/sellables';
import type { HandMadeCart, HandMadeCode, HandMadeLine } from './hand-made-cart';

/**
 * What a cart must cost, worked out a second time from the rules of the shop: in whole minor units and fractions of
 * them, and without a line of the code that it judges. It is slow and plain on purpose.
 */
export interface OracleFigures {
  subtotal: bigint;
  discount: bigint;
  shares: bigint[];
  shipping: bigint;
  lineTaxes: bigint[];
  shippingTax: bigint;
  total: bigint;
  lineTotals: bigint[];
  /** Why the code takes nothing off, in the words of the notice. */
  refusal: string | null;
}

const DECIMALS: Record<string, number> = { JPY: 0, EUR: 2, KWD: 3 };

interface Fraction {
  over: bigint;
  under: bigint;
}

export function oracleOf(cart: HandMadeCart): OracleFigures {
  const { config = {}, lines } = cart;
  const shop = {
    decimals: DECIMALS[config.currency ?? 'EUR'] ?? 2,
    halfEven: config.roundingMode === 'half-even',
    included: config.tax?.included ?? false,
  };
  const round = (value: Fraction) => roundHalf(value, shop.halfEven);
  const units = (text: string) => minorUnits(text, shop.decimals);

  // 3.1: the sale price inside [from, to), else the unit price; a thing without a price counts nothing.
  const prices = lines.map((line) => units(priceOf(line)));
  const quantities = lines.map(({ quantity = 1 }) => BigInt(quantity));
  const gross = prices.map((price, index) => price * quantities[index]!);
  const subtotal = sum(gross);

  // 5.2, 5.3
  const chosen = lines.map((line, index) => isSelected(cart.code, line, index));
  const refusal = cart.code
    ? refusalOf(cart.code, { subtotal, anySelected: chosen.includes(true), units })
    : null;
  const holds = lines.length > 0 && cart.code !== undefined && refusal === null;
  const shares = holds
    ? sharesOf(cart.code!, { prices, quantities, gross, chosen, units, round })
    : lines.map(() => 0n);
  const discount = sum(shares);

  // 9.2
  const charged = lines.length === 0 ? 0n : shippingOf(cart, subtotal - discount, units);
  const shipping = holds && cart.code?.freeShipping ? 0n : charged;

  // 9.1
  const taxOn = (base: bigint, taxClass: string | null): bigint => {
    const rate = rateOf(cart, taxClass);
    if (rate === null) return 0n;
    const { over, under } = fraction(rate);
    const hundred = 100n * under;
    return shop.included
      ? base - round({ over: base * hundred, under: hundred + over })
      : round({ over: base * over, under: hundred });
  };
  const lineTaxes = lines.map(({ gone, taxClass }, index) =>
    taxOn(gross[index]! - shares[index]!, gone ? null : (taxClass ?? null))
  );
  const taxesShipping = (config.tax?.taxShipping ?? false) && lines.length > 0;
  const shippingTax = taxesShipping ? taxOn(shipping, null) : 0n;

  // 1.5
  const onTop = shop.included ? 0n : sum(lineTaxes) + shippingTax;
  return {
    subtotal,
    discount,
    shares,
    shipping,
    lineTaxes,
    shippingTax,
    total: subtotal - discount + shipping + onTop,
    lineTotals: gross.map(
      (one, index) => one - shares[index]! + (shop.included ? 0n : lineTaxes[index]!)
    ),
    refusal: lines.length === 0 ? null : refusal,
  };
}

function priceOf({ price, sale, saleFrom, saleTo, gone }: HandMadeLine): string {
  if (gone) return '0';
  const begun = saleFrom === undefined || new Date(saleFrom) <= NOON;
  const over = saleTo !== undefined && NOON >= new Date(saleTo);
  return (sale !== undefined && begun && !over ? sale : price) ?? '0';
}

function isSelected(code: HandMadeCode | undefined, line: HandMadeLine, index: number): boolean {
  if (code?.on === undefined) return true;
  return !line.gone && code.on.includes(line.product ?? `product-${index}`);
}

function refusalOf(
  code: HandMadeCode,
  cart: { subtotal: bigint; anySelected: boolean; units: (text: string) => bigint }
): string | null {
  if (code.inactive) return 'inactive';
  if (code.validFrom !== undefined && NOON < new Date(code.validFrom)) return 'not_started';
  if (code.validTo !== undefined && NOON >= new Date(code.validTo)) return 'expired';
  if (code.maxUses !== undefined && (code.usedCount ?? 0) >= code.maxUses) return 'exhausted';
  if (
    code.maxUsesPerCustomer !== undefined &&
    (code.customerUses ?? 0) >= code.maxUsesPerCustomer
  ) {
    return 'exhausted';
  }
  if (!cart.anySelected) return 'not_applicable';
  if (code.minPurchase !== undefined && cart.subtotal < cart.units(code.minPurchase)) {
    return 'minimum';
  }
  return null;
}

function sharesOf(
  { deduct, percent, exact, on }: HandMadeCode,
  cart: {
    prices: bigint[];
    quantities: bigint[];
    gross: bigint[];
    chosen: boolean[];
    units: (text: string) => bigint;
    round: (value: Fraction) => bigint;
  }
): bigint[] {
  const { prices, quantities, chosen, units, round } = cart;
  const less = (price: bigint): bigint => {
    if (deduct !== undefined) return units(deduct) < price ? units(deduct) : price;
    return units(exact!) < price ? price - units(exact!) : 0n;
  };
  if (on !== undefined && percent === undefined) {
    if (deduct === undefined && exact === undefined) return prices.map(() => 0n);
    return prices.map((price, index) => (chosen[index] ? less(price) * quantities[index]! : 0n));
  }
  const weights = cart.gross.map((one, index) => (chosen[index] ? one : 0n));
  const whole = sum(weights);
  if (percent !== undefined) {
    const { over, under } = fraction(percent);
    return largestRemainder(round({ over: whole * over, under: 100n * under }), weights);
  }
  if (deduct === undefined && exact === undefined) return prices.map(() => 0n);
  return largestRemainder(less(whole), weights);
}

/** 1.4: everybody gets the whole units of their part; what is left goes out one by one, to the most deprived. */
function largestRemainder(amount: bigint, weights: bigint[]): bigint[] {
  const whole = sum(weights);
  if (whole === 0n) return weights.map(() => 0n);
  const shares = weights.map((weight) => (amount * weight) / whole);
  const deprived = weights.map((weight, index) => amount * weight - shares[index]! * whole);
  for (let left = amount - sum(shares); left > 0n; left -= 1n) {
    let next = 0;
    deprived.forEach((lack, index) => {
      if (lack > deprived[next]!) next = index;
    });
    shares[next] = shares[next]! + 1n;
    deprived[next] = -1n;
  }
  return shares;
}

function shippingOf(
  cart: HandMadeCart,
  discountedSubtotal: bigint,
  units: (text: string) => bigint
): bigint {
  const options = cart.config?.shipping?.options ?? [];
  const weight = cart.lines.reduce(
    (grams, line) =>
      grams + (line.gone ? 0n : BigInt(line.weight ?? '0')) * BigInt(line.quantity ?? 1),
    0n
  );
  const offered = options.filter(({ countries = [], maxWeight }) => {
    const goesThere =
      countries.length === 0 || (cart.country !== undefined && countries.includes(cart.country));
    return goesThere && (maxWeight === undefined || weight <= BigInt(maxWeight));
  });
  const wanted = offered.find(({ code }) => code === cart.shippingOption);
  const option = wanted ?? (offered.length === 1 ? offered[0] : undefined);
  if (!option) return 0n;
  const isFree =
    option.freeFrom !== undefined && discountedSubtotal >= units(String(option.freeFrom));
  return isFree ? 0n : units(String(option.amount));
}

/** 9.1: a place decides before a class, the closer place before the wider one. */
function rateOf(cart: HandMadeCart, taxClass: string | null): string | null {
  const rates = cart.config?.tax?.rates ?? [];
  const places = [
    ...(cart.country !== undefined && cart.region !== undefined
      ? [{ country: cart.country, region: cart.region }]
      : []),
    ...(cart.country !== undefined ? [{ country: cart.country, region: undefined }] : []),
    ...(cart.region !== undefined ? [{ country: '*', region: cart.region }] : []),
    { country: '*', region: undefined },
  ];
  for (const { country, region } of places) {
    for (const wanted of taxClass === null ? [undefined] : [taxClass, undefined]) {
      const found = rates.find(
        (rate) => rate.country === country && rate.region === region && rate.class === wanted
      );
      if (found) return String(found.rate);
    }
  }
  return null;
}

/** '8.875' → 8875/1000. */
function fraction(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) };
}

export function minorUnits(text: string, decimals: number): bigint {
  const negative = text.startsWith('-');
  const { over, under } = fraction(negative ? text.slice(1) : text);
  const units = (over * 10n ** BigInt(decimals)) / under;
  return negative ? -units : units;
}

/** 1.3, of nothing below zero. */
function roundHalf({ over, under }: Fraction, halfEven: boolean): bigint {
  const whole = over / under;
  const twice = (over % under) * 2n;
  if (twice < under) return whole;
  if (twice > under) return whole + 1n;
  return halfEven && whole % 2n === 0n ? whole : whole + 1n;
}

function sum(units: readonly bigint[]): bigint {
  return units.reduce((total, one) => total + one, 0n);
}
