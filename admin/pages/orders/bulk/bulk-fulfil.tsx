import { Box, Button, Flex, Modal, ProgressBar, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useFulfilOrdersMutation } from '../../../api/bulk-orders';
import { newStepKey } from '../../../api/step-key';
import { TextField } from '../../../components/text-field';
import { useText } from '../../../text/use-text';
import { BulkReport } from './bulk-report';
import { type BulkRun, inPortions } from './in-portions';
import type { Chosen } from './use-selection';

/** Sends all that is left of the chosen orders. */
export function BulkFulfil({ chosen }: { chosen: Chosen }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={(wanted) => !isBusy && setIsOpen(wanted)}>
      <Modal.Trigger>
        <Button size="S" variant="secondary">
          {text('orders.bulk.fulfil')}
        </Button>
      </Modal.Trigger>
      {isOpen && (
        <Inside
          chosen={chosen}
          isBusy={isBusy}
          setIsBusy={setIsBusy}
          close={() => {
            setIsOpen(false);
          }}
        />
      )}
    </Modal.Root>
  );
}

interface InsideProps {
  chosen: Chosen;
  isBusy: boolean;
  setIsBusy: (isBusy: boolean) => void;
  close: () => void;
}

function Inside({ chosen, isBusy, setIsBusy, close }: InsideProps) {
  const text = useText();
  const [fulfil] = useFulfilOrdersMutation();
  // The whole run has one key: what was done before an answer was lost is not done again.
  const [key] = useState(newStepKey);
  // What is refused may be chosen no more once the list is read again.
  const [orders] = useState(chosen);
  const [carrier, setCarrier] = useState('');
  const [done, setDone] = useState(0);
  const [run, setRun] = useState<BulkRun | null>(null);

  const start = async (documentIds: string[], before: BulkRun['results']) => {
    setIsBusy(true);
    const ask = (some: string[]) => fulfil({ orders: some, carrier: carrier.trim() || null, key });
    const now = await inPortions(documentIds, ask, (count) => {
      setDone(before.length + count);
    });
    setRun({ ...now, results: [...before, ...now.results] });
    setIsBusy(false);
  };

  return (
    <Modal.Content aria-describedby={undefined}>
      <Modal.Header closeLabel={text('dialog.close')}>
        <Modal.Title>{text('orders.bulk.fulfil-title', { count: orders.size })}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        {isBusy ? (
          <Flex direction="column" alignItems="stretch" gap={3}>
            <ProgressBar
              aria-label={text('orders.bulk.progress', { done, all: orders.size })}
              value={(100 * done) / orders.size}
            />
            <Typography aria-live="polite">
              {text('orders.bulk.progress', { done, all: orders.size })}
            </Typography>
          </Flex>
        ) : run ? (
          <BulkReport run={run} numbers={orders} />
        ) : (
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography textColor="neutral800">{text('orders.bulk.fulfil-hint')}</Typography>
            <TextField
              name="carrier"
              label={text('orders.bulk.carrier')}
              hint={text('orders.bulk.carrier-hint')}
              value={carrier}
              onChange={setCarrier}
            />
          </Flex>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" disabled={isBusy} onClick={close}>
          {text(run ? 'orders.bulk.close' : 'dialog.cancel')}
        </Button>
        <Box>
          {!run && (
            <Button loading={isBusy} onClick={() => void start([...orders.keys()], [])}>
              {text('orders.bulk.fulfil')}
            </Button>
          )}
          {run && run.left.length > 0 && (
            <Button loading={isBusy} onClick={() => void start(run.left, run.results)}>
              {text('error.retry')}
            </Button>
          )}
        </Box>
      </Modal.Footer>
    </Modal.Content>
  );
}
