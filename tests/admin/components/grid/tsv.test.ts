import { readTsv, writeTsv } from '../../../../admin/components/grid/tsv';

describe('readTsv', () => {
  it.each([
    ['one cell', '19.90', [['19.90']]],
    ['a row', 'a\tb\tc', [['a', 'b', 'c']]],
    [
      'rows, the last of which ends',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['line ends of Windows and of old Macs', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
    [
      'empty cells',
      '\t\n\tx',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['an empty row between', 'a\n\nb', [['a'], [''], ['b']]],
    ['quoted tabs and line ends', '"a\tb"\t"c\nd"', [['a\tb', 'c\nd']]],
    ['quotes in quotes', '"say ""hi"""\tx', [['say "hi"', 'x']]],
    ['an empty quoted cell', '""\tx', [['', 'x']]],
    ['a quote that is none: inches', '5" pipe\t6"', [['5" pipe', '6"']]],
    ['a quote that is never closed', '"abc\tx', [['"abc', 'x']]],
    ['nothing', '', [['']]],
  ])('reads %s', (_, text, rows) => {
    expect(readTsv(text)).toEqual(rows);
  });
});

it.each([
  [
    [
      ['a', 'b'],
      ['', 'd'],
    ],
  ],
  [[['a\tb', 'c\nd', 'e\r\nf']]],
  [[['"quoted"', 'in"side', '5"']]],
  [[['']]],
])('what was written is read again: %p', (block) => {
  expect(readTsv(writeTsv(block))).toEqual(block);
});
