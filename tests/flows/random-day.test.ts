import { shopOf } from '../../server/compose';
import { startStrapi, type RunningShop } from '../support/strapi';
import { stepsOf } from './day/day';
import { stopTheClock } from './day/movable-clock';
import { createOracle } from './day/oracle';
import { seeded } from './day/seeded';
import { stopWhenIdle } from './products/kit';

/**
 * A day of everything: whatever editors, shoppers and clocks do in whatever order, after every step each derived
 * price is what it would be if it were worked out from scratch, and a rebuild finds nothing to mend.
 *
 *   SEED=7 STEPS=300 npx jest --selectProjects integration random-day
 */
const SEED = Number(process.env['SEED'] ?? 20261120);
const STEPS = Number(
  process.env['STEPS'] ?? ((process.env['DATABASE_CLIENT'] ?? 'sqlite') === 'sqlite' ? 60 : 25)
);
const HOUR = 60 * 60 * 1000;

let app: RunningShop;
let clock: ReturnType<typeof stopTheClock>;

beforeAll(async () => {
  app = await startStrapi();
  clock = stopTheClock(new Date('2030-03-01T12:00:00.000Z'));
});
afterAll(async () => {
  clock.letGo();
  await stopWhenIdle(app);
});

it(`a random day of ${STEPS} steps leaves nothing stale (SEED=${SEED})`, async () => {
  const chance = seeded(SEED);
  const oracle = createOracle(app.strapi);
  const { steps, products, kit } = stepsOf(app, chance, oracle);
  const { sales, rebuild } = shopOf(app.strapi);

  for (const [index, name] of ['S', 'M', 'Red', 'Blue'].entries()) {
    await kit.option(index < 2 ? 'Size' : 'Colour', name, index);
  }
  for (const title of ['One', 'Two', 'Three']) await kit.products.create({ data: { title } });
  for (const name of ['createCategory', 'createCategory', 'createSale', 'createSale']) {
    await steps[name]!('', {} as never);
  }

  let swept = clock.now();
  const log: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    clock.move(chance.pick([0, 1, HOUR / 2, 3 * HOUR, 30 * HOUR, 400 * HOUR]));
    swept = await sales.sweep(swept);

    const name = chance.pick(Object.keys(steps));
    const product = chance.pick(await products());
    const variation = chance.pick(await kit.variationsOf(product));
    log.push(name);
    try {
      await steps[name]!(product, variation);
      await oracle.check(Date.now());
      expect((await rebuild.rebuildAll()).drifted).toEqual([]);
    } catch (error) {
      throw new Error(`SEED=${SEED}, step ${step}: ${log.slice(-8).join(', ')}`, { cause: error });
    }
  }
}, 600_000);
