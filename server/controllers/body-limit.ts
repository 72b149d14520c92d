import type { Context } from 'koa';

/** The longest body that the store API reads, in bytes. */
export const BODY_LIMIT = 64 * 1024;

/** By the length that the client tells; one that tells none is weighed when it has been read. */
export function tellsTooMuch(ctx: Context): boolean {
  return Number(ctx.get('Content-Length') || 0) > BODY_LIMIT;
}

/** What has been read in the end, however it was sent: in chunks, compressed. */
export function readTooMuch(ctx: Context, limit = BODY_LIMIT): boolean {
  return Buffer.byteLength(JSON.stringify(ctx.request.body ?? null)) > limit;
}

export function refuseBody(ctx: Context, limit = BODY_LIMIT): void {
  ctx.status = 413;
  ctx.body = {
    data: null,
    error: {
      status: 413,
      name: 'PayloadTooLargeError',
      message: `A request body may have at most ${limit} bytes`,
      details: {},
    },
  };
}
