import carts from './carts.json';
import common from './common.json';
import customerData from './customer-data.json';
import figures from './figures.json';
import grid from './grid.json';
import firstSteps from './first-steps.json';
import imports from './imports.json';
import layout from './layout.json';
import maintenance from './maintenance.json';
import nav from './nav.json';
import newOrder from './new-order.json';
import orderEdit from './order-edit.json';
import order from './order.json';
import orders from './orders.json';
import productPanel from './product-panel.json';
import variationTable from './variation-table.json';
import settings from './settings.json';
import stock from './stock.json';
import variations from './variations.json';
import webhooks from './webhooks.json';
import sales from './sales.json';
import discountCodes from './discount-codes.json';

export default {
  ...carts,
  ...common,
  ...customerData,
  ...figures,
  ...grid,
  ...firstSteps,
  ...imports,
  ...layout,
  ...maintenance,
  ...nav,
  ...newOrder,
  ...orderEdit,
  ...order,
  ...orders,
  ...productPanel,
  ...variationTable,
  ...settings,
  ...stock,
  ...variations,
  ...webhooks,
  ...sales,
  ...discountCodes,
};

export { default as fieldNames } from './field-names.json';
