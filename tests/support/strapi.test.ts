import { countStatements } from './count-statements';
import { startStrapi, type RunningShop } from './strapi';

const COURSE = 'api::course.course';

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi();
});

afterAll(async () => {
  await shop.stop();
});

describe('a test app', () => {
  it('runs the plugin from source, on the database that was asked for', () => {
    expect(shop.strapi.plugin('cartwright')).toBeDefined();
    expect(shop.strapi.db.dialect.client).toBe(process.env['DATABASE_CLIENT'] || 'sqlite');
  });

  it('answers over HTTP', async () => {
    await shop.http().get('/api/nothing-here').expect(404);
    expect((await fetch(`${shop.url}/_health`)).status).toBe(204);
  });

  it('has a content type of its own, and two languages', async () => {
    const course = await shop.strapi
      .documents(COURSE)
      .create({ data: { title: 'Sewing', price: 12.5, seats: 3 }, status: 'published' });
    expect(course.documentId).toEqual(expect.any(String));
    const locales: { code: string }[] = await shop.strapi.plugin('i18n').service('locales').find();
    expect(locales.map(({ code }) => code).sort()).toEqual(['de', 'en']);
  });
});

describe('statements', () => {
  it('are all counted: plain ones, transactions, savepoints and rollbacks', async () => {
    const { connection } = shop.strapi.db;
    const { statements } = await countStatements(shop.strapi, async () => {
      await connection('courses').count();
      await connection.transaction(async (trx) => {
        await trx('courses').count();
        await trx.transaction(async (inner) => {
          await inner('courses').count();
        });
        const failing = trx.transaction(() => Promise.reject(new Error('on purpose')));
        await expect(failing).rejects.toThrow('on purpose');
      });
      const failing = connection.transaction(() => Promise.reject(new Error('on purpose')));
      await expect(failing).rejects.toThrow('on purpose');
    });
    const kinds = statements.map((sql) => /^[a-z]+(?: to)?/i.exec(sql.trim())?.[0].toLowerCase());
    expect(kinds).toEqual([
      'select',
      'begin',
      'select',
      'savepoint',
      'select',
      'release',
      'savepoint',
      'rollback to',
      'commit',
      'begin',
      'rollback',
    ]);
  });

  it("can be those of the plugin's tables alone", async () => {
    const { connection } = shop.strapi.db;
    const { statements, result } = await countStatements(
      shop.strapi,
      () =>
        connection.transaction(async (trx) => {
          await trx('courses').count();
          await trx('cartwright_products').count();
          return 'done';
        }),
      { only: 'cartwright' }
    );
    expect(result).toBe('done');
    expect(statements).toHaveLength(3);
  });
});

describe('requests at the same time', () => {
  it('overlap on every database, so that an unprotected read-then-write loses updates', async () => {
    const { connection } = shop.strapi.db;
    await connection('courses').update({ seats: 0 });
    const countUp = async () => {
      const row = await connection('courses').first('id', 'seats');
      await connection('courses')
        .where({ id: row.id })
        .update({ seats: Number(row.seats) + 1 });
    };
    // Each in a turn of its own, as requests arrive.
    const arrive = () => new Promise((resolve) => setImmediate(resolve));
    await Promise.all(Array.from({ length: 10 }, () => arrive().then(countUp)));
    const { seats } = await connection('courses').first('seats');
    expect(seats).toBeLessThan(10);
  });

  it('are served by one listening server', async () => {
    const visitor = shop.http();
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.get('/_health')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 204));
  });
});
