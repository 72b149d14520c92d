import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ERROR_CODES } from '../../server/domain/errors';
import { storeRoutes } from '../../server/routes/store';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The rows of a page's tables, cell by cell. */
const rowsOf = (page: string) =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

const inBackticks = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, inside]) => inside!);
const sorted = (words: Iterable<string>) => [...new Set(words)].sort();

describe('docs/events.md', () => {
  it('lists every event of the shop, and no other', () => {
    const told = read('server/events/events.ts').matchAll(/^ {2}'(cartwright\.[\w.]+)':/gm);
    const listed = rowsOf('docs/events.md').flatMap(([event]) => inBackticks(event));
    expect(sorted(listed)).toEqual(sorted([...told].map(([, name]) => name!)));
    expect(listed.length).toBeGreaterThan(7);
  });
});

describe('docs/errors.md', () => {
  const listed = rowsOf('docs/errors.md').flatMap(([status, codes]) =>
    inBackticks(codes).map((code) => [code, Number(status)] as const)
  );

  it('knows every code, and no other', () => {
    expect(ERROR_CODES.filter((code) => !read('docs/errors.md').includes(`\`${code}\``))).toEqual(
      []
    );
    const known: readonly string[] = ERROR_CODES;
    expect(listed.filter(([code]) => !known.includes(code))).toEqual([]);
  });

  it('says the status that HTTP answers with', () => {
    const table = read('server/controllers/error-response.ts').matchAll(/^ {2}(\w+): (\d{3}),$/gm);
    const statuses = new Map([...table].map(([, code, status]) => [code!, Number(status)]));
    expect(statuses.size).toBe(ERROR_CODES.length);
    const wrong = listed.filter(
      ([code, status]) =>
        statuses.get(code) !== status && !(code === 'cart_changed' && status === 412)
    );
    expect(wrong).toEqual([]);
  });
});

describe('README.md', () => {
  it('lists every route of the store API', () => {
    const listed = rowsOf('README.md')
      .map(([routes]) => inBackticks(routes).join(' '))
      .join('\n');
    const missing = storeRoutes.filter(({ method, path }) => !listed.includes(`${method} ${path}`));
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
