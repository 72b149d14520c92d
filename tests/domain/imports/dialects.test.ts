import { matchColumns } from '../../../server/domain/imports/columns';
import { cartwright } from '../../../server/domain/imports/cartwright';
import { checkDraft } from '../../../server/domain/imports/check-draft';
import { shopify } from '../../../server/domain/imports/shopify';
import { woocommerce } from '../../../server/domain/imports/woocommerce';
import { draftOf, rowsOf } from './support';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, never>;
const fieldsOf = (draft: { variations: readonly { fields: object }[] }) =>
  draft.variations.map(({ fields }) => plain(fields));

const mug = { 'Handle': 'mug', 'Title': 'Mug', 'Variant Price': '10' };

describe('Shopify', () => {
  it.each([
    ['above the price is the unit price', '12', { unitPrice: '12', salePrice: '10' }],
    ['like the price is none', '10', { unitPrice: '10', salePrice: null }],
    ['below the price is none', '8', { unitPrice: '10', salePrice: null }],
    ['empty is none', '', { unitPrice: '10', salePrice: null }],
  ])('a price before that is %s', (_, before, expected) => {
    const draft = draftOf(shopify, { ...mug, 'Variant Compare At Price': before });
    expect(fieldsOf(draft)).toEqual([{ ...expected, saleFrom: null, saleTo: null }]);
  });

  it.each([
    ['', 'deny', '5', null],
    ['shopify', 'deny', '5', 5],
    ['shopify', 'deny', '-2', 0],
    ['shopify', 'deny', '', 0],
    ['shopify', 'continue', '0', null],
  ])('tracker "%s", policy %s, quantity "%s": stock %s', (tracker, policy, quantity, stock) => {
    const draft = draftOf(shopify, {
      ...mug,
      'Variant Inventory Tracker': tracker,
      'Variant Inventory Policy': policy,
      'Variant Inventory Qty': quantity,
    });
    expect(draft.variations[0]!.fields.stock).toBe(stock);
  });

  it('counted, but without a number: what is new begins with 0, what is there keeps its stock', () => {
    const [variation] = draftOf(shopify, {
      ...mug,
      'Variant Inventory Tracker': 'shopify',
    }).variations;
    expect(variation!.fields).not.toHaveProperty('stock');
    expect(variation!.whenNew).toEqual({ stock: 0 });
  });

  it('reads what a unit costs the shop', () => {
    const [variation] = draftOf(shopify, { ...mug, 'Cost per item': '4.20' }).variations;
    expect(variation!.fields.costPrice?.toFixed()).toBe('4.2');
    expect(() => draftOf(shopify, { ...mug, 'Cost per item': 'little' })).toThrow('Cost per item');
  });

  it('says nothing of columns that the file does not have', () => {
    const draft = draftOf(shopify, mug);
    expect(draft.page).toEqual({ texts: { title: 'Mug', slug: 'mug' } });
    expect(Object.keys(draft.variations[0]!.fields).sort()).toEqual([
      'saleFrom',
      'salePrice',
      'saleTo',
      'unitPrice',
    ]);
  });

  it.each([
    ['true', 'active', 'published'],
    ['true', 'draft', 'draft'],
    ['true', 'archived', 'draft'],
    ['false', 'active', 'draft'],
  ])('published %s and status %s is %s', (published, status, expected) => {
    const draft = draftOf(shopify, { ...mug, Published: published, Status: status });
    expect(draft.page.status).toBe(expected);
  });

  it('knows the headings of the newer template', () => {
    const draft = draftOf(shopify, {
      'URL handle': 'mug',
      'Title': 'Mug',
      'Price': '10',
      'Compare-at price': '12',
      'Continue selling when out of stock': 'FALSE',
      'Inventory tracker': 'shopify',
      'Inventory quantity': '3',
      'SKU': 'M',
    });
    expect(fieldsOf(draft)).toMatchObject([
      { sku: 'M', unitPrice: '12', salePrice: '10', stock: 3 },
    ]);
  });

  it('an option without a value is a broken line', () => {
    const lines = [
      { ...mug, 'Option1 Name': 'Size', 'Option1 Value': 'S' },
      { 'Handle': 'mug', 'Variant Price': '1' },
    ];
    expect(() => draftOf(shopify, ...lines)).toThrow(expect.objectContaining({ line: 3 }));
  });
});

describe('WooCommerce', () => {
  const cap = { 'Type': 'simple', 'Name': 'Cap', 'Regular price': '10' };

  it.each([
    [{ 'In stock?': '1', 'Stock': '' }, null],
    [{ 'In stock?': '0', 'Stock': '' }, 0],
    [{ 'In stock?': '1', 'Stock': '4' }, 4],
    [{ 'In stock?': '1', 'Stock': '-4' }, 0],
    [{ 'In stock?': 'backorder', 'Stock': '0', 'Backorders allowed?': 'notify' }, null],
  ])('%j is a stock of %s', (cells, stock) => {
    expect(draftOf(woocommerce, { ...cap, ...cells }).variations[0]!.fields.stock).toBe(stock);
  });

  it.each([
    ['Weight (kg)', '0.5', '500'],
    ['Weight (g)', '500', '500'],
    ['Weight (lbs)', '1', '453.592'],
    ['Weight (oz)', '2', '56.699'],
  ])('%s %s is %s grams', (heading, text, grams) => {
    const draft = draftOf(woocommerce, { ...cap, [heading]: text });
    expect(fieldsOf(draft)[0]!['weight']).toBe(grams);
  });

  it('reads trees of categories, commas in words, and published 1, 0 and -1', () => {
    const draft = draftOf(woocommerce, {
      ...cap,
      Categories: 'A > B > C, D\\, or E',
      Published: '0',
    });
    expect(draft.page.categories).toEqual([['A', 'B', 'C'], ['D, or E']]);
    expect(draft.page.status).toBe('draft');
    expect(draftOf(woocommerce, { ...cap, Published: '1' }).page.status).toBe('published');
    expect(draftOf(woocommerce, { ...cap, Published: '-1' }).page.status).toBe('draft');
  });

  it('units that the product counts for all its variations are shared out', () => {
    const part = (size: string) => ({
      'Type': 'variation',
      'Name': 'Tee',
      'Parent': 'tee',
      'Stock': 'parent',
      'Regular price': '1',
      'Attribute 1 name': 'Size',
      'Attribute 1 value(s)': size,
    });
    const draft = draftOf(
      woocommerce,
      {
        'Type': 'variable',
        'SKU': 'tee',
        'Name': 'Tee',
        'Stock': '7',
        'Attribute 1 name': 'Size',
        'Attribute 1 value(s)': 'S, M, L',
        'Attribute 1 default': 'M',
      },
      part('S'),
      part('M'),
      part('L')
    );
    expect(draft.variations.map(({ fields }) => fields.stock)).toEqual([3, 2, 2]);
    expect(draft.variations.map(({ isDefault }) => isDefault ?? false)).toEqual([
      false,
      true,
      false,
    ]);
    expect(draft.notes.join()).toContain('7 units for 3 combinations');
  });

  it('a variation that is switched off is as if it did not stand there', () => {
    const part = (size: string, published: string) => ({
      'Type': 'variation',
      'Name': 'Tee',
      'Published': published,
      'Parent': 'tee',
      'Regular price': '1',
      'Attribute 1 name': 'Size',
      'Attribute 1 value(s)': size,
    });
    const product = { Type: 'variable', SKU: 'tee', Name: 'Tee', Published: '1' };
    const sizes = { 'Attribute 1 name': 'Size', 'Attribute 1 value(s)': 'S, M' };
    const draft = draftOf(woocommerce, { ...product, ...sizes }, part('S', '1'), part('M', '0'));
    expect(draft.variations.map(({ options }) => options[0]!.value)).toEqual(['S']);
    expect(() => draftOf(woocommerce, { ...product, ...sizes }, part('M', '-1'))).toThrow(
      'has no variation'
    );
  });

  it('a line that names its values goes before one that means any', () => {
    const part = (size: string, price: string) => ({
      'Type': 'variation',
      'Name': 'Tee',
      'Parent': 'tee',
      'Regular price': price,
      'Attribute 1 name': 'Size',
      'Attribute 1 value(s)': size,
    });
    const draft = draftOf(
      woocommerce,
      {
        'Type': 'variable',
        'SKU': 'tee',
        'Name': 'Tee',
        'Attribute 1 name': 'Size',
        'Attribute 1 value(s)': 'S, M',
      },
      part('', '1'),
      part('M', '2')
    );
    expect(fieldsOf(draft).map(({ unitPrice }) => unitPrice)).toEqual(['1', '2']);
  });

  it('names a product by its ID and its SKU, and its variations by either', () => {
    const [product, byId, bySku] = rowsOf(
      woocommerce,
      { Type: 'variable', ID: '4', SKU: 'tee' },
      { Type: 'variation', Parent: 'id:4' },
      { Type: 'variation', Parent: 'tee' }
    );
    expect(woocommerce.keysOf(product!).product).toEqual(['id:4', 'sku:tee']);
    expect(woocommerce.keysOf(byId!).product).toEqual(['id:4']);
    expect(woocommerce.keysOf(bySku!).product).toEqual(['sku:tee']);
  });
});

describe('our own', () => {
  it('reads options, pictures and categories with their escapes', () => {
    const draft = draftOf(cartwright, {
      slug: 'a',
      title: 'A',
      options: 'Kind\\: of: Ratio 1:2\nSize: M',
      categories: 'One \\> half > Two',
      images: 'https://x.example/a.png\nhttps://x.example/b.png Two\\nlines',
    });
    expect(draft.variations[0]!.options).toEqual([
      { type: 'Kind: of', value: 'Ratio 1:2' },
      { type: 'Size', value: 'M' },
    ]);
    expect(draft.page.categories).toEqual([['One > half', 'Two']]);
    expect(draft.page.pictures).toEqual([
      { url: 'https://x.example/a.png', description: null },
      { url: 'https://x.example/b.png', description: 'Two\nlines' },
    ]);
  });

  it('refuses a second line that contradicts the first', () => {
    const lines = [
      { slug: 'a', title: 'A', options: 'Size: S' },
      { slug: 'a', title: 'B', options: 'Size: M' },
    ];
    expect(() => draftOf(cartwright, ...lines)).toThrow(
      expect.objectContaining({ line: 3, message: expect.stringContaining('title') })
    );
  });

  it.each([
    [{ status: 'live' }, 'must be draft, published or modified'],
    [{ options: 'Size' }, 'must be written as "Size: M"'],
    [{ content: '[{' }, 'cannot be read'],
    [{ available: 'perhaps' }, 'must be true or false'],
  ])('refuses %j', (cells, message) => {
    expect(() => draftOf(cartwright, { slug: 'a', title: 'A', ...cells })).toThrow(message);
  });
});

describe('what can be told from the file alone', () => {
  const check = (...lines: Record<string, string>[]) => {
    checkDraft(
      draftOf(cartwright, ...lines.map((line) => ({ slug: 'a', title: 'A', ...line }))),
      250
    );
  };

  it.each([
    ['a combination twice', [{ options: 'Size: S' }, { options: 'size: s' }], 3, 'line 2'],
    [
      'a SKU twice',
      [
        { options: 'Size: S', sku: 'X' },
        { options: 'Size: M', sku: 'x' },
      ],
      3,
      'line 2',
    ],
    ['other options', [{ options: 'Size: S' }, { options: 'Colour: Red' }], 3, 'same options'],
    ['a type twice', [{ options: 'Size: S\nSize: M' }], 2, 'one option of a type'],
    ['a sale above the price', [{ unitPrice: '1', salePrice: '2' }], 2, 'must not be above'],
    ['a sale that ends first', [{ saleFrom: '2026-02-01', saleTo: '2026-01-01' }], 2, 'end after'],
    ['a long title', [{ title: 'x'.repeat(256) }], 2, 'longer than 255'],
  ])('%s', (_, lines, line, message) => {
    expect(() => check(...(lines as Record<string, string>[]))).toThrow(
      expect.objectContaining({ line, message: expect.stringContaining(message) })
    );
  });
});

describe('headings', () => {
  it('are found whatever their case; others are listed', () => {
    const { positions, unused } = matchColumns(
      ['HANDLE', ' title ', 'Variant Price', 'Vendor', ''],
      shopify,
      []
    );
    expect([...positions.keys()]).toEqual(['handle', 'title', 'price']);
    expect(unused).toEqual(['Vendor']);
  });

  it('of another dialect are told', () => {
    const header = ['Type', 'Name', 'Regular price', 'SKU'];
    expect(() => matchColumns(header, shopify, [shopify, woocommerce, cartwright])).toThrow(
      /"Handle", "Title", "Variant Price" is missing.*"woocommerce"/
    );
  });
});
