import { PassThrough, type Writable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** Answers with a file that is saved under a name. */
export function asCsv(ctx: Context, filename: string): void {
  ctx.set('Content-Disposition', `attachment; filename="${filename}"`);
  ctx.set('Cache-Control', 'private, no-store');
  ctx.type = 'text/csv; charset=utf-8';
}

/**
 * Answers with a file that is written while it is sent. What goes wrong in the middle cuts the answer short: who
 * downloads it is told by the browser, and gets no file that looks whole.
 */
export function sendCsv(
  strapi: Core.Strapi,
  ctx: Context,
  filename: string,
  write: (stream: Writable) => Promise<unknown>
): void {
  const stream = new PassThrough();
  asCsv(ctx, filename);
  ctx.body = stream;
  write(stream).catch((error: unknown) => {
    const closed = (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!closed) strapi.log.error(`cartwright: ${filename} was broken off: ${String(error)}`);
    stream.destroy(error as Error);
  });
}
