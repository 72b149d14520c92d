import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';

import { PLUGIN_ID } from '../../../content-types/uids';
import type { FirstStepsDto } from '../../../server/contracts/first-steps';
import { useCancelTestOrderMutation, usePlaceTestOrderMutation } from '../../api/first-steps';
import { newStepKey } from '../../api/step-key';
import { ConfirmButton } from '../../components/confirm-button';
import { useStep } from '../../components/use-step';
import { READ_ORDERS } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';

/** An order made from here, and taken back again. */
export function TestOrder({ standing }: { standing: FirstStepsDto }) {
  const text = useText();
  const maySee = useGranted()(READ_ORDERS);
  const { isBusy, take } = useStep();
  const [place] = usePlaceTestOrderMutation();
  const [cancel] = useCancelTestOrderMutation();
  // Under the same key until it went well: a repeat makes no second order.
  const [key, setKey] = useState(newStepKey);
  const { testOrder, canOrder } = standing;
  const isThere = testOrder !== null && testOrder.status !== 'cancelled';
  const order = async () => {
    if (await take(() => place(key), text('steps.test-placed'))) setKey(newStepKey());
  };

  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      {testOrder && (
        <Typography textColor="neutral800" aria-live="polite">
          {text(isThere ? 'steps.test-stands' : 'steps.test-cancelled')}{' '}
          {maySee ? (
            <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/orders/${testOrder.documentId}`}>
              {testOrder.number}
            </Link>
          ) : (
            testOrder.number
          )}
        </Typography>
      )}
      {!canOrder && !isThere && (
        <Typography variant="pi" textColor="neutral600">
          {text('steps.test-nothing')}
        </Typography>
      )}
      {isThere && testOrder.status === 'open' && (
        <ConfirmButton
          size="S"
          variant="danger-light"
          tone="danger-light"
          label={text('steps.test-cancel')}
          title={text('steps.test-cancel')}
          icon={<WarningCircle />}
          question={text('steps.test-cancel-question', { number: testOrder.number })}
          ask={() => cancel(undefined)}
          done={text('steps.test-taken-back')}
        />
      )}
      {!isThere && (
        <Button
          size="S"
          variant="secondary"
          loading={isBusy}
          disabled={!canOrder}
          onClick={() => void order()}
        >
          {text('steps.test-place')}
        </Button>
      )}
    </Flex>
  );
}
