import common from './common.json';
import maintenance from './maintenance.json';
import nav from './nav.json';
import order from './order.json';
import orders from './orders.json';
import variations from './variations.json';
import webhooks from './webhooks.json';

export default {
  ...common,
  ...maintenance,
  ...nav,
  ...order,
  ...orders,
  ...variations,
  ...webhooks,
};
