import { createProgress } from './progress.mjs';

/** Works everything out anew that the plugin derives, and tells what was not as it should be. */
export const rebuild = {
  usage: 'rebuild [--dry-run]',
  help: 'recomputes prices, variations and copies, and tells what had drifted; --dry-run only tells',
  options: { 'dry-run': { type: 'boolean' } },

  async run(strapi, { values }) {
    const dryRun = values['dry-run'] ?? false;
    const report = await strapi
      .plugin('cartwright')
      .service('rebuild')
      .rebuildAll({ dryRun, onProgress: createProgress('Products') });
    print(report, dryRun);
    return report.failed.length > 0 ? 1 : 0;
  },
};

function print({ products, drifted, failed }, dryRun) {
  if (dryRun) console.log('A dry run: nothing was changed.');
  console.log(`${String(products).padStart(8)}  products`);
  console.log(`${String(drifted.length).padStart(8)}  values ${dryRun ? 'to mend' : 'mended'}`);
  for (const { productDocumentId, row, column, was, is } of drifted) {
    console.log(
      `  product ${productDocumentId}, ${row}: ${column} was ${inWords(was)}, is ${inWords(is)}`
    );
  }
  if (failed.length === 0) return;
  console.error('\nThese have to be mended by hand:');
  for (const { productDocumentId, message } of failed) {
    console.error(`  product ${productDocumentId}: ${message}`);
  }
}

const inWords = (value) => JSON.stringify(value);
