import type { Block, InlineNode, ListItem, ListNode, TextNode } from './blocks';

/** HTML as a parser hands it over. */
export type HtmlNode =
  | { type: 'text'; text: string }
  | {
      type: 'element';
      name: string;
      attributes: Readonly<Record<string, string>>;
      children: readonly HtmlNode[];
    };

type Marks = Omit<TextNode, 'type' | 'text'>;

interface Style {
  marks: Marks;
  /** Of the link that the text stands in. */
  url?: string;
}

const MARKS: Record<string, Marks> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  s: { strikethrough: true },
  del: { strikethrough: true },
  strike: { strikethrough: true },
  code: { code: true },
};

/** Nothing of these is text, and scripts least of all. */
const DROPPED = new Set(
  'script style head title template noscript iframe object embed svg math canvas audio video form button select textarea'.split(
    ' '
  )
);

const BREAKS_PARAGRAPH = new Set(
  'p div section article header footer main aside table thead tbody tr hr dl dt dd figure figcaption address center'.split(
    ' '
  )
);

/**
 * HTML of another shop as rich text of the host: paragraphs, headings, lists, quotes, code, links, bold and the like.
 * `<p>Soft <b>wool</b></p>` is a paragraph of two texts. What rich text cannot say (colours, tables, pictures) is
 * left out, the words in it stay. It never makes a script, nor a link that the host would refuse.
 */
export function htmlToBlocks(nodes: readonly HtmlNode[]): Block[] | null {
  const writer = createWriter();
  readBlocks(nodes, { marks: {} }, writer);
  const blocks = writer.finish();
  return blocks.length === 0 ? null : blocks;
}

/** Collects inline text until a block ends; text beside blocks becomes a paragraph of its own. */
function createWriter() {
  const blocks: Block[] = [];
  let open: InlineNode[] = [];
  const close = () => {
    const children = tidy(open);
    open = [];
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
  };
  return {
    write: (nodes: InlineNode[]) => {
      open.push(...nodes);
    },
    close,
    add: (block: Block | null) => {
      close();
      if (block) blocks.push(block);
    },
    finish: () => {
      close();
      return blocks;
    },
  };
}

type Writer = ReturnType<typeof createWriter>;

function readBlocks(nodes: readonly HtmlNode[], style: Style, writer: Writer): void {
  for (const node of nodes) {
    if (node.type === 'text') writer.write(inlineText(node.text, style));
    else readElement(node, style, writer);
  }
}

type Element = Extract<HtmlNode, { type: 'element' }>;

function readElement(element: Element, style: Style, writer: Writer): void {
  const { name, children } = element;
  if (DROPPED.has(name)) return;
  if (/^h[1-6]$/.test(name)) {
    const level = Number(name.slice(1)) as 1;
    const inline = tidy(readInline(children, style));
    writer.add(inline.length === 0 ? null : { type: 'heading', level, children: inline });
  } else if (name === 'ul' || name === 'ol') {
    writer.add(readList(element, style));
  } else if (name === 'blockquote') {
    const inline = tidy(readInline(children, style));
    writer.add(inline.length === 0 ? null : { type: 'quote', children: inline });
  } else if (name === 'pre') {
    const text = children
      .map(plainWords)
      .join('')
      .replace(/^\n|\n$/g, '');
    writer.add(text === '' ? null : { type: 'code', children: [{ type: 'text', text }] });
  } else if (BREAKS_PARAGRAPH.has(name)) {
    writer.close();
    readBlocks(children, style, writer);
    writer.close();
  } else if (name === 'br') {
    writer.write([{ type: 'text', text: '\n', ...style.marks }]);
  } else {
    if (name === 'td' || name === 'th') writer.write(inlineText(' ', style));
    readBlocks(children, styleIn(element, style), writer);
  }
}

function readList({ name, children }: Element, style: Style): ListNode | null {
  const items = children.flatMap((child): (ListItem | ListNode)[] => {
    if (child.type === 'text') return [];
    if (child.name === 'ul' || child.name === 'ol') return asArray(readList(child, style));
    if (child.name !== 'li') return [];
    const nested = child.children.flatMap((inner) =>
      inner.type === 'element' && (inner.name === 'ul' || inner.name === 'ol')
        ? asArray(readList(inner, style))
        : []
    );
    const own = tidy(
      readInline(
        child.children.filter((inner) => inner.type === 'text' || !/^[uo]l$/.test(inner.name)),
        style
      )
    );
    return [...(own.length > 0 ? [{ type: 'list-item' as const, children: own }] : []), ...nested];
  });
  if (items.length === 0) return null;
  return { type: 'list', format: name === 'ol' ? 'ordered' : 'unordered', children: items };
}

const asArray = <Item>(item: Item | null): Item[] => (item === null ? [] : [item]);

/** Where only inline text may stand, a block inside becomes a new line. */
function readInline(nodes: readonly HtmlNode[], style: Style): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type === 'text') return inlineText(node.text, style);
    if (DROPPED.has(node.name)) return [];
    if (node.name === 'br') return [{ type: 'text', text: '\n', ...style.marks }];
    const inner = readInline(node.children, styleIn(node, style));
    const isBlock = BREAKS_PARAGRAPH.has(node.name) || /^(?:li|h[1-6]|[uo]l)$/.test(node.name);
    return isBlock ? [{ type: 'text', text: '\n' }, ...inner, { type: 'text', text: '\n' }] : inner;
  });
}

function styleIn({ name, attributes }: Element, style: Style): Style {
  const marks = { ...style.marks, ...MARKS[name] };
  const url = name === 'a' ? legalUrl(attributes['href'] ?? '') : undefined;
  return { ...style, marks, ...(url === undefined ? {} : { url }) };
}

/** The links that the host accepts. Anything else, such as `javascript:`, leaves the words without a link. */
function legalUrl(href: string): string | undefined {
  const trimmed = href.trim();
  const url = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (url.startsWith('/')) return url;
  try {
    const { protocol } = new URL(url);
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function inlineText(text: string, { marks, url }: Style): InlineNode[] {
  const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
  if (collapsed === '') return [];
  const node: TextNode = { type: 'text', text: collapsed, ...marks };
  return [url === undefined ? node : { type: 'link', url, children: [node] }];
}

/** Joins what looks the same, drops blanks around line breaks and at both ends. */
function tidy(nodes: readonly InlineNode[]): InlineNode[] {
  const texts: { node: TextNode; url?: string }[] = [];
  for (const node of nodes) {
    const parts = node.type === 'link' ? node.children : [node];
    for (const part of parts) {
      const url = node.type === 'link' ? node.url : undefined;
      const before = texts.at(-1);
      const wordsBefore = before?.node.text ?? '\n';
      let { text } = part;
      if (/[ \n]$/.test(wordsBefore)) text = text.replace(/^ +/, '');
      if (text.startsWith('\n')) {
        trimEnd(texts);
        if (texts.length === 0 || texts.at(-1)?.node.text.endsWith('\n')) {
          text = text.replace(/^\n+/, '');
        }
      }
      if (text === '') continue;
      const last = texts.at(-1);
      if (last && last.url === url && sameMarks(last.node, part)) last.node.text += text;
      else texts.push({ node: { ...part, text }, ...(url === undefined ? {} : { url }) });
    }
  }
  trimEnd(texts, true);
  return asInline(texts);
}

function trimEnd(texts: { node: TextNode }[], breaksToo = false): void {
  for (let last = texts.at(-1); last; last = texts.at(-1)) {
    last.node.text = last.node.text.replace(breaksToo ? /[ \n]+$/ : / +$/, '');
    if (last.node.text !== '') return;
    texts.pop();
  }
}

function asInline(texts: readonly { node: TextNode; url?: string }[]): InlineNode[] {
  const inline: InlineNode[] = [];
  for (const { node, url } of texts) {
    const last = inline.at(-1);
    if (url === undefined) inline.push(node);
    else if (last?.type === 'link' && last.url === url) last.children.push(node);
    else inline.push({ type: 'link', url, children: [node] });
  }
  return inline;
}

function sameMarks(a: TextNode, b: TextNode): boolean {
  const marks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;
  return marks.every((mark) => a[mark] === b[mark]);
}

function plainWords(node: HtmlNode): string {
  if (node.type === 'text') return node.text;
  if (DROPPED.has(node.name)) return '';
  return node.name === 'br' ? '\n' : node.children.map(plainWords).join('');
}
