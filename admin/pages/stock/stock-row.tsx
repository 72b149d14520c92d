import { Box, Checkbox, Flex, Link, Td, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { UIDS } from '../../../content-types/uids';
import type { StockRowDto } from '../../../server/contracts/stock';
import { Picture } from '../../components/picture';
import { Wrapping } from '../../components/wrapping';
import { SEE_PRODUCTS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { StatusBadge } from '../../status/status-badge';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { AdjustStock } from './adjust-stock';
import type { Choice } from './stock-table';
import { fullName, levelOf, optionsText } from './stock-words';
import { VariationHistory } from './variation-history';

interface StockRowProps {
  row: StockRowDto;
  threshold: number | null;
  choice: Choice | null;
  isWide: boolean;
}

export function StockRow({ row, threshold, choice, isWide }: StockRowProps) {
  const text = useText();
  const { number } = useFormats();
  const { documentId, sku, stock, sold30d } = row;
  const name = fullName(row);
  const isChosen = choice?.chosenIds.includes(documentId) ?? false;
  const choose = () => {
    const others = choice?.chosenIds.filter((id) => id !== documentId) ?? [];
    choice?.setChosen(isChosen ? others : [...others, documentId]);
  };
  const level = levelOf(stock, threshold);
  return (
    <Tr>
      {choice && (
        <Td>
          <Checkbox
            aria-label={text('stock.choose', { name })}
            checked={isChosen}
            onCheckedChange={choose}
          />
        </Td>
      )}
      <Td>
        <Flex gap={3} paddingTop={2} paddingBottom={2}>
          <Picture image={row.image} />
          <Wrapping minWidth={0} maxWidth={isWide ? '28rem' : '18rem'}>
            <ProductName row={row} />
            <Typography tag="p" variant="pi" textColor="neutral600">
              {[optionsText(row), ...(isWide ? [] : [sku])].filter(Boolean).join(' · ')}
            </Typography>
          </Wrapping>
        </Flex>
      </Td>
      {isWide && (
        <Td>
          <Wrapping maxWidth="18rem">
            <Typography textColor="neutral800">{sku ?? '–'}</Typography>
          </Wrapping>
        </Td>
      )}
      <Td>
        <Flex direction="column" alignItems="flex-end" gap={1}>
          {stock !== null && (
            <Typography textColor="neutral800" fontWeight="semiBold">
              {number(stock)}
            </Typography>
          )}
          {level && <StatusBadge word={level} />}
          {!isWide && <Waiting row={row} />}
        </Flex>
      </Td>
      {isWide && (
        <Td>
          <Flex direction="column" alignItems="flex-end">
            {row.awaiting + row.held === 0 ? (
              <Typography textColor="neutral600">–</Typography>
            ) : (
              <Waiting row={row} />
            )}
          </Flex>
        </Td>
      )}
      {isWide && (
        <Td>
          <Flex justifyContent="flex-end">
            <Typography textColor="neutral800">{number(sold30d)}</Typography>
          </Flex>
        </Td>
      )}
      <Td>
        <Flex gap={2} justifyContent="flex-end">
          {choice && (
            <AdjustStock
              rows={[row]}
              label={text('stock.adjust')}
              fullLabel={text('stock.adjust-of', { name })}
            />
          )}
          <VariationHistory row={row} />
        </Flex>
      </Td>
    </Tr>
  );
}

/** Units that are not lost, and not free: in orders that wait for their money, and in carts that keep them. */
function Waiting({ row: { awaiting, held } }: { row: StockRowDto }) {
  const text = useText();
  return (
    <>
      {awaiting > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('stock.awaiting', { count: awaiting })}
        </Typography>
      )}
      {held > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('stock.held', { count: held })}
        </Typography>
      )}
    </>
  );
}

function ProductName({ row: { product, documentId, sku } }: { row: StockRowDto }) {
  const isGranted = useGranted();
  const title = product.title ?? sku ?? documentId;
  if (!isGranted(SEE_PRODUCTS)) {
    return (
      <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
        {title}
      </Typography>
    );
  }
  return (
    <Box>
      <Link
        tag={NavLink}
        to={`/content-manager/collection-types/${UIDS.product}/${product.documentId}`}
      >
        {title}
      </Link>
    </Box>
  );
}
