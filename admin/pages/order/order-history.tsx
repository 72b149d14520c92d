import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Card } from '../../components/card';
import { StatusBadge } from '../../status/status-badge';
import { HISTORY_WORDS } from '../../status/status-words';
import type { TextKey } from '../../text/get-translation';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { AddNote } from './add-note';
import { noteWords } from './history/note-words';

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

interface OrderHistoryProps {
  documentId: string;
  history: Entry[];
  currency: string;
}

/** A long life is shown whole when somebody wants to see it. */
const MOST_SHOWN = 10;

/** What happened to the order, newest first. */
export function OrderHistory({ documentId, history, currency }: OrderHistoryProps) {
  const text = useText();
  const [isWhole, setIsWhole] = useState(false);
  const newest = [...history].reverse();
  const shown = isWhole ? newest : newest.slice(0, MOST_SHOWN);
  return (
    <Card title={text('history.title')} action={<AddNote documentId={documentId} />}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
        {shown.map((entry, index) => (
          <HistoryEntry key={history.length - index} entry={entry} currency={currency} />
        ))}
      </Flex>
      {shown.length < newest.length && (
        <Box>
          <Button
            size="S"
            variant="tertiary"
            onClick={() => {
              setIsWhole(true);
            }}
          >
            {text('history.show-all', { count: newest.length })}
          </Button>
        </Box>
      )}
    </Card>
  );
}

interface HistoryEntryProps {
  entry: Entry;
  currency: string;
}

function HistoryEntry({ entry: { step, from, to, by, at, note }, currency }: HistoryEntryProps) {
  const text = useText();
  const { time } = useFormats();
  const actor = ACTORS[by];
  return (
    <Flex tag="li" gap={3} alignItems="flex-start">
      {/* Staff are told from the shop and its shoppers at a glance; the words below say who it was. */}
      <Dot background={actor ? 'neutral300' : 'primary600'} aria-hidden />
      <Box>
        <Flex gap={2} wrap="wrap">
          <Typography textColor="neutral800" fontWeight="semiBold">
            {text(to === 'erased' ? 'history.erased' : STEPS[step])}
          </Typography>
          {from !== null && from !== to && (
            <>
              <Word step={step} status={from} currency={currency} />
              <Typography textColor="neutral600" aria-label={text('history.to')}>
                →
              </Typography>
            </>
          )}
          {from !== to && isTold(step, from) && (
            <Word step={step} status={to} currency={currency} />
          )}
        </Flex>
        {note && (
          <Typography
            tag="p"
            textColor="neutral700"
            style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
          >
            {noteWords(step, note, text)}
          </Typography>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('history.who-when', { who: actor ? text(actor) : by, when: time(at) })}
        </Typography>
      </Box>
    </Flex>
  );
}

/** Where something begins, the step says it all: but for a refund, and an invoice, which has a number. */
function isTold(step: Entry['step'], from: string | null): boolean {
  return from !== null || step === 'refund' || step === 'invoice';
}

interface WordProps {
  step: Entry['step'];
  status: string;
  currency: string;
}

function Word({ step, status, currency }: WordProps) {
  const { amount } = useFormats();
  const word = HISTORY_WORDS[step][status];
  if (word) return <StatusBadge word={word} />;
  // An edit goes from one total to another.
  return <Typography>{step === 'edit' ? amount(status, currency) : status}</Typography>;
}
