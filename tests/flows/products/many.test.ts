import { countStatements } from '../../support/count-statements';
import { startStrapi, type RunningShop } from '../../support/strapi';
import { idle, type Kit, kitOf, stopWhenIdle } from './kit';

let app: RunningShop;
let kit: Kit;

beforeAll(async () => {
  app = await startStrapi();
  kit = kitOf(app.strapi);
});
afterAll(() => stopWhenIdle(app));

/** Once the host has told its event hub of the save before. */
const counted = async (work: () => Promise<unknown>) => {
  await idle(app);
  return countStatements(app.strapi, work, { only: 'cartwright' });
};

describe('many variations', () => {
  it('250 in one save, in statements that grow by the hundred only, and quickly', async () => {
    const options: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      options.push(await kit.option('Size', `S${index}`, index));
    }
    for (let index = 0; index < 10; index += 1) {
      options.push(await kit.option('Colour', `C${index}`, index));
    }
    const { documentId: id } = await kit.products.create({ data: { title: 'Wall' } });
    const { documentId: small } = await kit.products.create({ data: { title: 'Pebble' } });

    const start = performance.now();
    const big = await counted(() => kit.products.update({ documentId: id, data: { options } }));
    const taken = performance.now() - start;
    const two = await counted(() =>
      kit.products.update({
        documentId: small,
        data: { options: [options[0], options[1], ...options.slice(-1)] },
      })
    );

    expect(await kit.liveOf(id)).toHaveLength(250);
    await kit.expectWhole(id);
    // Inserts of a hundred: variations (3), links to the product (3), to the options (5); and places.
    expect(big.statements.length - two.statements.length).toBeLessThanOrEqual(12);
    expect(taken).toBeLessThan(5000);

    const again = await counted(() =>
      kit.products.update({ documentId: id, data: { description: 'again' } })
    );
    const againSmall = await counted(() =>
      kit.products.update({ documentId: small, data: { description: 'again' } })
    );
    expect(again.statements).toHaveLength(againSmall.statements.length);
    process.stdout.write(
      `250 variations: ${Math.round(taken)} ms, ${big.statements.length} statements; 2: ${two.statements.length}; a save that changes none: ${again.statements.length}\n`
    );
  });
});
