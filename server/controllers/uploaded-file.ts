import { rm } from 'node:fs/promises';

import type { Context } from 'koa';

import { invalidInput } from '../domain/errors';
import type { UploadedFile } from '../services/import-desk';

/** A file as the host's body parser leaves it in the temporary folder. */
interface Received {
  filepath: string;
  originalFilename?: string | null;
  size: number;
}

/**
 * The one file of a form, in its field `files`. The host takes files away after its own uploads alone, so what is not
 * wanted goes here.
 *
 * @throws CommerceError invalid_input when there is none, or more than one
 */
export async function uploadedFileOf(ctx: Context): Promise<UploadedFile> {
  const files = (ctx.request as { files?: Record<string, Received | Received[]> }).files ?? {};
  const all = Object.values(files).flat();
  const [file] = [files['files'] ?? []].flat();
  if (!file || all.length > 1) {
    await Promise.all(all.map(({ filepath }) => rm(filepath, { force: true })));
    throw invalidInput('files', 'Send one CSV file, in the field "files".');
  }
  const { filepath: path, originalFilename, size } = file;
  return { path, filename: nameOf(originalFilename ?? ''), size };
}

/** A name to be shown, whatever a browser has sent. */
function nameOf(sent: string): string {
  const name = sent.replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
  return name.slice(0, 200) || 'products.csv';
}
