import { currentPrice } from '../../../server/domain/catalogue/current-price';
import type { Priced } from '../../../server/domain/catalogue/priced';
import { money } from '../../../server/domain/money/money';

const NOON = new Date('2025-06-15T12:00:00.000Z');
const BEFORE = new Date(NOON.getTime() - 1);
const YESTERDAY = new Date('2025-06-14T12:00:00.000Z');
const TOMORROW = new Date('2025-06-16T12:00:00.000Z');

function priceAt(
  at: Date,
  unitPrice: string | null,
  salePrice: string | null,
  saleFrom: Date | null = null,
  saleTo: Date | null = null
) {
  const priced: Priced = {
    unitPrice: unitPrice === null ? null : money(unitPrice),
    salePrice: salePrice === null ? null : money(salePrice),
    saleFrom,
    saleTo,
  };
  const { price, onSale, unitPrice: regular } = currentPrice(priced, at);
  expect(regular).toBe(priced.unitPrice);
  return { price: price?.toFixed() ?? null, onSale };
}

describe('currentPrice', () => {
  it('is the unit price without a sale', () => {
    expect(priceAt(NOON, '20', null)).toEqual({ price: '20', onSale: false });
    expect(priceAt(NOON, '20', null, YESTERDAY, TOMORROW)).toEqual({ price: '20', onSale: false });
  });

  it('is the sale price without bounds', () => {
    expect(priceAt(NOON, '20', '15')).toEqual({ price: '15', onSale: true });
  });

  it('counts the first instant of the window in and the last out', () => {
    expect(priceAt(NOON, '20', '15', NOON)).toEqual({ price: '15', onSale: true });
    expect(priceAt(BEFORE, '20', '15', NOON)).toEqual({ price: '20', onSale: false });
    expect(priceAt(BEFORE, '20', '15', null, NOON)).toEqual({ price: '15', onSale: true });
    expect(priceAt(NOON, '20', '15', null, NOON)).toEqual({ price: '20', onSale: false });
  });

  it('never counts an empty window', () => {
    expect(priceAt(NOON, '20', '15', NOON, NOON)).toEqual({ price: '20', onSale: false });
  });

  it('SA16 is on sale at once when the start is empty and the end is in the future', () => {
    expect(priceAt(NOON, '20', '15', null, TOMORROW)).toEqual({ price: '15', onSale: true });
  });

  it('C-10 unit 0 and sale price 20 from tomorrow is 0, from yesterday 20', () => {
    expect(priceAt(NOON, '0', '20', TOMORROW)).toEqual({ price: '0', onSale: false });
    expect(priceAt(NOON, '0', '20', YESTERDAY)).toEqual({ price: '20', onSale: true });
  });

  it('takes 0.00 for a price, and a sale price of 0.00 for a sale', () => {
    expect(priceAt(NOON, '0', null)).toEqual({ price: '0', onSale: false });
    expect(priceAt(NOON, '20', '0')).toEqual({ price: '0', onSale: true });
  });

  it('has no price with neither', () => {
    expect(priceAt(NOON, null, null)).toEqual({ price: null, onSale: false });
    expect(priceAt(NOON, null, '15', TOMORROW)).toEqual({ price: null, onSale: false });
    expect(priceAt(NOON, null, '15')).toEqual({ price: '15', onSale: true });
  });
});
