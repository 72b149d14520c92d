import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** With the usual look of text, which the admin takes away; nothing of it reaches beyond its place. */
const Rich = styled(Box)`
  overflow-wrap: anywhere;
  contain: content;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.6;

  h2 {
    font-size: 2rem;
    font-weight: 600;
  }
  h3,
  h4,
  h5,
  h6 {
    font-size: 1.6rem;
    font-weight: 600;
  }
  p,
  ul,
  ol,
  table,
  blockquote {
    margin-block: 0.8rem;
  }
  ul {
    padding-inline-start: 2rem;
    list-style: disc;
  }
  ol {
    padding-inline-start: 2rem;
    list-style: decimal;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
    pointer-events: none;
  }
  strong,
  b {
    font-weight: 600;
  }
  em,
  i {
    font-style: italic;
  }
  img,
  iframe {
    max-width: 100%;
  }
  img {
    height: auto;
  }
`;

/** HTML of the server's answer: it is sanitised there, on each way to us. */
export function RichHtml({ html }: { html: string }) {
  return <Rich dangerouslySetInnerHTML={{ __html: html }} />;
}
