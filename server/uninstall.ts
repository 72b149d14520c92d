import type { Core } from '@strapi/strapi';

import { revokeStorefront } from './routes/grant-storefront';
import { pluginTables, releaseTables } from './storage/persisted-tables';

/** What `npx cartwright purge` calls. It drops nothing itself: the host does, at its first start without the plugin. */
export const uninstall = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The plugin's tables and how many rows each has. */
  async storedRows(): Promise<{ table: string; rows: number }[]> {
    const found: { table: string; rows: number }[] = [];
    for (const table of pluginTables(strapi)) {
      const counted = await strapi.db.connection(table).count('* as total').first();
      found.push({ table, rows: Number(counted?.total ?? 0) });
    }
    return found;
  },

  /** Ends the protection of the tables, and takes back what was granted and noted elsewhere. */
  async letGo(): Promise<void> {
    await revokeStorefront(strapi);
    await releaseTables(strapi);
  },
});
