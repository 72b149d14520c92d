import type { Context } from 'koa';

import type { Invoices, Printable } from '../services/invoices';

/** No scripts, nothing from elsewhere, in nobody's frame: an order's page is full of what strangers typed. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function sendHtml(ctx: Context, { html }: Invoices, document: Printable): void {
  asPrivate(ctx);
  ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = html(document);
}

/** One document, or several in one file. */
export async function sendPdf(
  ctx: Context,
  { pdf }: Invoices,
  ...documents: Printable[]
): Promise<void> {
  const content = await pdf(...documents);
  const [first, ...others] = documents;
  const filename = others.length > 0 ? 'documents' : (first?.filename ?? 'empty');
  asPrivate(ctx);
  ctx.set('Content-Disposition', `inline; filename="${filename}.pdf"`);
  ctx.type = 'application/pdf';
  ctx.body = content;
}

/** A secret link leads here, and must not go on with a click or stay in a shared cache. */
function asPrivate(ctx: Context): void {
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Referrer-Policy', 'no-referrer');
}
