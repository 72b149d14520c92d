import { cartSuite } from './cart.suite';

cartSuite('header');
