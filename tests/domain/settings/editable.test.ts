import { valueAt, withEdited } from '../../../server/domain/settings/editable';
import { fieldOf } from '../../../server/domain/settings/field-of';

describe("editors' values lie over the file's", () => {
  const file = { currency: 'EUR', shop: { name: 'A', phone: '1' }, tax: { rates: [1] } };

  it('key by key, and neither is changed', () => {
    const before = structuredClone(file);
    const edited = { 'shop.name': 'B', 'tax.rates': [], 'mails.receipt': false };
    expect(withEdited(file, edited)).toEqual({
      currency: 'EUR',
      shop: { name: 'B', phone: '1' },
      tax: { rates: [] },
      mails: { receipt: false },
    });
    expect(file).toEqual(before);
  });

  it('also over a file that says nothing', () => {
    expect(withEdited(undefined, { 'shop.name': 'B' })).toEqual({ shop: { name: 'B' } });
    expect(valueAt(undefined, 'shop.name')).toBeUndefined();
  });
});

describe('where a value comes from', () => {
  const site = { given: { shop: { name: 'A' } }, settings: { shop: { name: 'A', phone: '' } } };
  const at = { by: 'Grace', at: '2026-01-01T00:00:00.000Z' };
  const changes = { 'shop.name': at, 'shop.phone': at };

  it('is the file, or nobody', () => {
    const shop = { settings: site.settings, site, edited: {}, changes };
    expect(fieldOf('shop.name', shop)).toMatchObject({ value: 'A', source: 'file', by: null });
    expect(fieldOf('shop.phone', shop)).toMatchObject({ value: '', source: 'default', by: null });
  });

  it('is an editor, also when they set what the file says', () => {
    const shop = { settings: site.settings, site, edited: { 'shop.name': 'A' }, changes };
    expect(fieldOf('shop.name', shop)).toEqual({
      value: 'A',
      source: 'admin',
      fileValue: 'A',
      ...at,
    });
  });
});
