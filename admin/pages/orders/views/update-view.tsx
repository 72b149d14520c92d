import { Button } from '@strapi/design-system';

import type { SavedViewDto } from '../../../../server/contracts/saved-views';
import { useChangeViewMutation } from '../../../api/saved-views';
import { useStep } from '../../../components/use-step';
import { useText } from '../../../text/use-text';
import { useOrdersAddress } from '../use-orders-address';

/** Takes the present filters into the view that was opened. */
export function UpdateView({ view: { id, name, shared } }: { view: SavedViewDto }) {
  const text = useText();
  const { filters } = useOrdersAddress();
  const { isBusy, take } = useStep();
  const [change] = useChangeViewMutation();
  return (
    <Button
      size="S"
      variant="tertiary"
      loading={isBusy}
      onClick={() =>
        void take(() => change({ id, name, shared, filters }), text('orders.view.saved-now'))
      }
    >
      {text('orders.view.update', { name })}
    </Button>
  );
}
