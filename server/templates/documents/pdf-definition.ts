import type {
  Column,
  Content,
  ContentText,
  Style,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces';

import type { Sheet } from '../../domain/invoices/document';
import { type PrintedSheet, titleOf } from './document-html';

const GREY = '#555555';
const LINE = '#dddddd';

interface Look {
  at: Date;
  /** The built-in font, which lacks some signs. */
  simple: boolean;
}

/** Where everything stands on A4. Each sheet begins a new page, and counts its own. */
export function pdfDefinition(
  documents: readonly PrintedSheet[],
  { at, simple }: Look
): TDocumentDefinitions {
  const sheets = documents.map(({ sheet, logo }) => {
    const page = simple ? withKnownSigns(sheet) : sheet;
    return { page, title: titleNode(page), logo };
  });
  const [first] = sheets;
  /** On which page of the file a sheet begins: known once everything has found its place, which is before the feet. */
  const beginOf = ({ title }: { title: ContentText & Partial<Placed> }) =>
    title.positions?.[0]?.pageNumber ?? 1;
  return {
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 64],
    ...(first
      ? {
          language: first.page.locale,
          info: { title: titleOf(first.page), author: first.page.seller.name, creationDate: at },
        }
      : {}),
    defaultStyle: { font: 'Document', fontSize: 9, lineHeight: 1.2, color: '#1a1a1a' },
    footer: (number, pages) => {
      const index = sheets.findLastIndex((sheet) => beginOf(sheet) <= number);
      const [sheet, next] = sheets.slice(index, index + 2);
      if (!sheet) return '';
      const begin = beginOf(sheet);
      const end = next ? beginOf(next) - 1 : pages;
      return footerOf(sheet.page, number - begin + 1, end - begin + 1);
    },
    content: sheets.map(({ page, title, logo }, index) => ({
      stack: contentOf(page, title, logo),
      ...(index > 0 ? { pageBreak: 'before' as const } : {}),
    })),
  };
}

/** What the library notes on a node of ours once it knows where it stands. */
interface Placed {
  positions: { pageNumber: number }[];
}

const titleNode = ({ title }: Sheet): ContentText => ({
  text: title,
  fontSize: 18,
  bold: true,
  margin: [0, 24, 0, 10],
});

function contentOf(page: Sheet, title: ContentText, logo: string | null): Content[] {
  return [
    {
      columns: [
        { stack: page.recipient.map((text) => words(text)), margin: [0, 8, 0, 0] },
        sellerOf(page, logo),
      ],
      columnGap: 24,
    },
    title,
    { columns: [factsOf(page), deliveryOf(page)], columnGap: 24 },
    itemsOf(page),
    ...(page.totals.length > 0 ? [totalsOf(page)] : []),
    ...page.notes.map(({ label, lines: said }): Content => ({
      stack: [...(label ? [{ text: label, bold: true }] : []), ...said.map((text) => words(text))],
      margin: [0, 20, 0, 0],
      unbreakable: true,
    })),
  ];
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
