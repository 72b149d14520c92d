/**
 * Builds the plugin and the playground when their sources changed since the last build, and does nothing otherwise.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './ensure-installed.mjs';

export const playground = join(root, 'playground');

const PLUGIN_SOURCES = [
  'package.json',
  'package-lock.json',
  'strapi-server.ts',
  'strapi-admin.tsx',
  'server',
  'admin',
  'content-types',
];
const PLAYGROUND_SOURCES = ['package.json', 'tsconfig.json', 'config', 'src', 'demo'];

export async function ensureBuilt() {
  const plugin = fingerprint(root, PLUGIN_SOURCES);
  await buildOnce('the plugin', join(root, 'dist'), plugin, () =>
    run('npx', ['strapi-plugin', 'build'], root)
  );
  const app = fingerprint(playground, PLAYGROUND_SOURCES);
  await buildOnce('the admin', join(playground, 'dist'), `${plugin}${app}`, () =>
    run('npx', ['strapi', 'build'], playground)
  );
}

async function buildOnce(what, output, wanted, build) {
  const stamp = join(output, '.cartwright-built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Building ${what} …`);
  const started = Date.now();
  rmSync(output, { recursive: true, force: true });
  await build();
  writeFileSync(stamp, wanted);
  console.log(`Built ${what} in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function fingerprint(base, names) {
  const hash = createHash('sha256');
  const add = (path) => {
    const children = readdirOrNull(path);
    if (children === null) hash.update(path.slice(root.length)).update(readFileSync(path));
    else for (const child of children.sort()) add(join(path, child));
  };
  for (const name of names) if (existsSync(join(base, name))) add(join(base, name));
  return hash.digest('hex');
}

function readdirOrNull(path) {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

/** Runs a command; its output is shown only if it fails. */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new Error(`${command} ${args.join(' ')} ended with ${code}.`));
    });
  });
}
