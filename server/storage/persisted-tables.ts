import type { Core } from '@strapi/strapi';

/**
 * The host drops the tables of a plugin as soon as it starts once without it. Its list of persisted tables
 * (core store, type `core`, key `persisted_tables`) is what it spares. Others write the same list: read, merge, write.
 */
const STORE = { type: 'core', key: 'persisted_tables' } as const;

type Entry = string | { name: string };

const nameOf = (entry: Entry) => (typeof entry === 'string' ? entry : entry.name);

/** Every table of the plugin, link tables included, as the host's metadata knows them. */
export function pluginTables(strapi: Core.Strapi): string[] {
  const names = new Set<string>();
  for (const model of strapi.db.metadata.values()) {
    if (!model.uid.startsWith('plugin::cartwright.')) continue;
    names.add(model.tableName);
    for (const attribute of Object.values(model.attributes)) {
      const joinTable = (attribute as { joinTable?: { name: string } }).joinTable;
      if (joinTable && joinTable.name.startsWith('cartwright_')) names.add(joinTable.name);
    }
  }
  return [...names].sort();
}

export async function keepTables(strapi: Core.Strapi): Promise<void> {
  const listed = await readList(strapi);
  const known = new Set(listed.map(nameOf));
  const missing = pluginTables(strapi).filter((name) => !known.has(name));
  if (missing.length === 0) return;
  await strapi.store.set({ ...STORE, value: [...listed, ...missing.map((name) => ({ name }))] });
}

/** After this the host drops the tables at its first start without the plugin. */
export async function releaseTables(strapi: Core.Strapi): Promise<void> {
  const ours = new Set(pluginTables(strapi));
  const others = (await readList(strapi)).filter((entry) => !ours.has(nameOf(entry)));
  await strapi.store.set({ ...STORE, value: others });
}

async function readList(strapi: Core.Strapi): Promise<Entry[]> {
  return ((await strapi.store.get({ ...STORE })) as Entry[] | null) ?? [];
}
