import type { Context } from 'koa';

const bodies = new WeakMap<Context['req'], Buffer>();

/** Messages of payment providers may be longer than what a shopper sends. In bytes. */
export const MESSAGE_LIMIT = 1024 * 1024;

/**
 * Reads the body as it came, before anybody parses it: a signature is over its bytes. The host's own reader finds a
 * kind of body that it leaves alone.
 *
 * @returns whether it was short enough
 */
export async function keepRawBody(ctx: Context): Promise<boolean> {
  if (Number(ctx.get('Content-Length') || 0) > MESSAGE_LIMIT) return false;
  const chunks: Buffer[] = [];
  let length = 0;
  // Whoever sends too much must still be able to read the answer, so the request is not torn down.
  for await (const chunk of ctx.req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MESSAGE_LIMIT) return false;
    chunks.push(chunk);
  }
  bodies.set(ctx.req, Buffer.concat(chunks));
  ctx.req.headers['content-type'] = 'application/octet-stream';
  return true;
}

export function rawBodyOf(ctx: Context): Buffer {
  return bodies.get(ctx.req) ?? Buffer.alloc(0);
}
