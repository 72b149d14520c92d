import sanitizeHtml from 'sanitize-html';

const ALIGNED = [/^(?:left|right|center|justify)$/];

/**
 * What a block of HTML may contain: text, headings, lists, tables, pictures, links, films of two known players. Nothing
 * that runs, asks for input, lies over the rest of the page, or gives itself a name that scripts of the page go by.
 */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'div', 'span', 'section', 'blockquote'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'small', 'mark', 'sub', 'sup', 'abbr', 'code', 'pre'],
    ...[
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'a',
      'figure',
      'figcaption',
      'img',
      'picture',
      'source',
    ],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'details', 'summary'],
    'iframe',
  ],
  allowedAttributes: {
    '*': ['class', 'lang', 'dir', 'title', 'style'],
    'a': ['href', 'target', 'rel'],
    'img': ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading'],
    'source': ['srcset', 'sizes', 'media', 'type'],
    'th': ['colspan', 'rowspan', 'scope'],
    'td': ['colspan', 'rowspan'],
    'ol': ['start', 'reversed'],
    'iframe': ['src', 'width', 'height', 'allowfullscreen', 'loading', 'referrerpolicy'],
    'details': ['open'],
  },
  allowedStyles: { '*': { 'text-align': ALIGNED } },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'], source: ['http', 'https'], iframe: ['https'] },
  allowProtocolRelative: false,
  allowedIframeHostnames: ['www.youtube-nocookie.com', 'www.youtube.com', 'player.vimeo.com'],
  allowIframeRelativeUrls: false,
  transformTags: {
    // A page has one first heading, and it is not in a block.
    h1: 'h2',
    a: (tagName, { target: _, ...attribs }) => {
      const leaves = /^(?:https?:)?\/\//i.test(attribs.href ?? '');
      return {
        tagName,
        attribs: {
          ...attribs,
          ...(_ === '_blank' && { target: '_blank' }),
          ...((leaves || _ === '_blank') && { rel: 'noopener noreferrer' }),
        },
      };
    },
    iframe: (tagName, attribs) => ({ tagName, attribs: { ...attribs, loading: 'lazy' } }),
  },
  // Without the film, what is left is a hole.
  exclusiveFilter: ({ tag, attribs }) => tag === 'iframe' && !attribs.src,
};

/** The HTML of a block as it may stand on a page of the shop. Doing it again changes nothing. */
export function sanitiseHtml(html: string): string {
  return sanitizeHtml(html, ALLOWED);
}
