import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';

import { PLUGIN_ID } from '../../content-types/uids';
import { useFindStockQuery } from '../api/stock';
import { Picture } from '../components/picture';
import { useText } from '../text/use-text';

const SHOWN = 5;
const STOCK = `/plugins/${PLUGIN_ID}/stock`;

/** What runs out: first what is gone. Without a threshold of the shop's, only that. */
export function LowStockWidget() {
  const text = useText();
  const out = useFindStockQuery(
    { shelf: 'out', page: 1, pageSize: SHOWN },
    { refetchOnMountOrArgChange: true }
  );
  const low = useFindStockQuery(
    { shelf: 'low', sort: 'stock:asc', page: 1, pageSize: SHOWN },
    { refetchOnMountOrArgChange: true }
  );
  if (out.isError || low.isError) return <Widget.Error />;
  if (!out.data || !low.data) return <Widget.Loading />;
  const rows = [...out.data.data, ...low.data.data].filter(
    (row, index, all) => all.findIndex((one) => one.documentId === row.documentId) === index
  );
  if (rows.length === 0) return <Widget.NoData>{text('figures.enough')}</Widget.NoData>;
  const { shelves, lowStockThreshold } = low.data.meta;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} wrap="wrap">
        <Link tag={NavLink} to={`${STOCK}?shelf=out`}>
          {text('figures.out', { count: shelves.out })}
        </Link>
        {lowStockThreshold !== null && (
          <Link tag={NavLink} to={`${STOCK}?shelf=low`}>
            {text('figures.low', { count: shelves.low })}
          </Link>
        )}
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {rows.slice(0, SHOWN).map(({ documentId, product, options, sku, stock, image }) => (
          <Flex key={documentId} tag="li" gap={3} justifyContent="space-between">
            <Flex gap={3} minWidth={0}>
              <Picture image={image} />
              <Box minWidth={0}>
                <Typography tag="p" textColor="neutral800" ellipsis>
                  {product.title ?? sku}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
                  {[...options.map(({ value }) => value), ...(sku ? [sku] : [])].join(' · ')}
                </Typography>
              </Box>
            </Flex>
            <Box shrink={0}>
              <Typography textColor={stock === 0 ? 'danger600' : 'warning600'}>
                {text('figures.units-left', { count: stock ?? 0 })}
              </Typography>
            </Box>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
