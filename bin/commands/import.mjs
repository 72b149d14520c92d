import { resolve } from 'node:path';

import { createProgress } from './progress.mjs';

const DIALECTS = ['shopify', 'woocommerce', 'cartwright'];

/** Brings the products of a CSV file into the shop. */
export const importCommand = {
  usage: 'import FILE --dialect shopify|woocommerce|cartwright [--dry-run]',
  help: 'brings the products of a CSV file into the shop; --dry-run only tells what would happen',
  options: { 'dialect': { type: 'string' }, 'dry-run': { type: 'boolean' } },
  check({ positionals, values }) {
    if (positionals.length !== 1) return 'Name one file.';
    if (DIALECTS.includes(values.dialect)) return undefined;
    return `--dialect must be one of: ${DIALECTS.join(', ')}`;
  },

  async run(strapi, { positionals: [file], values }) {
    const dryRun = values['dry-run'] ?? false;
    const report = await strapi
      .plugin('cartwright')
      .service('imports')
      .importProducts({
        path: resolve(file),
        dialect: values.dialect,
        dryRun,
        onProgress: createProgress('Products'),
      });
    print(report, dryRun);
    return report.failed.length > 0 ? 1 : 0;
  },
};

function print({ created, updated, unchanged, failed, notes }, dryRun) {
  if (dryRun) console.log('A dry run: nothing was changed. This is what would happen.');
  const counts = Object.entries({ created, updated, unchanged, failed: failed.length });
  for (const [what, count] of counts) console.log(`${String(count).padStart(8)}  ${what}`);
  if (notes.length > 0) console.log(`\n${notes.map((note) => `  ${note}`).join('\n')}`);
  if (failed.length === 0) return;
  console.error('\nLeft out, each with its whole product:');
  for (const { line, message } of failed) console.error(`  line ${line}: ${message}`);
}
