import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';

import { keepMailsHere } from './mailbox';
import { createStartedDatabase } from './template-database';
import { createTestDatabase, type Dialect, type TestDatabase } from './test-database';
import { yieldBeforeEachStatement } from './yielding-sqlite';

const appDir = join(__dirname, 'app');

export interface StartOptions {
  /** What a site writes under `config` of `cartwright` in config/plugins; objects and functions are fine. */
  cartwright?: object;
  /** `false` starts the app as a site that has switched the plugin off. */
  enabled?: boolean;
  /** Entries of other plugins in config/plugins. */
  plugins?: Record<string, unknown>;
  /** Attributes that the site adds to types of the plugin, by their singular names. */
  extend?: Record<string, Record<string, object>>;
  /** A database that outlives the start, for tests that start twice; the test drops it. A fresh one otherwise. */
  database?: TestDatabase;
}

export interface RunningShop {
  strapi: Core.Strapi;
  dialect: Dialect;
  /** A visitor: keeps its cookies from request to request. Each call is another one. */
  http: () => ReturnType<typeof supertest.agent>;
  /** `http://127.0.0.1:<port>`, for whoever wants to use fetch. */
  url: string;
  stop: () => Promise<void>;
}

declare global {
  /** Read by tests/support/app: config/plugins.js and src/extensions. */
  var cartwrightTestApp: Omit<StartOptions, 'database'> | undefined;
}

/**
 * Starts the test app with the plugin from source, on a port of its own and a fresh database.
 * One at a time in a process, since the host keeps itself in a global: stop it before the next start.
 */
export async function startStrapi(options: StartOptions = {}): Promise<RunningShop> {
  const { database: given, ...config } = options;
  const database = given ?? (await databaseFor(options));
  const publicDir = mkdtempSync(join(tmpdir(), 'cartwright-public-'));
  mkdirSync(join(publicDir, 'uploads'));
  const cleanUp = async () => {
    globalThis.cartwrightTestApp = undefined;
    rmSync(publicDir, { recursive: true, force: true });
    if (!given) await database.drop();
  };

  // jest gives every test file its own copy of the environment.
  Object.assign(process.env, database.env, { PUBLIC_DIR: publicDir });
  globalThis.cartwrightTestApp = config;

  let strapi: Core.Strapi | undefined;
  try {
    strapi = createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false });
    await strapi.load();
    keepMailsHere(strapi);
    if (database.dialect === 'sqlite') yieldBeforeEachStatement(strapi);
    const url = await listen(strapi);

    const running = strapi;
    const server = running.server.httpServer;
    return {
      strapi: running,
      dialect: database.dialect,
      http: () => supertest.agent(server),
      url,
      stop: async () => {
        await running.destroy();
        await cleanUp();
      },
    };
  } catch (error) {
    // A start that fails is what some tests are about: the next start must find a clean process.
    await strapi?.destroy().catch(() => undefined);
    await cleanUp();
    throw error;
  }
}

/** What changes the tables of a first start needs one of its own. */
function databaseFor({ enabled = true, plugins, extend }: StartOptions): Promise<TestDatabase> {
  if (!enabled || plugins || extend) return createTestDatabase();
  return createStartedDatabase(async (database) => (await startStrapi({ database })).stop());
}

/** Listening from the start, because supertest would otherwise open and close the server with each request. */
async function listen(strapi: Core.Strapi): Promise<string> {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(0, '127.0.0.1', () => {
      httpServer.off('error', reject);
      resolve();
    });
  });
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return `http://127.0.0.1:${address.port}`;
}
