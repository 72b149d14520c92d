import { defineCartCarrier } from '../cart-carrier';

const HEADER = 'X-Cart-Token';

/** The front end keeps the token where it likes, and sends it along. An empty header in an answer tells it to forget. */
export const headerCartCarrier = defineCartCarrier({
  name: 'header',
  showsToken: true,
  read: (ctx) => ctx.get(HEADER).trim() || null,
  write: (ctx, token) => ctx.set(HEADER, token ?? ''),
});
