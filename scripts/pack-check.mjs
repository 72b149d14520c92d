/**
 * npm run pack:check: what a site gets. Packs the built plugin, installs it into a freshly made Strapi app outside the
 * repository, switches it on in config/plugins.js and nowhere else, starts it, makes a product and buys it, and runs
 * the plugin's commands.
 *
 *   --quick   without building the app's admin
 *   --keep    leaves the app where it is and says where
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureInstalled, root } from './ensure-installed.mjs';
import { checkCommands } from './pack-check/commands.mjs';

const quick = process.argv.includes('--quick');
const keep = process.argv.includes('--keep');

await ensureInstalled();

const folder = mkdtempSync(join(tmpdir(), 'cartwright-pack-check-'));
const app = join(folder, 'shop');
try {
  if (!existsSync(join(root, 'dist/server/index.js'))) {
    await step('build the plugin', () => run('npm', ['run', 'build'], root));
  }
  const tarball = await step('pack the plugin', () => pack());
  writeApp(tarball);
  await step('install it into a fresh Strapi app', () =>
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], app)
  );
  await step('start the app, make a product, buy it', () => run(process.execPath, ['buy.js'], app));
  await step('load its other entries', () =>
    run(
      process.execPath,
      [
        '-e',
        "['providers', 'contract'].map((entry) => require('strapi-plugin-cartwright/' + entry))",
      ],
      app
    )
  );
  await step('run its commands', () =>
    checkCommands(app, {
      file: join(root, 'tests/fixtures/imports/cartwright.csv'),
      env: appEnvironment(),
    })
  );
  if (!quick) {
    await step("build the app's admin", async () => {
      await run(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'build'], app);
      const files = readdirSync(join(app, 'build'), { recursive: true }).map(String);
      const scripts = files.filter((file) => file.endsWith('.js'));
      const ours = scripts.some((file) =>
        readFileSync(join(app, 'build', file), 'utf8').includes('cartwright')
      );
      if (!ours) throw new Error("The built admin does not hold the plugin's part.");
    });
  }
  console.log('\nThe packed plugin works in a fresh app.');
} catch (error) {
  console.error(`\npack:check failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  if (keep) console.log(`The app is left in ${app}`);
  else rmSync(folder, { recursive: true, force: true });
}

async function step(name, action) {
  console.log(`\n> ${name}`);
  const started = Date.now();
  const result = await action();
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: appEnvironment(),
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} ended with ${code}.`))
    );
  });
}

/** The app reads its own .env: what the caller has set for another app must not reach it, nor npm's settings for us. */
function appEnvironment() {
  const foreign =
    /^(?:DATABASE_|APP_KEYS|JWT_SECRET|ADMIN_JWT|HOST$|PORT$|npm_(?:package|lifecycle)_)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), STRAPI_TELEMETRY_DISABLED: 'true' };
}

function pack() {
  const packed = spawnSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (packed.status !== 0)
    throw new Error(`npm pack ended with ${packed.status}: ${packed.stderr}`);
  const [{ filename, size, files }] = JSON.parse(packed.stdout);
  const paths = files.map(({ path }) => path);
  console.log(`  ${filename}: ${paths.length} files, ${Math.round(size / 1024)} kB`);
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const entry of Object.values(exports).filter((value) => typeof value === 'object')) {
    for (const key of ['types', 'import', 'require']) {
      const path = entry[key].replace('./', '');
      if (!paths.includes(path)) throw new Error(`${path} is exported, but not in the package.`);
    }
  }
  const foreign = paths.filter((path) => /^(?:tests|playground|scripts|node_modules)\//.test(path));
  if (foreign.length > 0) throw new Error(`Not meant to be published: ${foreign.join(', ')}`);
  return join(folder, filename);
}

function writeApp(tarball) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const host = own.devDependencies['@strapi/strapi'];
  const files = {
    'package.json': JSON.stringify(
      {
        name: 'fresh-shop',
        version: '0.0.0',
        private: true,
        dependencies: {
          '@strapi/plugin-users-permissions': host,
          '@strapi/strapi': host,
          'better-sqlite3': '12.8.0',
          'react': '^18.0.0',
          'react-dom': '^18.0.0',
          'react-router-dom': '^6.0.0',
          'strapi-plugin-cartwright': `file:${tarball}`,
          'styled-components': '^6.0.0',
        },
      },
      null,
      2
    ),
    '.env': [
      'NODE_ENV=production',
      'HOST=127.0.0.1',
      'APP_KEYS=fresh-a,fresh-b',
      'API_TOKEN_SALT=fresh-salt',
      'ADMIN_JWT_SECRET=fresh-admin',
      'TRANSFER_TOKEN_SALT=fresh-transfer',
      'JWT_SECRET=fresh-accounts',
      'ENCRYPTION_KEY=fresh-encryption-key-of-32-bytes',
      '',
    ].join('\n'),
    'config/server.js': `module.exports = ({ env }) => ({
  host: env('HOST'), port: env.int('PORT', 1337), app: { keys: env.array('APP_KEYS') }, logger: { updates: { enabled: false } },
});\n`,
    'config/admin.js': `module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});\n`,
    'config/api.js':
      'module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };\n',
    'config/database.js': `module.exports = () => ({
  connection: { client: 'sqlite', connection: { filename: '.tmp/data.db' }, useNullAsDefault: true },
});\n`,
    'config/logger.js': "module.exports = { level: 'warn' };\n",
    'config/middlewares.js': `module.exports = [
  'strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::poweredBy',
  'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public',
];\n`,
    // The one place where the plugin is switched on.
    'config/plugins.js': 'module.exports = () => ({ cartwright: { enabled: true } });\n',
    'src/index.js': 'module.exports = {};\n',
    'public/uploads/.gitkeep': '',
    'buy.js': readFileSync(join(root, 'scripts/pack-check/buy.cjs'), 'utf8'),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(app, path, '..'), { recursive: true });
    writeFileSync(join(app, path), text);
  }
  mkdirSync(join(app, 'src/api'), { recursive: true });
  mkdirSync(join(app, '.tmp'), { recursive: true });
}
