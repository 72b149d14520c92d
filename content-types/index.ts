import { productSchema } from './product/schema';
import { productVariationSchema } from './product-variation/schema';
import { productOptionSchema } from './product-option/schema';
import { productImageSchema } from './product-image/schema';
import { categorySchema } from './category/schema';
import { saleSchema } from './sale/schema';
import { discountCodeSchema } from './discount-code/schema';
import { cartSchema } from './cart/schema';
import { cartItemSchema } from './cart-item/schema';
import { orderSchema } from './order/schema';
import { orderItemSchema } from './order-item/schema';
import { paymentSchema } from './payment/schema';
import { wishlistSchema } from './wishlist/schema';
import { wishlistItemSchema } from './wishlist-item/schema';
import { layoutBlockSchema } from './layout-block/schema';

/** The content types as the host wants them: the key is the type's singular name. */
export const contentTypes = {
  'product': { schema: productSchema },
  'product-variation': { schema: productVariationSchema },
  'product-option': { schema: productOptionSchema },
  'product-image': { schema: productImageSchema },
  'category': { schema: categorySchema },
  'sale': { schema: saleSchema },
  'discount-code': { schema: discountCodeSchema },
  'cart': { schema: cartSchema },
  'cart-item': { schema: cartItemSchema },
  'order': { schema: orderSchema },
  'order-item': { schema: orderItemSchema },
  'payment': { schema: paymentSchema },
  'wishlist': { schema: wishlistSchema },
  'wishlist-item': { schema: wishlistItemSchema },
  'layout-block': { schema: layoutBlockSchema },
};
