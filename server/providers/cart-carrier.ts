/** The request and its answer, as Koa hands them out: what a carrier may count on. */
export interface CartCarrierContext {
  /** A header of the request. */
  get(name: string): string;
  /** A header of the answer. */
  set(name: string, value: string): void;
  cookies: {
    get(name: string, options?: { signed?: boolean }): string | undefined;
    set(name: string, value: string | null, options?: CookieOptions): unknown;
  };
}

export interface CookieOptions {
  /** With the site's own keys (`app.keys`), so that a forged cookie is none. */
  signed?: boolean;
  httpOnly?: boolean;
  /** Koa itself says `true` when the request came by https. */
  secure?: boolean;
  sameSite?: 'lax' | 'strict' | 'none';
  path?: string;
  maxAge?: number;
  overwrite?: boolean;
}

/**
 * How the secret token of a guest's cart travels. Of all providers this one alone sees the request; it decides nothing
 * about carts, it only carries. A token that leads nowhere is simply no cart. An exception becomes `provider_failed`.
 */
export interface CartCarrier {
  name: string;
  /** The token that the request brings; null, or an empty text, when it brings none. */
  read(ctx: CartCarrierContext): string | null;
  /** A token for the browser to keep; null takes it away, since the cart is the account's now. */
  write(ctx: CartCarrierContext, token: string | null): void;
  /** Whether the answer that creates a cart shows its token as `data.token`, too. */
  showsToken?: boolean;
}

/** Gives the carrier its type; changes nothing. */
export function defineCartCarrier(carrier: CartCarrier): CartCarrier {
  return carrier;
}
