import { adminOrders } from './admin-orders';
import { adminRebuild } from './admin-rebuild';
import { adminShop } from './admin-shop';
import { cart } from './cart';
import { catalogue } from './catalogue';
import { checkout } from './checkout';
import { contentControllers } from './content';
import { orders } from './orders';
import { ratings } from './ratings';
import { webhooks } from './webhooks';

export const controllers = {
  adminOrders,
  adminRebuild,
  adminShop,
  cart,
  catalogue,
  checkout,
  orders,
  ratings,
  webhooks,
  ...contentControllers,
};
