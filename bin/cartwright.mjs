#!/usr/bin/env node
/**
 * The plugin's commands, run in the folder of a Strapi app:
 *
 *   npx cartwright purge          shows what the plugin has stored
 *   npx cartwright purge --yes    lets it go: the next start without the plugin drops its tables
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const HELP = `Usage: cartwright <command>

  purge [--yes]   shows what the plugin has stored; with --yes the next start without the plugin removes it`;

const [command, ...flags] = process.argv.slice(2);
const unknown = flags.filter((flag) => flag !== '--yes');

if (command !== 'purge' || unknown.length > 0) {
  console.error(unknown.length > 0 ? `Unknown option: ${unknown.join(' ')}\n\n${HELP}` : HELP);
  process.exit(command === 'help' || command === '--help' ? 0 : 2);
}

const strapi = await startHost();
try {
  await purge(strapi.plugin('cartwright').service('uninstall'), flags.includes('--yes'));
} finally {
  await strapi.destroy();
}
process.exit();

async function startHost() {
  const { compileStrapi, createStrapi } = createRequire(join(process.cwd(), 'package.json'))(
    '@strapi/strapi'
  );
  const app = await createStrapi(await compileStrapi()).load();
  app.log.level = 'error';
  if (!app.plugin('cartwright')) {
    console.error('The plugin is not enabled here; enable it once more to purge what it stored.');
    process.exit(1);
  }
  return app;
}

async function purge(uninstall, really) {
  const tables = await uninstall.storedRows();
  for (const { table, rows } of tables) console.log(`${String(rows).padStart(8)}  ${table}`);
  if (!really) {
    console.log('\nNothing was changed. Make a backup, then run "npx cartwright purge --yes".');
    return;
  }
  await uninstall.letGo();
  console.log(
    '\nThe tables are no longer protected. Take the plugin out of config/plugins and package.json:\n' +
      'the next start without it drops them, with everything in them. A start with it protects them again.'
  );
}
