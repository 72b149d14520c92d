// cspell:ignore bitmapscan seqscan ШАРФ шарф İstanbul i̇stanbul

import { randomBytes } from 'node:crypto';

import { knex, type Knex } from 'knex';

import { listProducts } from '../../../server/storage/listings';
import { ensureSearchIndexes } from '../../../server/storage/search-indexes';
import { seedCatalogue } from '../../support/seed-catalogue';
import { makeProduct } from '../../support/shop';
import { API } from '../../support/shopper';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { createTestDatabase, dialectOfTests, type TestDatabase } from '../../support/test-database';

const INDEXES = [
  'cartwright_orders_search_idx',
  'cartwright_products_search_idx',
  'cartwright_variations_search_idx',
];
const describeOnPostgres = dialectOfTests() === 'postgres' ? describe : describe.skip;

const present = async (db: Knex): Promise<string[]> =>
  (await db('pg_indexes')
    .whereIn('indexname', INDEXES)
    .orderBy('indexname')
    .pluck('indexname')) as string[];

describeOnPostgres('the indexes of the search (PostgreSQL only)', () => {
  let shop: RunningShop;
  let db: Knex;

  beforeAll(async () => {
    shop = await startStrapi();
    db = shop.strapi.db.connection;
    await seedCatalogue(shop.strapi, 3000);
    await db.raw('VACUUM ANALYZE');
  });
  afterAll(() => shop.stop());

  const extra = { product: [], variation: [], category: [] };
  const shelf = { locale: 'en', at: new Date(), extra };
  const search = (on: Knex, words: string[]) =>
    listProducts(
      on,
      shelf,
      {
        members: null,
        words,
        options: new Map(),
        priceMin: null,
        priceMax: null,
        onSale: false,
        inStock: false,
      },
      { order: 'newest', page: 1, pageSize: 100 }
    );

  /** As in a shop so large that reading every row would be dear. */
  const withoutScans = <Result>(work: (trx: Knex.Transaction) => Promise<Result>) =>
    db.transaction(async (trx) => {
      await trx.raw('SET LOCAL enable_seqscan = off');
      return work(trx);
    });

  /** How the very statement of the list is carried out. */
  async function planOf(words: string[]): Promise<string> {
    const sent: { sql: string; bindings: Knex.RawBinding[] }[] = [];
    const listen = (query: { sql: string; bindings: Knex.RawBinding[] }) => sent.push(query);
    const client = db.client as NodeJS.EventEmitter;
    client.on('query', listen);
    await search(db, words);
    client.off('query', listen);
    const { sql, bindings } = sent.find((query) => query.sql.includes('ILIKE'))!;
    const { rows } = await withoutScans((trx) =>
      trx.raw<{ rows: Record<string, string>[] }>(`EXPLAIN ${sql.replace(/\$\d+/g, '?')}`, bindings)
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it('are there after the first start', async () => {
    expect(await present(db)).toEqual(INDEXES);
  });

  it('are what a search takes', async () => {
    const plan = await planOf(['mug', 'teapot']);
    for (const index of INDEXES) expect(plan).toContain(`Bitmap Index Scan on ${index}`);
  });

  it('find exactly what a search without them finds', async () => {
    for (const title of ['Löffel für Öl', '100% ШАРФ', 'A_b\\c!', "O'Clock", 'ab', 'İstanbul']) {
      await makeProduct(shop.strapi, { title, fields: { description: `Of ${title}` } });
    }
    const words = ['löffel', 'öl', 'шарф', '100%', 'a_b', '\\c', '!', "o'clock", 'ab', 'a', '-'];
    for (const word of [...words, 'i̇stanbul', 'number 4', 'nothing']) {
      const ids = ({ cards }: Awaited<ReturnType<typeof search>>) =>
        cards.map(({ product }) => product.documentId);
      const indexed = await withoutScans((trx) => search(trx, [word]));
      await db.transaction(async (trx) => {
        await trx.raw('SET LOCAL enable_bitmapscan = off');
        expect([word, ids(await search(trx, [word]))]).toEqual([word, ids(indexed)]);
      });
    }
  });

  it('are made once when several servers start at the same time, and not again', async () => {
    const told: string[] = [];
    const start = () => ensureSearchIndexes(db, 'postgres', (message) => told.push(message));
    await db.raw('DROP INDEX ??, ??', INDEXES);
    await Promise.all([start(), start(), start(), start()]);
    expect(await present(db)).toEqual(INDEXES);
    await start();
    expect(told).toEqual([]);
  });
});

describeOnPostgres('a database whose user may not add extensions (PostgreSQL only)', () => {
  const role = `cartwright_test_${randomBytes(5).toString('hex')}`;
  let database: TestDatabase;
  let admin: Knex;
  let shop: RunningShop | undefined;

  beforeAll(async () => {
    database = await createTestDatabase('postgres');
    const { env } = database;
    admin = knex({
      client: 'pg',
      connection: {
        host: env['DATABASE_HOST'],
        port: Number(env['DATABASE_PORT']),
        user: env['DATABASE_USERNAME'],
        password: env['DATABASE_PASSWORD'],
        database: env['DATABASE_NAME'],
      },
      pool: { min: 0, max: 1 },
    });
    await admin.raw(`CREATE ROLE ?? LOGIN PASSWORD '${role}'`, [role]);
    await admin.raw('ALTER SCHEMA public OWNER TO ??', [role]);
  });
  afterAll(async () => {
    await shop?.stop();
    await admin.raw('DROP OWNED BY ?? CASCADE', [role]);
    await admin.raw('DROP ROLE ??', [role]);
    await admin.destroy();
    await database.drop();
  });

  const start = async () => {
    const env = { ...database.env, DATABASE_USERNAME: role, DATABASE_PASSWORD: role };
    shop = await startStrapi({ database: { ...database, env } });
    return shop;
  };

  it('starts all the same, says what is missing, and searches', async () => {
    const { strapi, http } = await start();
    expect(await present(admin)).toEqual([]);
    const told: string[] = [];
    await ensureSearchIndexes(strapi.db.connection, 'postgres', (message) => told.push(message));
    expect(told).toEqual([expect.stringContaining('CREATE EXTENSION pg_trgm')]);

    await makeProduct(strapi, { title: 'Searched for' });
    const { body } = await http().get(`${API}/catalog/products?q=arched`);
    expect(body.data).toMatchObject([{ title: 'Searched for' }]);
    await shop?.stop();
    shop = undefined;
  });

  it('has them at the next start after somebody added the extension, in whichever schema', async () => {
    await admin.raw('CREATE SCHEMA extensions');
    await admin.raw('GRANT USAGE ON SCHEMA extensions TO ??', [role]);
    await admin.raw('CREATE EXTENSION pg_trgm SCHEMA extensions');
    await start();
    expect(await present(admin)).toEqual(INDEXES);
  });
});

if (dialectOfTests() !== 'postgres') {
  it('elsewhere there are none, and nothing is said', async () => {
    const shop = await startStrapi();
    const told: string[] = [];
    await ensureSearchIndexes(shop.strapi.db.connection, shop.dialect, (text) => told.push(text));
    expect(told).toEqual([]);
    await shop.stop();
  });
}
