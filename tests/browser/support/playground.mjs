import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const playground = join(dirname(fileURLToPath(import.meta.url)), '../../../playground');

/** A cold start on a slow machine. */
const LONGEST_START_MS = 180_000;

/** The playground with an empty shop, or with the demo's. `stop` ends it and removes its files. */
export async function startPlayground({ seeded = false } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'cartwright-browser-'));
  const publicDir = join(home, 'public');
  mkdirSync(join(publicDir, 'uploads'), { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;

  const env = {
    ...process.env,
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: join(home, 'data.db'),
    PUBLIC_DIR: publicDir,
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
  };
  if (seeded) await seed(env);
  const child = spawn(process.execPath, [strapiProgram(), 'start'], {
    cwd: playground,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output = `${output}${chunk}`.slice(-20_000)));
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));

  async function stop() {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(10_000).then(() => child.kill('SIGKILL'))]);
    rmSync(home, { recursive: true, force: true });
  }

  try {
    await untilHealthy(url, child);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${output}`);
  }
  return { url, stop };
}

/** What `npm run demo` fills its shop with. */
async function seed(env) {
  const child = spawn(process.execPath, ['dist/demo/seed.js'], {
    cwd: playground,
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The demo shop could not be filled: ${code}`);
}

/** The playground's own Strapi, as `npx strapi` would find it. */
function strapiProgram() {
  const { resolve } = createRequire(join(playground, 'package.json'));
  return join(dirname(resolve('@strapi/strapi/package.json')), 'bin/strapi.js');
}

async function untilHealthy(url, child) {
  const deadline = Date.now() + LONGEST_START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The playground ended with ${child.exitCode}.`);
    const healthy = await fetch(`${url}/_health`).then(
      ({ ok }) => ok,
      () => false
    );
    if (healthy) return;
    await pause(300);
  }
  throw new Error(`The playground did not start within ${LONGEST_START_MS / 1000} s.`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
