import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { type Connection, insertRow } from './database';
import { TABLES } from './tables';

/** A picture of the shop as a data URL, and the key that it is kept under. */
export interface Logo {
  key: string;
  dataUrl: string;
}

/** Larger ones make every document slow, and are no logos. */
const MOST_BYTES = 1_000_000;

/** By their first bytes: a name may say anything. */
const KINDS = [
  { mime: 'image/png', magic: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mime: 'image/jpeg', magic: Buffer.from([0xff, 0xd8, 0xff]) },
];

/**
 * Reads the logo from a file or a data URL; nothing is fetched from elsewhere.
 *
 * @throws an Error that says why it cannot be printed
 */
export async function readLogo(source: string): Promise<Logo> {
  const bytes = source.startsWith('data:') ? readDataUrl(source) : await readFile(source);
  const kind = KINDS.find(({ magic }) => bytes.subarray(0, magic.length).equals(magic));
  if (!kind) throw new Error('it is neither PNG nor JPEG');
  if (bytes.length > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES} bytes`);
  const dataUrl = `data:${kind.mime};base64,${bytes.toString('base64')}`;
  return { key: createHash('sha256').update(dataUrl).digest('hex'), dataUrl };
}

function readDataUrl(url: string): Buffer {
  const [, base64] = /^data:image\/[\w+.-]+;base64,(.*)$/s.exec(url) ?? [];
  if (base64 === undefined) throw new Error('it is no data URL of a picture in base64');
  return Buffer.from(base64, 'base64');
}

/** Kept once, however many documents show it. */
export async function keepLogo(trx: Connection, { key, dataUrl }: Logo): Promise<void> {
  await insertRow(trx, TABLES.documentLogos, { key, data: dataUrl }, ['key']);
}

export async function findLogo(db: Connection, key: string): Promise<string | null> {
  const row: { data: string } | undefined = await db(TABLES.documentLogos)
    .where({ key })
    .first('data');
  return row?.data ?? null;
}

/** Several of them, by their keys. */
export async function findLogos(
  db: Connection,
  keys: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows: { key: string; data: string }[] = await db(TABLES.documentLogos)
    .whereIn('key', keys)
    .select('key', 'data');
  return new Map(rows.map(({ key, data }) => [key, data]));
}
