import {
  Box,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useMediaQuery } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';

import { PLUGIN_ID, UIDS } from '../../../content-types/uids';
import type { StockMovementDto } from '../../../server/contracts/stock';
import { Wrapping } from '../../components/wrapping';
import { READ_ORDERS, SEE_PRODUCTS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { reasonKey } from './stock-words';

interface MovementsTableProps {
  /** Null while they are loaded. */
  movements: StockMovementDto[] | null;
  /** Of one thing, whose name stands above. */
  isOfOne?: boolean;
}

const WIDE = '(min-width: 1200px)';

const LOADING_ROWS = ['a', 'b', 'c', 'd', 'e'];

export function MovementsTable({ movements, isOfOne = false }: MovementsTableProps) {
  const text = useText();
  const isWide = useMediaQuery(WIDE) && !isOfOne;
  const columns: TextKey[] = [
    'stock.time',
    ...(isOfOne ? [] : (['stock.product'] as const)),
    'stock.change',
    ...(isWide ? (['stock.after'] as const) : []),
    'stock.reason',
    ...(isWide ? (['stock.by'] as const) : []),
  ];
  return (
    <Table
      colCount={columns.length}
      rowCount={(movements?.length ?? 0) + 1}
      aria-label={text('stock.tab.movements')}
    >
      <Thead>
        <Tr>
          {columns.map((key) => (
            <Th key={key}>
              <Flex width="100%" justifyContent={isNumber(key) ? 'flex-end' : 'flex-start'}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(key)}
                </Typography>
              </Flex>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {movements === null
          ? LOADING_ROWS.map((row) => (
              <Tr key={row} aria-hidden>
                {columns.map((key) => (
                  <Td key={key}>
                    <Box height="1.2rem" width="60%" minWidth="4rem" background="neutral150" />
                  </Td>
                ))}
              </Tr>
            ))
          : movements.map((movement) => (
              <MovementRow key={movement.id} {...{ movement, isWide, isOfOne }} />
            ))}
      </Tbody>
    </Table>
  );
}

const isNumber = (key: TextKey) => key === 'stock.change' || key === 'stock.after';

interface MovementRowProps {
  movement: StockMovementDto;
  isWide: boolean;
  isOfOne: boolean;
}

function MovementRow({ movement, isWide, isOfOne }: MovementRowProps) {
  const text = useText();
  const { number, time } = useFormats();
  const { at, change, stockAfter, by, note } = movement;
  return (
    <Tr>
      <Td>
        <Typography textColor="neutral800">
          <time dateTime={at}>{time(at)}</time>
        </Typography>
      </Td>
      {!isOfOne && (
        <Td>
          <Thing movement={movement} />
        </Td>
      )}
      <Td>
        <Flex direction="column" alignItems="flex-end">
          <Typography
            fontWeight="semiBold"
            textColor={change < 0 ? 'danger600' : 'success600'}
            style={{ whiteSpace: 'nowrap' }}
          >
            {change < 0 ? `−${number(-change)}` : `+${number(change)}`}
          </Typography>
          {!isWide && stockAfter !== null && (
            <Typography variant="pi" textColor="neutral600">
              {text('stock.now', { count: stockAfter })}
            </Typography>
          )}
        </Flex>
      </Td>
      {isWide && (
        <Td>
          <Flex justifyContent="flex-end">
            <Typography textColor="neutral800">
              {stockAfter === null ? '–' : number(stockAfter)}
            </Typography>
          </Flex>
        </Td>
      )}
      <Td>
        <Wrapping maxWidth="26rem" paddingTop={2} paddingBottom={2}>
          <Reason movement={movement} />
          {note && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {note}
            </Typography>
          )}
          {!isWide && by && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {by}
            </Typography>
          )}
        </Wrapping>
      </Td>
      {isWide && (
        <Td>
          <Typography textColor="neutral800">{by ?? '–'}</Typography>
        </Td>
      )}
    </Tr>
  );
}

function Reason({
  movement: { reason, reference, orderDocumentId },
}: {
  movement: StockMovementDto;
}) {
  const text = useText();
  const isGranted = useGranted();
  const key = reasonKey(reason);
  return (
    <Typography tag="p" textColor="neutral800">
      {key ? text(key) : reason}{' '}
      {orderDocumentId && isGranted(READ_ORDERS) ? (
        <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/orders/${orderDocumentId}`}>
          {reference}
        </Link>
      ) : (
        reference
      )}
    </Typography>
  );
}

function Thing({
  movement: { product, sku, variationDocumentId },
}: {
  movement: StockMovementDto;
}) {
  const isGranted = useGranted();
  const name = product?.title ?? sku ?? variationDocumentId;
  return (
    <Wrapping maxWidth="24rem">
      {product && isGranted(SEE_PRODUCTS) ? (
        <Link
          tag={NavLink}
          to={`/content-manager/collection-types/${UIDS.product}/${product.documentId}`}
        >
          {name}
        </Link>
      ) : (
        <Typography textColor="neutral800">{name}</Typography>
      )}
      {product && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {sku}
        </Typography>
      )}
    </Wrapping>
  );
}
