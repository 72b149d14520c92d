require('./from-source.cjs');

const { createWriteStream, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');
const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { startStrapi } = require('../../tests/support/strapi.ts');

// knex remarks on every insert of the host that MySQL returns no rows.
global.console.warn = () => undefined;

const PRODUCTS = Number(process.env.PRODUCTS ?? 1000);
const VARIATIONS = Number(process.env.VARIATIONS ?? 4);

const say = (text) => process.stdout.write(`${text}\n`);
const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024);

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }
);

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-bench-'));
  const path = join(folder, 'shopify.csv');
  await pipeline(Readable.from(lines()), createWriteStream(path));
  const shop = await startStrapi();
  try {
    say(`\n${shop.dialect}: ${PRODUCTS} products with ${VARIATIONS} variations each`);
    expectOutcome(await measure(shop, 'first import', path), 'created');
    expectOutcome(await measure(shop, 'second import', path), 'unchanged');
  } finally {
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows a second, all in all and in the last tenth, and the most memory so far after each tenth. */
async function measure({ strapi }, name, path) {
  const started = performance.now();
  let tenth = 0;
  let since = started;
  let most = 0;
  const sample = () => {
    most = Math.max(most, megabytes());
  };
  const timer = setInterval(sample, 200);
  const onProgress = ({ done, total }) => {
    if (done * 10 < total * (tenth + 1)) return;
    tenth += 1;
    sample();
    const now = performance.now();
    const rate = Math.round((total * VARIATIONS) / 10 / ((now - since) / 1000));
    since = now;
    say(`  ${name} ${tenth * 10} %: ${rate} rows/s, ${most} MB`);
  };
  const imports = strapi.plugin('cartwright').service('imports');
  const report = await imports.importProducts({ path, dialect: 'shopify', onProgress });
  clearInterval(timer);
  const took = (performance.now() - started) / 1000;
  const rate = Math.round((PRODUCTS * VARIATIONS) / took);
  say(`  ${name}: ${took.toFixed(1)} s, ${rate} rows/s, at most ${most} MB`);
  return report;
}

function expectOutcome(report, outcome) {
  if (report[outcome] === PRODUCTS) return;
  throw new Error(JSON.stringify({ ...report, failed: report.failed.slice(0, 5) }));
}

/** Sizes times colours, a handful of types and tags: what the products of a real file share, these share. */
function* lines() {
  yield (
    'Handle,Title,Body (HTML),Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,' +
    'Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n'
  );
  const colours = ['Red', 'Blue', 'Green', 'Black', 'White', 'Grey'];
  const across = Math.max(1, Math.floor(Math.sqrt(VARIATIONS)));
  for (let index = 0; index < PRODUCTS; index += 1) {
    for (let part = 0; part < VARIATIONS; part += 1) {
      const first = part === 0;
      const colour = colours[(index + (part % across)) % colours.length];
      yield (
        [
          `thing-${index}`,
          first ? `Thing ${index}` : '',
          first
            ? `<p>Made of <b>oak</b> and linen number ${index}.</p><p>Keeps for years.</p>`
            : '',
          first ? `Type ${index % 20}` : '',
          first ? `"new, tag ${index % 50}"` : '',
          first ? 'true' : '',
          'Colour',
          colour,
          'Size',
          `${Math.floor(part / across) + 36}`,
          `SKU-${index}-${part}`,
          200 + part,
          'shopify',
          part * 3,
          `${10 + (index % 90)}.90`,
        ].join(',') + '\n'
      );
    }
  }
}
