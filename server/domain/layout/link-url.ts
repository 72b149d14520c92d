const ADDRESSES = [
  /^https?:\/\/[^/?#]+/i,
  /^mailto:[^@]+@[^@]+$/i,
  /^tel:\+?[\d().-]+$/i,
  // A path of the site; two slashes would be another site.
  /^\/(?!\/)/,
  /^#./,
];

// A backslash is a slash to browsers, and they drop tabs and line breaks: `/\t/evil.example` is `//evil.example`.
const NEVER = /[\s\\\p{Cc}]/u;

/** Where a link may lead: a page of the web or of the site, a place on the page, an e-mail address, a telephone. */
export function isLinkUrl(url: string): boolean {
  return !NEVER.test(url) && ADDRESSES.some((address) => address.test(url));
}
