import { cartMergingSuite } from './cart-merging.suite';

cartMergingSuite('header');
