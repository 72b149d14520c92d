import { styled } from 'styled-components';

import type { BlockViewDto } from '../../../../server/contracts/layout';
import { fileUrl } from '../file-url';
import { RichHtml } from './rich-html';
import { ShownProducts } from './shown-products';

type Block = BlockViewDto['block'];

const Section = styled.section<{ $isWide: boolean; $isTinted: boolean }>`
  display: grid;
  grid-template-columns: ${({ $isWide }) => ($isWide ? '1fr 1fr' : '1fr')};
  gap: 2.4rem;
  align-items: center;
  padding: 3.2rem 2.4rem;
  background: ${({ theme, $isTinted }) => theme.colors[$isTinted ? 'primary100' : 'neutral0']};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;

  > * {
    min-width: 0;
  }

  > .whole {
    grid-column: 1 / -1;
  }
`;

const Heading = styled.h3<{ $size: string }>`
  font-size: ${({ $size }) => $size};
  font-weight: 600;
  line-height: 1.25;
`;

const Words = styled.p`
  margin-top: 0.8rem;
  font-size: 1.6rem;
  line-height: 1.5;
  white-space: pre-line;
`;

/** It leads nowhere: this is a picture of the page. */
const LinkLook = styled.span`
  display: inline-block;
  margin-top: 1.6rem;
  padding: 1rem 1.6rem;
  font-size: 1.4rem;
  font-weight: 600;
  color: ${({ theme }) => theme.colors.buttonNeutral0};
  background: ${({ theme }) => theme.colors.buttonPrimary600};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

const Illustration = styled.img`
  display: block;
  width: 100%;
  max-height: 36rem;
  object-fit: cover;
  border-radius: ${({ theme }) => theme.borderRadius};
`;

const Tiles = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
  gap: 1.6rem;
  margin-top: 1.6rem;
  font-size: 1.4rem;
  font-weight: 600;

  img,
  span.none {
    display: block;
    width: 100%;
    height: 12rem;
    margin-bottom: 0.4rem;
    object-fit: cover;
    background: ${({ theme }) => theme.colors.neutral150};
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;

interface ShownBlockProps {
  block: Block;
  isNarrow: boolean;
}

/** One block in plain clothes: what it says and shows, not how the site's own front end dresses it. */
export function ShownBlock({ block, isNarrow }: ShownBlockProps) {
  const { position, heading, text, html, image, link, products, categories } = block;
  const isWide = !isNarrow && image !== null;
  return (
    <Section $isWide={isWide} $isTinted={position === 'banner' || position === 'hero'}>
      <div>
        {heading && <Heading $size={position === 'hero' ? '3.6rem' : '2.4rem'}>{heading}</Heading>}
        {text && <Words>{text}</Words>}
        {html && <RichHtml html={html} />}
        {link && <LinkLook>{link.label ?? link.url}</LinkLook>}
      </div>
      {image && <Illustration src={fileUrl(image)} alt={image.alternativeText ?? ''} />}
      {position === 'categories' && (
        <Tiles className="whole">
          {categories.map((category) => (
            <li key={category.slug}>
              {category.image ? (
                <img src={fileUrl(category.image, 'small')} alt="" loading="lazy" />
              ) : (
                <span className="none" />
              )}
              {category.title}
            </li>
          ))}
        </Tiles>
      )}
      {products.length > 0 && (
        <div className="whole">
          <ShownProducts products={products} />
        </div>
      )}
    </Section>
  );
}
