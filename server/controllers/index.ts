import { adminOrders } from './admin-orders';
import { adminShop } from './admin-shop';
import { cart } from './cart';
import { catalogue } from './catalogue';
import { checkout } from './checkout';
import { orders } from './orders';

export const controllers = { adminOrders, adminShop, cart, catalogue, checkout, orders };
