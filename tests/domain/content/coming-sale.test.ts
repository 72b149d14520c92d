import { hideComingSale, withSaleWindow } from '../../../server/domain/content/coming-sale';

const FROM = '2026-03-01T00:00:00.000Z';
const TO = '2026-03-08T00:00:00.000Z';
const row = {
  sku: 'shirt',
  unitPrice: 20,
  salePrice: 15,
  saleFrom: FROM,
  saleTo: TO,
  lowestPrice30d: 18,
};
const hidden = { salePrice: null, saleFrom: null, saleTo: null, lowestPrice30d: null };

const shift = (time: string, milliseconds: number) => new Date(Date.parse(time) + milliseconds);

it.each([
  ['a moment before it begins', shift(FROM, -1), false],
  ['at its beginning', shift(FROM, 0), true],
  ['a moment before its end', shift(TO, -1), true],
  ['at its end', shift(TO, 0), false],
])('%s', (_, at, shown) => {
  const expected = shown ? row : { ...row, ...hidden };
  expect(hideComingSale(row, null, at)).toEqual(expected);
  const asDates = { ...row, saleFrom: new Date(FROM), saleTo: new Date(TO) };
  expect(hideComingSale(asDates, null, at)['salePrice']).toBe(expected.salePrice);
});

it('without an end or a beginning it lasts; without a sale price there is none', () => {
  const open = { ...row, saleFrom: null, saleTo: null };
  expect(hideComingSale(open, null, new Date(0))).toEqual(open);
  const none = { ...row, salePrice: null };
  expect(hideComingSale(none, null, shift(FROM, 1))).toEqual({ ...row, ...hidden });
});

it('what was read only to decide is not told', () => {
  expect(withSaleWindow(['sku', 'salePrice'])).toEqual(['sku', 'salePrice', 'saleFrom', 'saleTo']);
  expect(withSaleWindow(['sku'])).toEqual(['sku']);
  const asked = ['sku', 'salePrice'];
  const read = { id: 1, sku: 'shirt', salePrice: 15, saleFrom: FROM, saleTo: TO };
  expect(hideComingSale(read, asked, shift(FROM, 0))).toEqual({
    id: 1,
    sku: 'shirt',
    salePrice: 15,
  });
  expect(hideComingSale(read, asked, shift(TO, 0))).toEqual({
    id: 1,
    sku: 'shirt',
    salePrice: null,
  });
});
