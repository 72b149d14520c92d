import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { UIDS } from '../../content-types/uids';
import { documents, makeProduct } from '../support/shop';
import { type RunningShop, startStrapi } from '../support/strapi';

const page = readFileSync(join(__dirname, '../../docs/cart.md'), 'utf8');
const blocksOf = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block!
  );

/** Those that speak to the shop over HTTP. Commands for a site's own shell are left alone. */
const linesForFrontEnds = () =>
  blocksOf('sh')
    .filter((block) => block.includes('$SHOP/') && !block.includes('npx '))
    .join('\n');

/** Runs the lines of the page as somebody would paste them; an answer that is a refusal stops it. */
async function paste(lines: string, url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-docs-'));
  const script = lines
    .replace('http://127.0.0.1:1337', url)
    .replaceAll('curl -s ', 'curl -sS --fail-with-body -w "\\n" ');
  try {
    const run = promisify(execFile);
    const { stdout } = await run('bash', ['-e', '-c', script], { cwd: folder });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface ShownCart {
  totals: { total: string };
  items: { explanation: unknown }[];
  explanation: unknown;
}

describe('docs/cart.md', () => {
  let shop: RunningShop;
  let answers: { data: ShownCart }[];

  beforeAll(async () => {
    shop = await startStrapi({
      cartwright: {
        tax: { rates: [{ country: '*', rate: '19', label: 'VAT' }] },
        shipping: { options: [{ code: 'post', label: 'Post', amount: '4.95' }] },
      },
    });
    await makeProduct(shop.strapi, {
      title: 'Mug',
      unitPrice: '10.00',
      variation: { salePrice: '8.00' },
    });
    await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: 'Welcome', code: 'WELCOME', active: true, discountPercent: 10 },
    });
    const output = await paste(linesForFrontEnds(), shop.url);
    answers = output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as (typeof answers)[number]);
  });
  afterAll(() => shop.stop());

  const totals = () => answers.map(({ data }) => data.totals.total);

  it('shows lines for the shell that run: code, explanation, no code, merged, restored', () => {
    expect(totals()).toEqual(['30.65', '30.65', '33.51', '33.51', '33.51']);
  });

  it('shows the very explanation that the shop answers with', () => {
    const [line, cart] = blocksOf('json').map((block) => JSON.parse(block) as unknown);
    expect(answers[1]?.data.items[0]?.explanation).toEqual(line);
    expect(answers[1]?.data.explanation).toEqual(cart);
  });
});
