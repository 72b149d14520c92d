import { adminOrders } from './admin-orders';
import { cart } from './cart';
import { catalog } from './catalog';
import { checkout } from './checkout';
import { orders } from './orders';

export const controllers = { adminOrders, cart, catalog, checkout, orders };
