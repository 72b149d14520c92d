import type { Column, Content, Style, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';

import type { Sheet } from '../../domain/invoices/document';
import { titleOf } from './document-html';

const GREY = '#555555';
const LINE = '#dddddd';

/** Where everything stands on A4. `simple`: the built-in font, which lacks some signs. */
export function pdfDefinition(
  sheet: Sheet,
  { logo, at, simple }: { logo: string | null; at: Date; simple: boolean }
): TDocumentDefinitions {
  const page = simple ? withKnownSigns(sheet) : sheet;
  return {
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 64],
    language: page.locale,
    info: { title: titleOf(page), author: page.seller.name, creationDate: at },
    defaultStyle: { font: 'Document', fontSize: 9, lineHeight: 1.2, color: '#1a1a1a' },
    footer: (number, pages) => footerOf(page, number, pages),
    content: [
      {
        columns: [
          { stack: page.recipient.map((text) => words(text)), margin: [0, 8, 0, 0] },
          sellerOf(page, logo),
        ],
        columnGap: 24,
      },
      { text: page.title, fontSize: 18, bold: true, margin: [0, 24, 0, 10] },
      { columns: [factsOf(page), deliveryOf(page)], columnGap: 24 },
      itemsOf(page),
      ...(page.totals.length > 0 ? [totalsOf(page)] : []),
      ...page.notes.map(({ label, lines: said }): Content => ({
        stack: [
          ...(label ? [{ text: label, bold: true }] : []),
          ...said.map((text) => words(text)),
        ],
        margin: [0, 20, 0, 0],
        unbreakable: true,
      })),
    ],
  };
}

/** Longer than any line is wide enough for: such a word is broken anywhere, where others keep together. */
const LONG_WORD = /([^\s-]{24,})/;

function words(text: string, style: Style = {}): Content {
  if (!LONG_WORD.test(text)) return { text, ...style };
  // Every second part is what the pattern has caught.
  const parts = text.split(LONG_WORD).map((part, index): Content => {
    return index % 2 === 1 ? { text: part, wordBreak: 'break-all' } : { text: part };
  });
  return { text: parts, ...style };
}

function sellerOf({ seller }: Sheet, logo: string | null): Column {
  return {
    alignment: 'right',
    stack: [
      ...(logo ? [{ image: logo, fit: [180, 64] as [number, number], margin: 4 }] : []),
      words(seller.name, { bold: true, fontSize: 11 }),
      ...seller.lines.map((text) => words(text, { color: GREY })),
    ],
  };
}

function factsOf({ facts }: Sheet): Column {
  return {
    layout: 'noBorders',
    table: {
      widths: [90, '*'],
      body: facts.map(({ label, value }) => [{ text: label, color: GREY }, words(value)]),
    },
  };
}

function deliveryOf({ delivery }: Sheet): Column {
  if (!delivery) return { text: '' };
  return {
    stack: [{ text: delivery.label, bold: true }, ...delivery.lines.map((text) => words(text))],
  };
}

/** The head is repeated on each page, and no row is torn apart. */
function itemsOf({ columns, rows }: Sheet): Content {
  return {
    margin: [0, 18, 0, 0],
    layout: {
      hLineWidth: (index) => (index === 0 ? 0 : index === 1 ? 1 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (index) => (index === 1 ? '#1a1a1a' : LINE),
      paddingLeft: (index) => (index === 0 ? 0 : 6),
      paddingRight: () => 0,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map((_, index) => (index === 0 ? '*' : 'auto')),
      body: [
        columns.map((text, index) => ({ text, bold: true, alignment: sideOf(index) })),
        ...rows.map(({ description, details, cells }): TableCell[] => [
          {
            stack: [
              words(description),
              ...details.map((text) => words(text, { color: GREY, fontSize: 8 })),
            ],
          },
          ...cells.map((text) => ({ text, alignment: 'right' as const, noWrap: true })),
        ]),
      ],
    },
  };
}

const sideOf = (index: number) => (index === 0 ? ('left' as const) : ('right' as const));

function totalsOf({ totals }: Sheet): Content {
  return {
    margin: [150, 12, 0, 0],
    unbreakable: true,
    layout: {
      hLineWidth: (index) => (totals[index]?.strong ? 0.75 : 0),
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
    },
    table: {
      widths: ['*', 'auto'],
      body: totals.map(({ label, value, strong }) => [
        words(label, { bold: strong }),
        { text: value, bold: strong, alignment: 'right', noWrap: true, margin: [12, 0, 0, 0] },
      ]),
    },
  };
}

function footerOf({ footer, page }: Sheet, number: number, pages: number): Content {
  const count = page.replace('{page}', String(number)).replace('{pages}', String(pages));
  return {
    margin: [48, 16, 48, 0],
    fontSize: 8,
    color: GREY,
    columns: [words(footer), { text: count, alignment: 'right', width: 'auto' }],
    columnGap: 24,
  };
}

/** What the built-in font has no sign for, and what says the same: narrow blanks, and three currencies. */
const REPLACED: Record<string, string> = {
  '\u202f': '\u00a0',
  '\u200e': '',
  '\u200f': '',
  '\u20b4': 'UAH',
  '\u20b8': 'KZT',
  '\u20be': 'GEL',
};

function withKnownSigns(sheet: Sheet): Sheet {
  const known = (text: string) =>
    text.replace(/[\u202f\u200e\u200f\u20b4\u20b8\u20be]/g, (sign) => REPLACED[sign] ?? '');
  return JSON.parse(JSON.stringify(sheet), (_, value: unknown) =>
    typeof value === 'string' ? known(value) : value
  ) as Sheet;
}
