/** A link of the site's storefront; its pattern names where the secret goes: `https://shop.example/orders/{token}`. */
export function webLink(pattern: string | null, token: string): string {
  return pattern === null ? '' : pattern.replaceAll('{token}', encodeURIComponent(token));
}
