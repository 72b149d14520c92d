import { readSettings } from '../../server/config';

const faultOf = (config: unknown) => {
  try {
    readSettings(config);
    return '';
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).join('\n');
  }
};

describe('the settings of documents', () => {
  it('have defaults: two series by year, and a shop that says nothing of itself', () => {
    const { order, shop, documents } = readSettings({});
    expect(order).toMatchObject({
      invoiceFormat: '{year}-{number:5}',
      creditNoteFormat: 'C{year}-{number:5}',
    });
    expect(shop).toEqual({
      name: '',
      address: [],
      taxIds: [],
      email: '',
      phone: '',
      website: '',
      logo: '',
      footer: '',
      bank: [],
    });
    expect(documents).toEqual({ words: {}, font: null });
  });

  it.each([
    [{ order: { invoiceFormat: '{year}' } }, '"order.invoiceFormat" must contain {number}'],
    [{ order: { creditNoteFormat: '' } }, '"order.creditNoteFormat"'],
    [{ shop: { logo: 'https://example.com/a.png' } }, '"shop.logo" must be a file of the site'],
    [{ shop: { taxIds: [{ label: 'VAT' }] } }, '"shop.taxIds.0.value"'],
    [{ shop: { adress: [] } }, '"shop.adress" is not a setting; legal here: name, address'],
    [{ documents: { words: { it: { invoyce: 'x' } } } }, '"documents.words.it.invoyce"'],
    [{ documents: { words: { it: { invoice: '' } } } }, '"documents.words.it.invoice" must not'],
    [{ documents: { words: { italian: {} } } }, '"documents.words.italian" must be a language'],
    [{ documents: { font: { bold: 'x.ttf' } } }, '"documents.font.regular"'],
  ])('%j is refused by name', (config, fault) => {
    expect(faultOf(config)).toContain(fault);
  });
});
