import { inflateSync } from 'node:zlib';

/**
 * What a reader finds when it searches a PDF of ours, page by page: each piece of text is decoded by the table that its
 * embedded font brings along. A sign that the font lacks is `\u0000`.
 */
export function pagesOf(pdf: Buffer): string[] {
  return contentsOf(pdf).map(({ content, fonts }) => textOf(content, fonts));
}

/** How far right the piece of text begins that begins farthest right, in points; A4 is 595 wide. */
export function farthestStart(pdf: Buffer): number {
  const starts = contentsOf(pdf).flatMap(({ content }) =>
    [...content.matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) => Number(x))
  );
  return Math.max(...starts);
}

function contentsOf(pdf: Buffer): { content: string; fonts: Map<string, string[]> }[] {
  const file = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(
    /(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\n(?=endobj)/g
  )) {
    objects.set(id, body);
  }
  const object = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages.map((page) => {
    const content = streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1]));
    const resources = object(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
    const fonts = new Map<string, string[]>();
    for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1];
      fonts.set(name, signsIn(streamOf(object(table))));
    }
    return { content, fonts };
  });
}

/** The fonts that are embedded, without the letters that mark them as parts. */
export function fontsOf(pdf: Buffer): string[] {
  const names = pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g);
  return [...new Set([...names].map(([, name = '']) => name))].sort();
}

function streamOf(body: string): string {
  const [, stream] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  return stream ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : '';
}

/** By glyph: `<0000> <0002> [<0000> <0041> <0042>]`. */
function signsIn(table: string): string[] {
  const ranges = table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi);
  const signs: string[] = [];
  for (const [, from = '0', list = ''] of ranges) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => {
      const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
      signs[parseInt(from, 16) + index] =
        bytes.length > 1 ? bytes.swap16().toString('utf16le') : '\u0000';
    });
  }
  return signs;
}

function textOf(content: string, fonts: Map<string, string[]>): string {
  let signs: string[] = [];
  const lines: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) signs = fonts.get(font) ?? [];
    else {
      const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) =>
        (hex.match(/.{4}/g) ?? []).map((glyph) => parseInt(glyph, 16))
      );
      lines.push(glyphs.map((glyph) => (glyph === 0 ? '\u0000' : (signs[glyph] ?? ''))).join(''));
    }
  }
  return lines.join('');
}
