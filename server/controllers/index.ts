import { account } from './account';
import { adminCustomers } from './admin-customers';
import { adminDocuments } from './admin-documents';
import { adminOrders } from './admin-orders';
import { adminOrderSteps } from './admin-order-steps';
import { adminRebuild } from './admin-rebuild';
import { adminShop } from './admin-shop';
import { adminStaffOrders } from './admin-staff-orders';
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
  adminOrderSteps,
  adminRebuild,
  adminShop,
  adminStaffOrders,
  cart,
  catalogue,
  checkout,
  invoices,
  orders,
  ratings,
  webhooks,
  ...contentControllers,
};
