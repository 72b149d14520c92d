import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { z } from 'zod';

import type { Account, WriteTerms } from '../services/shopper';
import { parse } from '../validation/parse';
import { cartQuery, localeQuery, slug } from '../validation/queries';

/** What the host's Users & Permissions puts on a request that brings a valid JWT. */
interface HostUser {
  documentId?: string;
  id: number;
  email: string;
  confirmed?: boolean;
}

/** The account of the request, if it has one. An API token is no account. */
export function accountOf(ctx: Context): Account | null {
  const user = ctx.state.user as HostUser | undefined;
  if (!user) return null;
  return {
    id: user.documentId ?? String(user.id),
    email: user.email,
    confirmed: user.confirmed === true,
  };
}

/** The language that the words of new lines are wanted in; null is the shop's default. */
export function cartLocaleOf(ctx: Context): string | null {
  return parse(cartQuery, ctx.query).locale ?? null;
}

/** `?explain=true`: the answer says how its figures came about. */
export function explains(ctx: Context): boolean {
  return parse(cartQuery, ctx.query).explain;
}

const headers = z.object({
  'If-Match': z
    .string()
    .regex(/^"?\d{1,9}"?$/, 'must be the version of a cart')
    .transform((value) => Number(value.replaceAll('"', '')))
    .optional(),
  'Idempotency-Key': z
    .string()
    .min(16, 'must have 16 to 255 characters')
    .max(255, 'must have 16 to 255 characters')
    .optional(),
});

/** The terms of a write. A key counts for POST only: every other method may be repeated anyway. */
export function termsOf(ctx: Context): WriteTerms {
  const given = parse(headers, {
    'If-Match': ctx.get('If-Match') || undefined,
    'Idempotency-Key': ctx.get('Idempotency-Key') || undefined,
  });
  const key = ctx.method === 'POST' ? given['Idempotency-Key'] : undefined;
  return {
    ifMatch: given['If-Match'] ?? null,
    idempotency: key ? { key, fingerprint: fingerprintOf(ctx) } : null,
  };
}

/** The same key with another request is a mistake; this tells them apart. */
function fingerprintOf(ctx: Context): string {
  const body: unknown = ctx.request.body ?? null;
  return createHash('sha256')
    .update(`${ctx.method} ${ctx.path}\n${JSON.stringify(body)}`)
    .digest('hex');
}

/** The body of a request; none counts as an empty object. */
export function bodyOf(ctx: Context): unknown {
  return ctx.request.body ?? {};
}

/** The page that an address ends with. */
export function slugOf(ctx: Context): string {
  return parse(slug, ctx.params.slug);
}

/** The language that a request asks for, which may say nothing else; null is the shop's default. */
export function localeOf(ctx: Context): string | null {
  return parse(localeQuery, ctx.query).locale ?? null;
}
