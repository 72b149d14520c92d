import { parseDocument } from 'htmlparser2';

import type { HtmlNode } from '../../domain/imports/html-to-blocks';

interface ParsedNode {
  type: string;
  data?: string;
  name?: string;
  attribs?: Record<string, string>;
  children?: ParsedNode[];
}

/** HTML as people write it, closed or not; comments and the like are left out. */
export function readHtml(html: string): HtmlNode[] {
  return (parseDocument(html).children as unknown as ParsedNode[]).flatMap(toHtmlNode);
}

function toHtmlNode(node: ParsedNode): HtmlNode[] {
  if (node.type === 'text') return [{ type: 'text', text: node.data ?? '' }];
  if (node.name === undefined || !['tag', 'script', 'style'].includes(node.type)) return [];
  return [
    {
      type: 'element',
      name: node.name,
      attributes: node.attribs ?? {},
      children: (node.children ?? []).flatMap(toHtmlNode),
    },
  ];
}
