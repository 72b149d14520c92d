#!/usr/bin/env node
/**
 * The plugin's commands, run in the folder of a Strapi app: `npx cartwright purge`. Each is a file in commands/ with
 * its usage, its options and what it does to the app; its answer is the exit code.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { customerData } from './commands/customer-data.mjs';
import { exportCommand } from './commands/export.mjs';
import { importCommand } from './commands/import.mjs';
import { purge } from './commands/purge.mjs';
import { purgeCarts } from './commands/purge-carts.mjs';
import { rebuild } from './commands/rebuild.mjs';

const COMMANDS = {
  'import': importCommand,
  'export': exportCommand,
  rebuild,
  'purge-carts': purgeCarts,
  'customer-data': customerData,
  purge,
};

const HELP = `Usage: cartwright <command>

${Object.values(COMMANDS)
  .map(({ usage, help }) => `  ${usage}\n      ${help}`)
  .join('\n')}`;

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
if (!command) refuse(undefined, name === 'help' || name === '--help' ? 0 : 2);

const parsed = parse();
const strapi = await startHost();
let code = 1;
try {
  code = await command.run(strapi, parsed);
} catch (error) {
  // A refusal of the shop is for the person at the terminal; anything else is for who mends it.
  console.error(error?.name === 'CommerceError' ? error.message : error);
} finally {
  await strapi.destroy();
}
// What was printed may still be on its way when it goes into a pipe.
await new Promise((resolve) => process.stdout.write('', resolve));
process.exit(code);

function parse() {
  try {
    const found = parseArgs({ args, options: command.options, allowPositionals: true });
    const fault =
      command.check?.(found) ??
      (command.check || found.positionals.length === 0
        ? undefined
        : `Unknown option: ${found.positionals.join(' ')}`);
    if (fault) refuse(fault, 2);
    return found;
  } catch (error) {
    return refuse(error.message, 2);
  }
}

function refuse(fault, exitCode) {
  console.error(fault ? `${fault}\n\n${HELP}` : HELP);
  process.exit(exitCode);
}

async function startHost() {
  const { compileStrapi, createStrapi } = createRequire(join(process.cwd(), 'package.json'))(
    '@strapi/strapi'
  );
  const app = await createStrapi(await compileStrapi()).load();
  app.log.level = 'error';
  if (!app.plugin('cartwright')) {
    console.error(command.whenDisabled ?? 'The plugin is not enabled here.');
    process.exit(1);
  }
  return app;
}
