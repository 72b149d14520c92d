import { cartSuite } from './cart.suite';

cartSuite('cookie');
