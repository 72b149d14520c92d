import { account } from './account';
import { adminCarts } from './admin-carts';
import { adminCustomers } from './admin-customers';
import { adminDiscountCodes } from './admin-discount-codes';
import { adminDocuments } from './admin-documents';
import { adminFigures } from './admin-figures';
import { adminLayout } from './admin-layout';
import { adminMails } from './admin-mails';
import { adminOrderDesk } from './admin-order-desk';
import { adminFirstSteps } from './admin-first-steps';
import { adminImports } from './admin-imports';
import { adminOrders } from './admin-orders';
import { adminOrderSteps } from './admin-order-steps';
import { adminProductPanel } from './admin-product-panel';
import { adminRebuild } from './admin-rebuild';
import { adminSavedViews } from './admin-saved-views';
import { adminSales } from './admin-sales';
import { adminSettings } from './admin-settings';
import { adminShop } from './admin-shop';
import { adminStaffOrders } from './admin-staff-orders';
import { adminStock } from './admin-stock';
import { adminVariationTable } from './admin-variation-table';
import { cart } from './cart';
import { catalogue } from './catalogue';
import { checkout } from './checkout';
import { contentControllers } from './content';
import { invoices } from './invoices';
import { layout } from './layout';
import { orders } from './orders';
import { ratings } from './ratings';
import { webhooks } from './webhooks';

export const controllers = {
  account,
  adminCarts,
  adminCustomers,
  adminDiscountCodes,
  adminDocuments,
  adminFigures,
  adminLayout,
  adminMails,
  adminOrderDesk,
  adminFirstSteps,
  adminImports,
  adminOrders,
  adminOrderSteps,
  adminProductPanel,
  adminRebuild,
  adminSavedViews,
  adminSales,
  adminSettings,
  adminShop,
  adminStaffOrders,
  adminStock,
  adminVariationTable,
  cart,
  catalogue,
  checkout,
  invoices,
  layout,
  orders,
  ratings,
  webhooks,
  ...contentControllers,
};
