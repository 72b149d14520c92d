import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const run = (...args: string[]) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, '../../bin/cartwright.mjs'), ...args],
    { encoding: 'utf8' }
  );
  return { status, stderr };
};

describe('npx cartwright', () => {
  it.each([
    [[], 'Usage: cartwright'],
    [['launch'], 'Usage: cartwright'],
    [['toString'], 'Usage: cartwright'],
    [['import'], 'Name one file.'],
    [['import', 'a.csv'], '--dialect must be one of: shopify, woocommerce, cartwright'],
    [['import', 'a.csv', '--dialect', 'excel'], '--dialect must be one of'],
    [['import', 'a.csv', 'b.csv', '--dialect', 'shopify'], 'Name one file.'],
    [['import', 'a.csv', '--dialect', 'shopify', '--wet-run'], "Unknown option '--wet-run'"],
    [['export'], 'Name one file.'],
    [['purge-carts', '--days', '0'], '--days must be a whole number from 1.'],
    [['purge-carts', '--days=-5'], '--days must be a whole number from 1.'],
    [['purge-carts', '--days', 'ten'], '--days must be a whole number from 1.'],
    [['purge-carts', 'orders'], 'Unknown option: orders'],
    [['customer-data', '--export'], 'Name one e-mail.'],
    [['customer-data', 'ada', '--export'], 'Name one e-mail.'],
    [['customer-data', 'ada@example.com'], 'Say either --export or --erase.'],
    [
      ['customer-data', 'ada@example.com', '--export', '--erase'],
      'Say either --export or --erase.',
    ],
    [['customer-data', 'ada@example.com', '--all'], "Unknown option '--all'"],
    [['purge', '--no'], "Unknown option '--no'"],
    [['purge', 'orders'], 'Unknown option: orders'],
  ])('%j starts nothing and says what it needs', (args, words) => {
    const { status, stderr } = run(...args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });

  it('helps', () => {
    expect(run('--help').status).toBe(0);
    expect(run('help').stderr).toContain('import FILE --dialect');
  });
});
