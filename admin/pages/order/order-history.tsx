import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Card } from '../../components/card';
import { StatusBadge } from '../../status/status-badge';
import { HISTORY_WORDS } from '../../status/status-words';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

type Entry = AdminOrderDto['history'][number];

const STEPS: Record<Entry['step'], TextKey> = {
  placed: 'history.placed',
  status: 'history.status',
  payment: 'history.payment',
  fulfilment: 'history.fulfilment',
  refund: 'history.refund',
  edit: 'history.edit',
  invoice: 'history.invoice',
  note: 'history.note',
};

/** Those who act without a name. */
const ACTORS: Partial<Record<string, TextKey>> = {
  'shopper': 'history.by-shopper',
  'staff': 'history.by-staff',
  'shop': 'history.by-shop',
  'payment provider': 'history.by-provider',
};

const Dot = styled(Box)`
  flex: none;
  width: 0.8rem;
  height: 0.8rem;
  margin-top: 0.6rem;
  border-radius: 50%;
`;

/** What happened to the order, newest first. */
export function OrderHistory({ history }: { history: Entry[] }) {
  const text = useText();
  return (
    <Card title={text('history.title')}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
        {[...history].reverse().map((entry, index) => (
          <HistoryEntry key={history.length - index} entry={entry} />
        ))}
      </Flex>
    </Card>
  );
}

function HistoryEntry({ entry: { step, from, to, by, at, note } }: { entry: Entry }) {
  const text = useText();
  const { time } = useFormats();
  const actor = ACTORS[by];
  return (
    <Flex tag="li" gap={3} alignItems="flex-start">
      <Dot background="primary600" aria-hidden />
      <Box>
        <Flex gap={2} wrap="wrap">
          <Typography textColor="neutral800" fontWeight="semiBold">
            {text(STEPS[step])}
          </Typography>
          {from !== null && (
            <>
              <Word step={step} status={from} />
              <Typography textColor="neutral600" aria-label={text('history.to')}>
                →
              </Typography>
              <Word step={step} status={to} />
            </>
          )}
        </Flex>
        {note && (
          <Typography tag="p" textColor="neutral700">
            {note}
          </Typography>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('history.who-when', { who: actor ? text(actor) : by, when: time(at) })}
        </Typography>
      </Box>
    </Flex>
  );
}

function Word({ step, status }: { step: Entry['step']; status: string }) {
  const word = HISTORY_WORDS[step][status];
  return word ? <StatusBadge word={word} /> : <Typography>{status}</Typography>;
}
