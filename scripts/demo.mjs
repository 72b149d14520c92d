/**
 * `npm run demo`: from an empty machine to a running shop. Installs what is missing, builds, fills a database of its
 * own with the demo catalogue, and starts. `npm run demo -- --fresh` starts over.
 *
 * Honours HOST, PORT and DATABASE_FILENAME. It runs on SQLite only, and never touches a file that it did not make.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';

import { ensureBuilt, playground } from './built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const MARK = 'cartwright_demo';
const host = process.env.HOST || '127.0.0.1';
const filename = resolve(playground, process.env.DATABASE_FILENAME || '.tmp/demo/data.db');
const publicDir = join(dirname(filename), 'public');

try {
  await ensureInstalled();
  prepareDatabase(process.argv.includes('--fresh'));
  await ensureBuilt();
  const port = await choosePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: host,
    PORT: String(port),
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: filename,
    PUBLIC_DIR: publicDir,
    LOG_LEVEL: 'error',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  console.log('Filling the shop …');
  await seed(env);
  await start(env, port);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** Marks a new file as the demo's before anything else is in it; refuses one without the mark. */
function prepareDatabase(fresh) {
  const Database = createRequire(join(playground, 'package.json'))('better-sqlite3');
  if (existsSync(filename)) {
    if (!isOurs(Database)) {
      throw new Error(
        `${filename} exists and was not made by the demo, so the demo leaves it alone.\n` +
          'Choose another file with DATABASE_FILENAME, or move it away.'
      );
    }
    if (!fresh) return;
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      rmSync(`${filename}${suffix}`, { force: true });
    }
    rmSync(join(publicDir, 'uploads'), { recursive: true, force: true });
  }
  mkdirSync(join(publicDir, 'uploads'), { recursive: true });
  const database = new Database(filename);
  database.exec(`CREATE TABLE ${MARK} (made_at TEXT NOT NULL)`);
  database.prepare(`INSERT INTO ${MARK} VALUES (?)`).run(new Date().toISOString());
  database.close();
}

function isOurs(Database) {
  try {
    const database = new Database(filename, { readonly: true });
    const mark = database
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
      .get(MARK);
    database.close();
    return mark !== undefined;
  } catch {
    return false;
  }
}

/** PORT if it was given; else 1337, or the next one that is free. */
async function choosePort() {
  const wanted = Number(process.env.PORT || 1337);
  if (await isFree(wanted)) return wanted;
  if (process.env.PORT) throw new Error(`Port ${wanted} is taken; choose another one with PORT.`);
  for (let port = wanted + 1; port < wanted + 50; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port from ${wanted} to ${wanted + 49} is free; choose one with PORT.`);
}

function isFree(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, host, () => server.close(() => done(true)));
  });
}

function seed(env) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['dist/demo/seed.js'], {
      cwd: playground,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', fail);
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error('The demo catalogue could not be written.'))
    );
  });
}

async function start(env, port) {
  const strapi = createRequire(join(playground, 'package.json')).resolve(
    '@strapi/strapi/package.json'
  );
  const bin = join(dirname(strapi), 'bin', 'strapi.js');
  const child = spawn(process.execPath, [bin, 'start'], {
    cwd: playground,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const ended = new Promise((done) => child.on('exit', (code) => done(code ?? 0)));

  const shown = host === '0.0.0.0' ? '127.0.0.1' : host;
  const base = `http://${shown}:${port}`;
  await Promise.race([
    answers(`${base}/api/cartwright/catalog/products?pageSize=1`),
    ended.then(() => {
      throw new Error('The shop stopped before it was ready.');
    }),
  ]);
  console.log(await welcome(base));
  process.exitCode = await ended;
}

async function answers(url) {
  for (;;) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((next) => setTimeout(next, 300));
  }
}

/** The curl lines name a product that is in stock now. */
async function welcome(base) {
  const api = `${base}/api/cartwright`;
  const { data } = await (
    await fetch(`${api}/catalog/products?pageSize=100&sort=title:asc`)
  ).json();
  const product =
    data.find(({ inStock, hasPrice, sku }) => inStock && hasPrice && sku === 'stoneware-mug') ??
    data.find(({ inStock, hasPrice }) => inStock && hasPrice);
  const detail = await (await fetch(`${api}/catalog/products/${product.slug}`)).json();
  const { sku } = detail.data.variations.find(
    (variation) => variation.inStock && variation.hasPrice
  );
  const json = "-H 'Content-Type: application/json'";
  const headers = '/tmp/cartwright-cart.txt';
  const order = JSON.stringify({
    email: 'ada@example.com',
    billing: {
      firstName: 'Ada',
      lastName: 'Lovelace',
      street: '12 St James Square',
      city: 'London',
      postcode: 'SW1Y 4JH',
      country: 'GB',
    },
    paymentMethod: 'manual',
  });
  return `
The shop is running.

  Admin   ${base}/admin
  Login   admin@example.com  /  Cartwright-demo-1

List products, put one in a cart, place an order:

curl -s '${api}/catalog/products?pageSize=3'
curl -s -D ${headers} ${json} '${api}/cart/items' -d '{"sku":"${sku}"}'
curl -s -H "$(grep -i '^x-cart-token' ${headers} | tr -d '\\r')" ${json} '${api}/checkout' -d '${order}'

Ctrl-C stops it. "npm run demo -- --fresh" starts over.
`;
}
