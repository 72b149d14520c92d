import { join } from 'node:path';

import type { Sheet } from '../../../../server/domain/invoices/document';
import { documentHtml } from '../../../../server/templates/documents/document-html';
import { documentPdf, type PdfTerms } from '../../../../server/templates/documents/document-pdf';
import { farthestStart, fontsOf, pagesOf } from '../../../support/pdf-text';

const AT = new Date('2026-06-01T12:00:00.000Z');

const sheetWith = (wish: Partial<Sheet> = {}): Sheet => ({
  locale: 'en',
  title: 'Invoice',
  seller: { name: 'Lamps', lines: ['1 Lamp Street'] },
  logo: null,
  recipient: ['Ada Lovelace'],
  delivery: null,
  facts: [{ label: 'Number', value: '2026-7' }],
  columns: ['Item', 'Quantity', 'Amount'],
  rows: [{ description: 'Lamp', details: ['SKU: L'], cells: ['1', '€12.00'] }],
  totals: [{ label: 'Total', value: '€12.00', strong: true }],
  notes: [],
  footer: 'Registered',
  page: 'Page {page} of {pages}',
  ...wish,
});

const pdfOf = (
  wish?: Partial<Sheet>,
  { logo = null, ...terms }: { logo?: string | null } & Partial<PdfTerms> = {}
) => documentPdf([{ sheet: sheetWith(wish), logo }], { at: AT, font: null, ...terms });

const htmlOf = (wish: Partial<Sheet>, logo: string | null = null) =>
  documentHtml([{ sheet: sheetWith(wish), logo }]);

describe('a PDF', () => {
  it.each([
    'Ελένη Παπαδοπούλου',
    'Шевченко Олександр Їжакович Ґудзик',
    'Straße, Łódź, Ærøskøbing, Şişli, Nguyễn, Győző',
    '€ £ ₽ ₺ ₹ ₪ №',
  ])('can be read and searched: %s', async (text) => {
    const [page] = pagesOf(await pdfOf({ recipient: [text] }));
    expect(page).toContain(text);
    expect(page).not.toContain('\u0000');
  });

  it('embeds its fonts', async () => {
    expect(fontsOf(await pdfOf())).toEqual(['Roboto-Medium', 'Roboto-Regular']);
  });

  it('says in other words what the built-in font has no sign for', async () => {
    const cells = ['1\u202f234,50\u00a0€', '5\u00a0₴'];
    const [page] = pagesOf(await pdfOf({ rows: [{ description: 'x', details: [], cells }] }));
    expect(page).toContain('1\u00a0234,50\u00a0€');
    expect(page).toContain('5\u00a0UAH');
    expect(page).not.toContain('\u0000');
  });

  it('is the same to the byte each time, and bears the time of issue', async () => {
    const first = await pdfOf();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await pdfOf()).equals(first)).toBe(true);
    expect(first.toString('latin1')).toContain('(D:20260601120000Z)');
    expect((await pdfOf({}, { at: new Date(0) })).equals(first)).toBe(false);
  });

  it('goes on over pages, with the head and the number on each', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      description: `Lamp ${index + 1}`,
      details: ['Size: M'],
      cells: ['1', '€12.00'],
    }));
    const pages = pagesOf(await pdfOf({ rows }));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Registered');
      expect(page).toContain('ItemQuantityAmount');
    });
    const all = pages.join('');
    for (const { description } of rows) expect(all).toContain(`${description}Size: M`);
  });

  it('of many sheets begins a page with each, and counts the pages of each', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      description: `Lamp ${index + 1}`,
      details: ['Size: M'],
      cells: ['1', '€12.00'],
    }));
    const wishes = [{ recipient: ['Ada'] }, { recipient: ['Bo'], rows }, { recipient: ['Cy'] }];
    const sheets = wishes.map((wish) => ({ sheet: sheetWith(wish), logo: null }));
    const pages = pagesOf(await documentPdf(sheets, { at: AT, font: null }));
    const long = pages.length - 2;
    expect(long).toBeGreaterThan(1);
    const numbers = pages.map((page) => /Page \d+ of \d+/.exec(page)?.[0]);
    expect(numbers).toEqual([
      'Page 1 of 1',
      ...Array.from({ length: long }, (_, index) => `Page ${index + 1} of ${long}`),
      'Page 1 of 1',
    ]);
    const names = pages.map((page) => /Ada|Bo|Cy/.exec(page)?.[0]);
    expect([names[0], names[1], names.at(-1)]).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('breaks a word that no line is wide enough for, and loses none of it', async () => {
    const long = 'X'.repeat(300);
    const wish = {
      recipient: [long],
      rows: [{ description: long, details: [], cells: ['1', '€1'] }],
    };
    const [page = ''] = pagesOf(await pdfOf(wish));
    expect(page.split('X')).toHaveLength(601);
    expect(farthestStart(await pdfOf(wish))).toBeLessThan(595 - 48);
  });

  it('takes a font of the site', async () => {
    const fonts = join(__dirname, '../../../../node_modules/pdfmake/fonts/Roboto');
    const font = {
      regular: join(fonts, 'Roboto-Italic.ttf'),
      bold: join(fonts, 'Roboto-Italic.ttf'),
    };
    expect(fontsOf(await pdfOf({}, { font }))).toEqual(['Roboto-Italic']);
  });

  it('fetches nothing, and reads no file but its fonts', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch');
    for (const logo of ['http://127.0.0.1:9/logo.png', '/etc/hostname', __filename]) {
      await expect(pdfOf({}, { logo })).rejects.toThrow(/denied|Invalid image/);
    }
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

describe('a page', () => {
  it('escapes everything that is not ours, wherever it stands', () => {
    const evil = `<script>alert("1")</script>'&`;
    const html = htmlOf(
      {
        locale: evil,
        title: evil,
        seller: { name: evil, lines: [evil] },
        recipient: [evil],
        delivery: { label: evil, lines: [evil] },
        facts: [{ label: evil, value: evil }],
        columns: [evil],
        rows: [{ description: evil, details: [evil], cells: [evil] }],
        totals: [{ label: evil, value: evil, strong: false }],
        notes: [{ label: evil, lines: [evil] }],
        footer: evil,
      },
      evil
    );
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/="[^"]*alert\("/);
    expect(html.split('&lt;script&gt;').length - 1).toBe(23);
  });

  it('of many sheets has each of them', () => {
    const html = documentHtml(
      ['Ada', 'Bo'].map((name) => ({ sheet: sheetWith({ recipient: [name] }), logo: null }))
    );
    expect(html.match(/<article/g)).toHaveLength(2);
    expect(html.indexOf('Bo')).toBeGreaterThan(html.indexOf('Ada'));
  });

  it('has all of the sheet in its places, and asks nobody for anything', () => {
    const html = htmlOf({ notes: [{ label: 'Pay to', lines: ['IBAN'] }] });
    for (const words of ['<h1>Invoice</h1>', 'Ada Lovelace', 'SKU: L', 'Registered', 'IBAN']) {
      expect(html).toContain(words);
    }
    expect(html).toContain('<title>Invoice 2026-7</title>');
    expect(html).not.toMatch(/https?:|src=|<link/);
  });
});
