import { account } from './account';
import { adminCustomers } from './admin-customers';
import { adminDocuments } from './admin-documents';
import { adminOrders } from './admin-orders';
import { adminRebuild } from './admin-rebuild';
import { adminShop } from './admin-shop';
import { cart } from './cart';
import { catalogue } from './catalogue';
import { checkout } from './checkout';
import { contentControllers } from './content';
import { invoices } from './invoices';
import { orders } from './orders';
import { ratings } from './ratings';
import { webhooks } from './webhooks';

export const controllers = {
  account,
  adminCustomers,
  adminDocuments,
  adminOrders,
  adminRebuild,
  adminShop,
  cart,
  catalogue,
  checkout,
  invoices,
  orders,
  ratings,
  webhooks,
  ...contentControllers,
};
