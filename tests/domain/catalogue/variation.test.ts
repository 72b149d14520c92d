import { shownImage } from '../../../server/domain/catalogue/product-copy';
import { inheritFrom, type Variation } from '../../../server/domain/catalogue/variation';
import { checkPrices } from '../../../server/domain/catalogue/variation-input';
import { money } from '../../../server/domain/money/money';

const variation = (rest: Partial<Variation> = {}): Variation => ({
  id: 1,
  documentId: 'v',
  productDocumentId: 'p',
  sku: 'mug',
  optionKey: '',
  unitPrice: money('19.90'),
  salePrice: money('15'),
  saleFrom: new Date('2030-01-01'),
  saleTo: new Date('2030-02-01'),
  saleId: null,
  handSalePrice: null,
  handSaleFrom: null,
  handSaleTo: null,
  lowestPrice30d: null,
  stock: 5,
  isDefault: true,
  weight: money('350'),
  costPrice: money('8.40'),
  position: 0,
  retired: false,
  imageId: 7,
  ...rest,
});

describe('inheritFrom', () => {
  it('takes price and weight over, and stock 0 where it is counted', () => {
    const { unitPrice, salePrice, saleFrom, saleTo, weight, costPrice } = variation();
    expect(inheritFrom(variation())).toEqual({
      unitPrice,
      salePrice,
      saleFrom,
      saleTo,
      weight,
      costPrice,
      stock: 0,
    });
    expect(inheritFrom(variation({ stock: null })).stock).toBeNull();
    expect(inheritFrom(variation({ stock: 0 })).stock).toBe(0);
  });

  it("leaves a sale's price behind, and takes over what was set by hand before it", () => {
    const handSalePrice = money('17');
    expect(inheritFrom(variation({ saleId: 'summer', handSalePrice })).salePrice).toEqual(
      handSalePrice
    );
    expect(inheritFrom(variation({ saleId: 'summer' }))).toMatchObject({
      unitPrice: money('19.90'),
      salePrice: null,
      saleFrom: null,
      saleTo: null,
    });
  });

  it('of nothing is nothing', () => {
    expect(inheritFrom(undefined)).toMatchObject({ unitPrice: null, stock: null, weight: null });
  });
});

describe('checkPrices', () => {
  it.each([
    [{ unitPrice: money('15'), salePrice: money('15') }, null],
    [{ unitPrice: money('14.99') }, 'invalid_amount'],
    [{ unitPrice: money('0') }, 'invalid_amount'],
    [{ unitPrice: null }, null],
    [{ saleTo: new Date('2030-01-01') }, 'invalid_input'],
    [{ saleTo: null }, null],
    [{ saleFrom: null }, null],
  ])('%j → %s', (rest, code) => {
    const check = () => checkPrices(variation(rest));
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code }));
  });
});

describe('shownImage', () => {
  const file = (url: string) => ({
    url,
    alternativeText: `file ${url}`,
    width: 1,
    height: 1,
    formats: null,
  });
  const image = (id: number, description: string | null, url: string | null) => ({
    id,
    documentId: `image-${id}`,
    description,
    file: url === null ? null : file(url),
  });

  it("is the default variation's, else the product's first, with the editor's description", () => {
    const one = image(1, 'One', 'one');
    const two = image(2, '', 'two');
    expect(shownImage(two, [one])).toEqual({ ...file('two'), alternativeText: 'file two' });
    expect(shownImage(undefined, [one, two])).toEqual({ ...file('one'), alternativeText: 'One' });
    expect(shownImage(image(3, 'gone', null), [image(4, null, null), two])?.url).toBe('two');
    expect(shownImage(undefined, [])).toBeNull();
  });
});
