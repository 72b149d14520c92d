import type { Core } from '@strapi/strapi';

/** Option types that an import has added to those of the configuration, in the plugin's store. */
export interface AddedOptionTypes {
  /** Joins the running transaction. */
  list: () => Promise<string[]>;
  /** Behind the lock of the catalogue: two imports at once would otherwise forget each other's. */
  add: (type: string) => Promise<void>;
  /** These and no others; behind the same lock. */
  keep: (types: string[]) => Promise<void>;
}

const STORE = { type: 'plugin', name: 'cartwright', key: 'added_option_types' } as const;

export function createAddedOptionTypes(strapi: Core.Strapi): AddedOptionTypes {
  const list = async () => ((await strapi.store.get({ ...STORE })) as string[] | null) ?? [];
  return {
    list,
    async add(type) {
      const types = await list();
      if (!types.includes(type)) await strapi.store.set({ ...STORE, value: [...types, type] });
    },
    async keep(types) {
      await strapi.store.set({ ...STORE, value: types });
    },
  };
}
