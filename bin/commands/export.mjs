import { resolve } from 'node:path';

import { createProgress } from './progress.mjs';

/** Writes all products to a CSV file in our own dialect. */
export const exportCommand = {
  usage: 'export FILE',
  help: 'writes all products to a CSV file, to be changed and imported again',
  options: {},
  check({ positionals }) {
    return positionals.length === 1 ? undefined : 'Name one file.';
  },

  async run(strapi, { positionals: [file] }) {
    const { products, rows, notes } = await strapi
      .plugin('cartwright')
      .service('imports')
      .exportProducts({ path: resolve(file), onProgress: createProgress('Products') });
    console.log(`${products} products with ${rows} variations are in ${resolve(file)}`);
    for (const note of notes) console.log(`  ${note}`);
    return 0;
  },
};
