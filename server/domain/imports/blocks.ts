/** Rich text as the host's editor stores it, as far as an import makes it. */

export interface TextNode {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  strikethrough?: true;
  code?: true;
}

export interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}

export type InlineNode = TextNode | LinkNode;

export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: (ListItem | ListNode)[];
}

export interface ListItem {
  type: 'list-item';
  children: InlineNode[];
}

export type Block =
  | { type: 'paragraph' | 'quote'; children: InlineNode[] }
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; children: InlineNode[] }
  | { type: 'code'; children: TextNode[] }
  | ListNode;

/** The words of the first block that has any: what a card says about a product. */
export function firstText(blocks: readonly Block[] | null): string | null {
  return (blocks ?? []).map((block) => wordsOf(block).trim()).find(Boolean) ?? null;
}

function wordsOf(node: Block | InlineNode | ListItem): string {
  if (node.type === 'text') return node.text;
  return node.children.map(wordsOf).join(node.type === 'list' ? '\n' : '');
}
