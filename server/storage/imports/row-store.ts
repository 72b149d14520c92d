import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { RowPlace } from '../../domain/imports/group-rows';
import type { CsvLine } from './csv-file';

/** Lines that are written together; a line by itself would be a system call each. */
const BUFFERED = 256 * 1024;

/**
 * Keeps the lines of a file outside of memory, to be read again in any order: a product's lines may stand anywhere in
 * a file of any size. It lives in the system's temporary folder and goes with `close`.
 */
export async function createRowStore() {
  const folder = await mkdtemp(join(tmpdir(), 'cartwright-import-'));
  const file: FileHandle = await open(join(folder, 'rows'), 'w+');
  let pending: Buffer[] = [];
  let buffered = 0;
  let end = 0;

  async function flush(): Promise<void> {
    if (pending.length === 0) return;
    const chunk = Buffer.concat(pending);
    pending = [];
    buffered = 0;
    await file.write(chunk, 0, chunk.length, end - chunk.length);
  }

  return {
    async add(line: CsvLine): Promise<RowPlace> {
      const bytes = Buffer.from(JSON.stringify([line.line, line.cells]));
      const place: RowPlace = [end, bytes.length];
      pending.push(bytes);
      buffered += bytes.length;
      end += bytes.length;
      if (buffered >= BUFFERED) await flush();
      return place;
    },

    async read(places: readonly RowPlace[]): Promise<CsvLine[]> {
      await flush();
      const lines: CsvLine[] = [];
      for (const [offset, length] of places) {
        const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
        const [line, cells] = JSON.parse(buffer.toString('utf8')) as [number, string[]];
        lines.push({ line, cells });
      }
      return lines;
    },

    async close(): Promise<void> {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type RowStore = Awaited<ReturnType<typeof createRowStore>>;
