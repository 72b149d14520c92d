import { firstText } from '../../../server/domain/imports/blocks';
import { htmlToBlocks } from '../../../server/domain/imports/html-to-blocks';
import { readHtml } from '../../../server/services/imports/read-html';

const blocks = (html: string) => htmlToBlocks(readHtml(html));
const text = (words: string, marks: object = {}) => ({ type: 'text', text: words, ...marks });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });

describe('HTML of another shop', () => {
  it.each<[string, string, unknown]>([
    ['nothing', '  \n ', null],
    ['plain text', 'Soft\n and  warm ', [paragraph(text('Soft and warm'))]],
    [
      'paragraphs',
      '<p>One</p>\n<p>Two<br>lines</p>',
      [paragraph(text('One')), paragraph(text('Two\nlines'))],
    ],
    ['entities', '<p>Salt &amp; pepper&nbsp;&lt;3</p>', [paragraph(text('Salt & pepper\u00a0<3'))]],
    [
      'marks, one inside the other',
      '<p>a <b>b <i>c</i></b></p>',
      [paragraph(text('a '), text('b ', { bold: true }), text('c', { bold: true, italic: true }))],
    ],
    [
      'headings',
      '<h2>Care <em>notes</em></h2>text',
      [
        { type: 'heading', level: 2, children: [text('Care '), text('notes', { italic: true })] },
        paragraph(text('text')),
      ],
    ],
    [
      'lists in lists',
      '<ol><li>One<ul><li>Inner</li></ul></li><li><p>Two</p></li></ol>',
      [
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('One')] },
            {
              type: 'list',
              format: 'unordered',
              children: [{ type: 'list-item', children: [text('Inner')] }],
            },
            { type: 'list-item', children: [text('Two')] },
          ],
        },
      ],
    ],
    [
      'links',
      '<a href="https://example.com/a">the <b>shop</b></a> and <a href="/own">own</a>',
      [
        paragraph(
          {
            type: 'link',
            url: 'https://example.com/a',
            children: [text('the '), text('shop', { bold: true })],
          },
          text(' and '),
          { type: 'link', url: '/own', children: [text('own')] }
        ),
      ],
    ],
    [
      'a link that runs a script keeps its words',
      '<a href="javascript:alert(1)">click</a> <a href="nowhere">here</a>',
      [paragraph(text('click here'))],
    ],
    [
      'scripts, styles and handlers are dropped',
      '<script>alert(1)</script><style>p{}</style><p onclick="x()">ok</p><iframe src="x">no</iframe>',
      [paragraph(text('ok'))],
    ],
    [
      'quotes',
      '<blockquote><p>Fine</p></blockquote>',
      [{ type: 'quote', children: [text('Fine')] }],
    ],
    ['code', '<pre>a\n  b</pre>', [{ type: 'code', children: [text('a\n  b')] }]],
    [
      'tables, row by row',
      '<table><tr><th>Size</th><td>M</td></tr><tr><td>Fits</td></tr></table>',
      [paragraph(text('Size M')), paragraph(text('Fits'))],
    ],
    [
      'what was never closed',
      '<p>One<p>Two <b>bold',
      [paragraph(text('One')), paragraph(text('Two '), text('bold', { bold: true }))],
    ],
  ])('%s', (_, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it('gives a card the words of its first block', () => {
    expect(firstText(blocks('<p> </p><h2>Warm <b>wool</b></h2><p>More</p>'))).toBe('Warm wool');
    expect(firstText(null)).toBeNull();
  });
});
