import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { refuseBody, tellsTooMuch } from '../controllers/body-limit';
import { keepRawBody, MESSAGE_LIMIT } from '../controllers/raw-body';

/**
 * What every answer of the store API has in common, whatever the site has configured: it wraps the host's
 * own middlewares, because some answers (a preflight, malformed JSON) never reach a route.
 */
const TOKENS = ['X-Cart-Token', 'X-Wishlist-Token', 'X-Customer-Token'];
const REQUEST_HEADERS = [...TOKENS, 'Idempotency-Key', 'If-Match'];
const RESPONSE_HEADERS = [...TOKENS, 'Retry-After'];

export function openStorefrontDoor(strapi: Core.Strapi): void {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api').replace(/\/$/, '')}/cartwright/`;

  strapi.server.use(async (ctx: Context, next: Next) => {
    if (!ctx.path.startsWith(prefix)) return next();

    if (ctx.path.startsWith(`${prefix}webhooks/`)) {
      if (await keepRawBody(ctx)) return next();
      refuseBody(ctx, MESSAGE_LIMIT);
      ctx.set('Connection', 'close');
      return;
    }
    if (tellsTooMuch(ctx)) {
      refuseBody(ctx);
      return;
    }
    await next();
    allowOurHeaders(ctx);
    nameHostErrors(ctx);
  });
}

/** The host decides which origins may call; for those it lets in, our headers are added to its own. */
function allowOurHeaders(ctx: Context): void {
  if (!ctx.response.get('Access-Control-Allow-Origin')) return;
  if (ctx.method === 'OPTIONS') {
    extendHeader(ctx, 'Access-Control-Allow-Headers', REQUEST_HEADERS);
  } else {
    extendHeader(ctx, 'Access-Control-Expose-Headers', RESPONSE_HEADERS);
  }
}

function extendHeader(ctx: Context, name: string, values: string[]): void {
  const present = ctx.response
    .get(name)
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
  const known = new Set(present.map((value) => value.toLowerCase()));
  const missing = values.filter((value) => !known.has(value.toLowerCase()));
  ctx.set(name, [...present, ...missing].join(', '));
}

const HOST_CODES: Record<number, string> = { 400: 'invalid_input', 404: 'not_found' };

/** What the host refuses before a controller runs (malformed JSON, no such route) carries a code like the rest. */
function nameHostErrors(ctx: Context): void {
  const code = HOST_CODES[ctx.status];
  if (!code) return;
  const error = errorOf(ctx.body) ?? { message: ctx.message };
  if (error.details?.code) return;
  const status = ctx.status;
  const message = error.message ?? ctx.message;
  const details = code === 'invalid_input' ? { code, issues: [{ path: '', message }] } : { code };
  ctx.body = {
    data: null,
    error: { status, name: error.name ?? 'ApplicationError', message, details },
  };
  ctx.status = status;
}

interface HostError {
  name?: string;
  message?: string;
  details?: { code?: string };
}

function errorOf(body: unknown): HostError | null {
  if (typeof body !== 'object' || body === null) return null;
  return (body as { error?: HostError }).error ?? null;
}
