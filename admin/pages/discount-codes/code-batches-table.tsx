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

import { UIDS } from '../../../content-types/uids';
import type { CodeBatchDto } from '../../../server/contracts/discount-codes';
import { Wrapping } from '../../components/wrapping';
import { SEE_DISCOUNT_CODES } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { BatchActions } from './batch-actions';

/** The window that all columns need, beside the two menus. */
const WIDE = '(min-width: 1200px)';

const LOADING_ROWS = ['a', 'b', 'c', 'd', 'e'];

export function CodeBatchesTable({ batches }: { batches: CodeBatchDto[] | undefined }) {
  const text = useText();
  const isWide = useMediaQuery(WIDE);
  const columns: TextKey[] = [
    'codes.batch',
    ...(isWide ? (['codes.created'] as const) : []),
    'codes.codes',
    'codes.actions',
  ];
  return (
    <Table
      colCount={columns.length}
      rowCount={(batches?.length ?? 0) + 1}
      aria-label={text('codes.title')}
    >
      <Thead>
        <Tr>
          {columns.map((title) => (
            <Th key={title}>
              <Typography variant="sigma" textColor="neutral600">
                {text(title)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {batches
          ? batches.map((batch) => <BatchRow key={batch.name} batch={batch} isWide={isWide} />)
          : LOADING_ROWS.map((row) => (
              <Tr key={row} aria-hidden>
                {columns.map((title) => (
                  <Td key={title}>
                    <Box height="1.2rem" width="60%" background="neutral150" hasRadius />
                  </Td>
                ))}
              </Tr>
            ))}
      </Tbody>
    </Table>
  );
}

function BatchRow({ batch, isWide }: { batch: CodeBatchDto; isWide: boolean }) {
  const text = useText();
  const { time } = useFormats();
  const created = batch.createdAt ? time(batch.createdAt) : '';
  return (
    <Tr>
      <Td>
        <Wrapping minWidth="12rem" maxWidth="30rem" paddingTop={2} paddingBottom={2}>
          <BatchName name={batch.name} />
          {!isWide && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {created}
            </Typography>
          )}
        </Wrapping>
      </Td>
      {isWide && (
        <Td>
          <Typography textColor="neutral800">{created}</Typography>
        </Td>
      )}
      <Td>
        <Wrapping paddingTop={2} paddingBottom={2}>
          <Typography tag="p" textColor="neutral800">
            {text('codes.count', { count: batch.codes })}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('codes.state', { active: batch.active, used: batch.used })}
          </Typography>
        </Wrapping>
      </Td>
      <Td>
        <Flex gap={1} wrap="wrap">
          <BatchActions batch={batch} />
        </Flex>
      </Td>
    </Tr>
  );
}

/** The codes themselves stand in the Content Manager's list. */
function BatchName({ name }: { name: string }) {
  const isGranted = useGranted();
  if (!isGranted(SEE_DISCOUNT_CODES)) return <Typography textColor="neutral800">{name}</Typography>;
  const filter = `filters[$and][0][batch][$eq]=${encodeURIComponent(name)}`;
  return (
    <Link
      tag={NavLink}
      to={`/content-manager/collection-types/${UIDS.discountCode}?page=1&${filter}`}
    >
      {name}
    </Link>
  );
}
