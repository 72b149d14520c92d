import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';

/**
 * Knows a browser again that nobody has logged in with. The id cannot be guessed, and the site's signature beside it
 * says that it was given out here. Koa marks both as secure when the request came by https.
 */
const COOKIE = 'cartwright_visitor';
const YEAR = 365 * 24 * 60 * 60 * 1000;

export function visitorOf(ctx: Context): string | null {
  return ctx.cookies.get(COOKIE, { signed: true }) ?? null;
}

export function newVisitor(): string {
  return randomBytes(18).toString('base64url');
}

export function rememberVisitor(ctx: Context, visitor: string): void {
  ctx.cookies.set(COOKIE, visitor, {
    signed: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: YEAR,
    overwrite: true,
  });
}
