import { cartMergingSuite } from './cart-merging.suite';

cartMergingSuite('cookie');
