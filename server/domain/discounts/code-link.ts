/** A link to the shop that brings a code along: `https://shop.example/?code=SUMMER`; null without a website. */
export function codeLink(website: string, code: string): string | null {
  const text = website.trim();
  if (text === '' || code === '') return null;
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    url.searchParams.set('code', code);
    return url.toString();
  } catch {
    return null;
  }
}
