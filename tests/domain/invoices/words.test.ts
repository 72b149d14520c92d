import { BUILT_IN, fill, wordingFor } from '../../../server/domain/invoices/words';

const invoiceIn = (locale: string | null, own = {}) => {
  const wording = wordingFor(locale, own);
  return [wording.locale, wording.words.invoice];
};

describe('the language of a document', () => {
  it.each([
    ['en', 'en', 'Invoice'],
    ['de', 'de', 'Rechnung'],
    ['de-AT', 'de-AT', 'Rechnung'],
    ['fr', 'fr', 'Facture'],
    ['es-MX', 'es-MX', 'Factura'],
    ['de_ch', 'de-CH', 'Rechnung'],
    // Nobody has words for these: all of it is English, dates too.
    ['ja', 'en', 'Invoice'],
    ['not a language', 'en', 'Invoice'],
    ['', 'en', 'Invoice'],
    [null, 'en', 'Invoice'],
  ])('%p is written as %s: %s', (locale, written, word) => {
    expect(invoiceIn(locale)).toEqual([written, word]);
  });

  it('is one of the site, which need not say every word', () => {
    const own = { it: { invoice: 'Fattura' } };
    expect(invoiceIn('it-CH', own)).toEqual(['it-CH', 'Fattura']);
    expect(wordingFor('it', own).words.total).toBe('Total');
  });

  it('may be ours with words of the site: the closest wins', () => {
    const own = { 'de': { creditNote: 'Rechnungskorrektur' }, 'de-AT': { invoice: 'Faktura' } };
    expect(wordingFor('de-AT', own).words).toMatchObject({
      invoice: 'Faktura',
      creditNote: 'Rechnungskorrektur',
      total: 'Gesamt',
    });
    expect(invoiceIn('de', own)).toEqual(['de', 'Rechnung']);
    expect(invoiceIn('ja', { en: { invoice: 'Tax invoice' } })).toEqual(['en', 'Tax invoice']);
  });
});

describe('the built-in languages', () => {
  it('keep every place that is filled in', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const language of ['de', 'fr', 'es']) {
      for (const [name, text] of Object.entries(BUILT_IN.en)) {
        const word = BUILT_IN[language]![name as keyof typeof BUILT_IN.en]!;
        expect([language, name, places(word)]).toEqual([language, name, places(text)]);
      }
    }
  });
});

it('fills in text as it is: no value is taken for a pattern', () => {
  expect(fill('{a} of {b}', { a: '$& {b}', b: '2' })).toBe('$& {b} of 2');
  expect(fill('{a} of {c}', { a: '1' })).toBe('1 of {c}');
});
