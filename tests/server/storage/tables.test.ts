import { TABLES } from '../../../server/storage/tables';
import { type RunningShop, startStrapi } from '../../support/strapi';

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => shop.stop());

it('every table is called what the host calls it, link tables included', async () => {
  const known = new Set<string>();
  for (const model of shop.strapi.db.metadata.values()) {
    known.add(model.tableName);
    for (const attribute of Object.values(model.attributes)) {
      const { joinTable } = attribute as { joinTable?: { name: string } };
      if (joinTable) known.add(joinTable.name);
    }
  }
  const unknown = Object.values(TABLES).filter((table) => !known.has(table));
  expect(unknown).toEqual([]);
  for (const table of Object.values(TABLES)) {
    expect(await shop.strapi.db.connection.schema.hasTable(table)).toBe(true);
  }
});
