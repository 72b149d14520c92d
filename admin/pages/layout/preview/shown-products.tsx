import { styled } from 'styled-components';

import type { CardDto } from '../../../../server/contracts/catalogue';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { fileUrl } from '../file-url';

const Shelf = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
  gap: 1.6rem;
  font-size: 1.4rem;
  line-height: 1.4;

  img,
  span.none {
    display: block;
    width: 100%;
    aspect-ratio: 1;
    margin-bottom: 0.8rem;
    object-fit: cover;
    background: ${({ theme }) => theme.colors.neutral150};
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  s {
    color: ${({ theme }) => theme.colors.neutral600};
    text-decoration: line-through;
  }

  ins {
    color: ${({ theme }) => theme.colors.danger600};
    font-weight: 600;
    text-decoration: none;
  }
`;

export function ShownProducts({ products }: { products: CardDto[] }) {
  return (
    <Shelf>
      {products.map((product) => (
        <li key={product.documentId}>
          {product.image ? (
            <img
              src={fileUrl(product.image, 'small')}
              alt={product.image.alternativeText ?? ''}
              loading="lazy"
            />
          ) : (
            <span className="none" />
          )}
          <strong>{product.title}</strong>
          <br />
          <Price product={product} />
        </li>
      ))}
    </Shelf>
  );
}

function Price({ product }: { product: CardDto }) {
  const text = useText();
  const { amount } = useFormats();
  const { price, unitPrice, onSale, currency, inStock } = product;
  return (
    <>
      {price === null ? (
        text('layout.preview.no-price')
      ) : onSale && unitPrice ? (
        <>
          <s>{amount(unitPrice, currency)}</s> <ins>{amount(price, currency)}</ins>
        </>
      ) : (
        amount(price, currency)
      )}
      {!inStock && ` · ${text('layout.preview.sold-out')}`}
    </>
  );
}
