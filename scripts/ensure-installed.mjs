/**
 * Installs the dependencies when they are missing or no longer what package-lock.json says, and does nothing otherwise.
 * Uses Node alone, since it runs when nothing else is there. Also a program: `node scripts/ensure-installed.mjs`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const lockfile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
/** Inside node_modules, so that removing those removes the stamp. */
const stamp = join(modules, '.cartwright-installed');

export async function ensureInstalled() {
  if (isInstalled()) return;

  const command = existsSync(lockfile) ? 'ci' : 'install';
  console.log(
    `Installing dependencies (npm ${command}): about 1400 packages, one to four minutes …`
  );
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => console.log(`  … still installing (${seconds()} s)`), 15_000);
  try {
    await npm([command, '--no-audit', '--no-fund', '--loglevel=error']);
  } finally {
    clearInterval(progress);
  }
  writeFileSync(stamp, wanted());
  console.log(`Dependencies installed in ${seconds()} s.`);
}

function isInstalled() {
  if (!existsSync(modules)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return true;
  if (!existsSync(lockfile) || !agreesWithLockfile()) return false;
  // Somebody ran npm by hand.
  writeFileSync(stamp, wanted());
  return true;
}

function wanted() {
  const file = existsSync(lockfile) ? lockfile : join(root, 'package.json');
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** npm notes at the end of an install what it has put into node_modules. */
function agreesWithLockfile() {
  const note = join(modules, '.package-lock.json');
  if (!existsSync(note)) return false;
  const { packages: present } = JSON.parse(readFileSync(note, 'utf8'));
  const { packages: listed } = JSON.parse(readFileSync(lockfile, 'utf8'));
  return Object.entries(listed).every(
    ([path, { version, optional, devOptional, peer, link }]) =>
      !path.includes('node_modules/') ||
      optional ||
      devOptional ||
      peer ||
      link ||
      present[path]?.version === version
  );
}

function npm(args) {
  return new Promise((resolve, reject) => {
    // No standard input: nobody may be there to answer a question.
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args[0]} ended with ${code}.`))
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled();
}
