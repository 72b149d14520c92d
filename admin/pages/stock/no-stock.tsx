import { Button, EmptyStateLayout, LinkButton } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import type { StockShelf } from '../../../server/contracts/stock';
import { SEE_PRODUCTS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import type { StockAddress } from './stock-address';

const NOTHING: Record<StockShelf, TextKey> = {
  all: 'stock.none.all',
  low: 'stock.none.low',
  out: 'stock.none.out',
  uncounted: 'stock.none.uncounted',
};

/** Nothing on the shelf: nothing fits the search, or all is well, or the shop has no products yet. */
export function NoStock({ shelf, isFiltered }: { shelf: StockShelf; isFiltered: boolean }) {
  const text = useText();
  const isGranted = useGranted();
  const [, setAddress] = useQueryParams<StockAddress>();
  const products = (
    <LinkButton
      tag={Link}
      variant="secondary"
      to={`/content-manager/collection-types/${UIDS.product}`}
    >
      {text('stock.go-to-products')}
    </LinkButton>
  );
  const everything = (
    <Button
      variant="secondary"
      onClick={() => {
        setAddress({ _q: '', page: 1 });
      }}
    >
      {text('stock.show-all')}
    </Button>
  );
  const action = isFiltered ? everything : shelf === 'all' && isGranted(SEE_PRODUCTS) && products;
  return (
    <EmptyStateLayout
      hasRadius
      icon={<EmptyDocuments width="16rem" />}
      content={text(isFiltered ? 'stock.none.match' : NOTHING[shelf])}
      {...(action ? { action } : {})}
    />
  );
}
