/** A shopper without a browser: the store's API over HTTP, as a front end would call it. */
export function shopper(url) {
  let token;

  async function call(method, path, body) {
    const response = await fetch(`${url}/api/cartwright${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { 'X-Cart-Token': token } : {}),
      },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    }
    return answer.data;
  }

  return {
    async add(sku, quantity) {
      const cart = await call('POST', '/cart/items', { sku, quantity });
      // Only the answer that makes the cart brings it.
      token = cart.token ?? token;
    },
    enter: (code) => call('PUT', '/cart/discount-code', { code }),
    /** What a shopper says at the checkout. @returns the cart with what follows from it */
    async say(details) {
      const { cart } = await call('PATCH', '/checkout', details);
      return cart;
    },
    async order(details) {
      const { order } = await call('POST', '/checkout', details);
      return order;
    },
  };
}
