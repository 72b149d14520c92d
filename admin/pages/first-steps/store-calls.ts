/** What a front end asks first, to be pasted into a terminal: the products, and a cart with one of them. */
export function storeCalls(store: string) {
  return {
    products: `curl '${store}/catalog/products'`,
    cart: `curl -X POST '${store}/cart/items' -H 'Content-Type: application/json' -d '{"sku":"YOUR-SKU","quantity":1}'`,
  };
}
