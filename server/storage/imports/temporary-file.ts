import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the content as a file to whoever needs one, in a folder that goes with the work. */
export async function asFile<Result>(
  content: Buffer,
  work: (path: string) => Promise<Result>
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'cartwright-upload-'));
  try {
    const path = join(folder, 'products.csv');
    await writeFile(path, content);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What somebody has sent; the file itself goes, whatever becomes of it. */
export async function takeUploaded(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } finally {
    await rm(path, { force: true });
  }
}
