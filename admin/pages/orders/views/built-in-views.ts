import type { TextKey } from '../../../text/get-translation';
import type { Filters } from '../orders-query';

/** The views that every shop needs, in the order of a day's work. */
export const BUILT_IN_VIEWS: { title: TextKey; filters: Filters }[] = [
  { title: 'orders.view.all', filters: {} },
  { title: 'orders.view.to-ship', filters: { toShip: 'true' } },
  { title: 'orders.view.unpaid', filters: { status: 'open', paymentStatus: 'pending' } },
  { title: 'orders.view.attention', filters: { attention: 'true' } },
  { title: 'orders.view.refunded', filters: { paymentStatus: 'refunded' } },
  { title: 'orders.view.cancelled', filters: { status: 'cancelled' } },
];
