import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The blocks of one language on a page of docs/. */
export function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(join(__dirname, '../../docs', page), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block!
  );
}

/** Runs the lines of a page as somebody would paste them; an answer that is a refusal stops it. */
export async function paste(lines: string, url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-docs-'));
  const script = lines
    .replace('http://127.0.0.1:1337', url)
    .replaceAll('curl -s ', 'curl -sS --fail-with-body -w "\\n" ');
  try {
    const run = promisify(execFile);
    const { stdout } = await run('bash', ['-e', '-c', script], { cwd: folder });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
