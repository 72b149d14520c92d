import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';

import { PLUGIN_ID } from '../../../content-types/uids';
import type { CodeUseDto, CodeUsesDto } from '../../../server/contracts/discount-codes';
import { useFindCodeUsesQuery } from '../../api/discount-code-tools';
import { Amount } from '../../components/amount';
import { StepPages } from '../../components/step-pages';
import { READ_ORDERS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { PanelError } from '../panel-error';
import { PanelLoading } from '../panel-loading';

const PAGE_SIZE = 8;

interface CodeUsesProps {
  documentId: string;
  maxUses: number | null;
  usedCount: number;
}

/** Which orders used the code, and what it has cost the shop. */
export function CodeUses({ documentId, maxUses, usedCount }: CodeUsesProps) {
  const text = useText();
  const [page, setPage] = useState(1);
  const { data, error, isFetching, refetch } = useFindCodeUsesQuery(
    { documentId, page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  return (
    <Box tag="section" aria-label={text('code.uses')} aria-busy={isFetching}>
      <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral800">
        {maxUses === null
          ? text('code.used', { count: usedCount })
          : text('code.used-of', { count: usedCount, most: maxUses })}
      </Typography>
      {error ? (
        <PanelError error={error} retry={refetch} isRetrying={isFetching} />
      ) : data ? (
        <Uses uses={data} />
      ) : (
        <PanelLoading />
      )}
      {data && (
        <StepPages page={page} pageCount={data.meta.pagination.pageCount} choose={setPage} />
      )}
    </Box>
  );
}

function Uses({ uses: { data, meta } }: { uses: CodeUsesDto }) {
  const text = useText();
  const { amount } = useFormats();
  if (data.length === 0) {
    return (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('code.no-uses')}
      </Typography>
    );
  }
  const given = meta.given.map((one) => amount(one.amount, one.currency)).join(' + ');
  return (
    <>
      {given && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('code.given', { given })}
        </Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {data.map((use) => (
          <Use key={use.orderDocumentId} use={use} />
        ))}
      </Flex>
    </>
  );
}

function Use({ use }: { use: CodeUseDto }) {
  const text = useText();
  const { time } = useFormats();
  const maySeeOrders = useGranted()(READ_ORDERS);
  const { orderDocumentId, number, placedAt, customer, amount, currency, counts } = use;
  const facts = [
    placedAt ? time(placedAt) : '',
    customer ?? '',
    use.freeShipping ? text('code.free-shipping') : '',
  ].filter(Boolean);
  return (
    <Flex tag="li" justifyContent="space-between" alignItems="flex-start" gap={2}>
      <Box minWidth={0}>
        {maySeeOrders ? (
          <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/orders/${orderDocumentId}`}>
            {number}
          </Link>
        ) : (
          <Typography variant="pi" textColor="neutral800">
            {number}
          </Typography>
        )}
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral600"
          style={{ overflowWrap: 'anywhere' }}
        >
          {facts.join(' · ')}
        </Typography>
        {!counts && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('code.given-back')}
          </Typography>
        )}
      </Box>
      {amount && (
        <Typography
          variant="pi"
          textColor={counts ? 'neutral800' : 'neutral600'}
          style={counts ? {} : { textDecoration: 'line-through' }}
        >
          <Amount value={amount} currency={currency} negative />
        </Typography>
      )}
    </Flex>
  );
}
