/**
 * The plugin's commands as a site runs them, in its folder and with the installed package: each must do what it says
 * and answer with the right exit code.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function checkCommands(app, { file, env }) {
  const cartwright = (expected, ...args) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/strapi-plugin-cartwright/bin/cartwright.mjs', ...args],
      { cwd: app, env, encoding: 'utf8' }
    );
    const said = `${stdout}${stderr}`;
    assert.equal(status, expected, `cartwright ${args.join(' ')} ended with ${status}:\n${said}`);
    return said;
  };
  const counted = (said, counts) => {
    for (const [what, count] of Object.entries(counts)) {
      assert.match(said, new RegExp(`^ +${count}  ${what}$`, 'm'), said);
    }
  };

  const dialect = ['--dialect', 'cartwright'];
  const rehearsed = cartwright(0, 'import', file, ...dialect, '--dry-run');
  assert.match(rehearsed, /nothing was changed/);
  counted(rehearsed, { created: 2, updated: 0, failed: 0 });
  counted(cartwright(0, 'import', file, ...dialect), { created: 2, updated: 0, failed: 0 });

  assert.match(cartwright(0, 'export', 'catalogue.csv'), /3 products with \d+ variations/);
  assert.match(readFileSync(join(app, 'catalogue.csv'), 'utf8'), /^linen-shirt,/m);
  const again = cartwright(0, 'import', 'catalogue.csv', ...dialect);
  counted(again, { created: 0, updated: 0, unchanged: 3, failed: 0 });

  counted(cartwright(0, 'rebuild', '--dry-run'), { 'products': 3, 'values to mend': 0 });
  assert.match(cartwright(0, 'purge'), /Nothing was changed/);

  assert.match(cartwright(1, 'import', 'missing.csv', ...dialect), /The file cannot be read/);
  assert.match(cartwright(1, 'export', 'missing/catalogue.csv'), /ENOENT/);
  assert.equal(existsSync(join(app, 'missing')), false);
  assert.match(cartwright(2, 'import', file, '--dialect', 'other'), /--dialect must be one of/);
  assert.match(cartwright(2, 'export'), /Name one file/);
  assert.match(cartwright(2, 'rebuild', '--dry'), /Unknown option/);
  assert.match(cartwright(2, 'tidy'), /Usage: cartwright/);
}
