import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import type { VariationRowDto, VariationTableDto } from '../../server/contracts/variation-table';
import { adminOf } from '../support/admin';
import { countStatements } from '../support/count-statements';
import { changeVariation, documents, makeProduct, rowsOf, stockOf } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type RunningShop, startStrapi } from '../support/strapi';
import { stopWhenIdle } from './products/kit';

/** An editor changes a product's variations all together, while others and shoppers go on. */

const SIZES = ['XS', 'S', 'M', 'L'];
const COLOURS = ['Red', 'Blue', 'Green'];

let shop: RunningShop;
let staff: Staff;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      maxVariations: 1000,
      optionTypes: ['Size', 'Colour', 'Fit'],
    },
  });
  staff = await makeStaff(shop);
});
afterAll(() => stopWhenIdle(shop));

type Product = { documentId: string };
type Cells = Partial<VariationRowDto['cells']>;

const shirt = (wish: Parameters<typeof makeProduct>[1] = {}) =>
  makeProduct(shop.strapi, { options: { Size: ['S', 'M', 'L'] }, stock: 10, ...wish });

const pathOf = ({ documentId }: Product) => `/products/${documentId}/variations`;

async function open(product: Product): Promise<VariationTableDto> {
  const answer = await staff.send('get', pathOf(product));
  expect(answer.status).toBe(200);
  return answer.body.data;
}

const save = (product: Product, rows: unknown[]) => staff.send('put', pathOf(product), { rows });

/** A row as the admin sends it: what was changed, and what was seen there. */
function edit({ documentId, cells }: VariationRowDto, changes: Cells) {
  const seen = Object.fromEntries(
    Object.keys(changes).map((field) => [field, cells[field as keyof Cells]])
  );
  return { documentId, seen, changes };
}

const rowIn = (table: VariationTableDto, index: number) => table.rows[index]!;

const variationOf = (sku: string) =>
  rowsOf(shop.strapi, 'cartwright_product_variations', { sku }).then(([row]) => row!);

describe('the table', () => {
  it('has what editors set of each variation, retired ones too, and what the product is called', async () => {
    const product = await shirt({ title: 'Linen shirt', variation: { weight: 210 } });
    await documents(shop.strapi, UIDS.product).update({
      documentId: product.documentId,
      data: { options: await optionsNamed('S', 'M') },
    });
    const table = await open(product);
    expect(table.currency).toBe('EUR');
    expect(table.rows.map(({ options, retired }) => [options, retired])).toEqual([
      [[{ type: 'Size', value: 'M' }], false],
      [[{ type: 'Size', value: 'S' }], false],
      [[{ type: 'Size', value: 'L' }], true],
    ]);
    expect(rowIn(table, 0)).toMatchObject({
      cells: {
        unitPrice: '10.00',
        salePrice: null,
        sku: 'linen-shirt-m',
        stock: 10,
        weight: '210',
        costPrice: null,
        image: null,
        isDefault: true,
      },
      sale: null,
    });
    const heading = await staff.send('get', `/products/${product.documentId}`);
    expect(heading.body.data).toEqual({ documentId: product.documentId, title: 'Linen shirt' });
  });

  it('keeps a price set by hand apart from that of a sale', async () => {
    const product = await shirt({ variation: { salePrice: 9 } });
    await documents(shop.strapi, UIDS.sale).create({
      data: {
        title: 'Half off',
        active: true,
        discountPercent: 50,
        products: [product.documentId],
      },
    });
    const row = rowIn(await open(product), 0);
    expect(row.cells.salePrice).toBe('9.00');
    expect(row.sale).toMatchObject({ title: 'Half off', price: '5.00', onNow: true });
  });

  it('is read in as many statements for 60 variations as for two', async () => {
    const few = await shirt({ options: { Size: ['S', 'M'] } });
    const many = await withoutPrices(wide(60));
    const countOnce = async (product: Product) =>
      (await countStatements(shop.strapi, () => open(product), { only: 'cartwright' })).statements
        .length;
    // The host reads a published entry once more for its webhooks, a moment later: what is left without that counts.
    const count = async (product: Product) =>
      Math.min(await countOnce(product), await countOnce(product), await countOnce(product));
    const least = await count(few);
    expect(await count(many)).toBe(least);
    expect(least).toBeLessThanOrEqual(7);
  });

  it('is nobody’s without the permission', async () => {
    const product = await shirt();
    const packer = await adminOf(shop, ['plugin::cartwright.orders.read']);
    const editor = await adminOf(shop, ['plugin::cartwright.variations.update']);
    const [row] = (await editor.get(pathOf(product)).expect(200)).body.data.rows;
    const body = { rows: [edit(row, { stock: 1 })] };
    await packer.get(`/products/${product.documentId}`).expect(403);
    await packer.get(pathOf(product)).expect(403);
    await packer.put(pathOf(product), body).expect(403);
    await shop
      .http()
      .put(`/cartwright${pathOf(product)}`)
      .send(body)
      .expect(401);
    await editor.put(pathOf(product), body).expect(200);
    expect(await stockOf(shop.strapi, product.sku)).toBe(1);
  });

  it('is not there for a product that is not there', async () => {
    const nothing = { documentId: 'no-such-product' };
    for (const answer of [
      await staff.send('get', `/products/${nothing.documentId}`),
      await staff.send('get', pathOf(nothing)),
      await save(nothing, [{ documentId: 'x', seen: { stock: 1 }, changes: { stock: 2 } }]),
    ]) {
      expect([answer.status, answer.body.error.details.code]).toEqual([404, 'product_not_found']);
    }
  });
});

describe('saving it', () => {
  it('writes what was changed, and the store sells at the new price at once', async () => {
    const product = await shirt();
    const table = await open(product);
    const answer = await save(product, [
      edit(rowIn(table, 0), { unitPrice: '12.5', stock: 3, weight: '150.5', costPrice: '4' }),
      edit(rowIn(table, 1), { salePrice: '8.00', sku: 'SHIRT-M', stock: null }),
    ]);
    expect(answer.status).toBe(200);
    const [first, second, third] = (answer.body.data as VariationTableDto).rows;
    expect(first?.cells).toMatchObject({
      unitPrice: '12.50',
      stock: 3,
      weight: '150.5',
      costPrice: '4.00',
    });
    expect(second?.cells).toMatchObject({ salePrice: '8.00', sku: 'SHIRT-M', stock: null });
    expect(third?.cells).toEqual(rowIn(table, 2).cells);

    const seen = (await shopperOf(shop).send('get', `/catalog/products/${product.slug}`)).body.data;
    expect(seen.variations.map(({ price }: { price: string }) => price)).toEqual([
      '12.50',
      '8.00',
      '10.00',
    ]);
    expect(seen).toMatchObject({ price: '12.50', sku: rowIn(table, 0).cells.sku });
  });

  it('writes down how many units came and went, and who did it', async () => {
    const product = await shirt();
    const table = await open(product);
    await save(product, [
      edit(rowIn(table, 0), { stock: 4, sku: 'MOVED-S' }),
      edit(rowIn(table, 1), { stock: 15 }),
      edit(rowIn(table, 2), { unitPrice: '1.00' }),
    ]);
    const movements = await rowsOf(shop.strapi, 'cartwright_stock_movements', { reason: 'edited' });
    const ofProduct = movements.filter(({ variation_document_id: id }) =>
      table.rows.some(({ documentId }) => documentId === id)
    );
    const since = ofProduct.filter(({ actor }) => actor === staff.name);
    expect(since.map(({ sku, change }) => [sku, Number(change)])).toEqual([
      ['MOVED-S', -6],
      [rowIn(table, 1).cells.sku, 5],
    ]);
  });

  it('lets rows exchange their SKUs, and makes one for a row that has none', async () => {
    const product = await shirt();
    const table = await open(product);
    const [first, second, third] = product.skus;
    const { body } = await save(product, [
      edit(rowIn(table, 0), { sku: second! }),
      edit(rowIn(table, 1), { sku: first! }),
      edit(rowIn(table, 2), { sku: '  ' }),
    ]);
    const skus = (body.data as VariationTableDto).rows.map(({ cells }) => cells.sku);
    expect(skus).toEqual([second, first, third]);
  });

  it('moves the default, and there is always exactly one', async () => {
    const product = await shirt();
    const table = await open(product);
    const { body } = await save(product, [
      edit(rowIn(table, 0), { isDefault: false }),
      edit(rowIn(table, 2), { isDefault: true, unitPrice: '77.00' }),
    ]);
    const flags = (body.data as VariationTableDto).rows.map(({ cells }) => cells.isDefault);
    expect(flags).toEqual([false, false, true]);
    const seen = (await shopperOf(shop).send('get', `/catalog/products/${product.slug}`)).body.data;
    expect(seen.price).toBe('77.00');

    const again = await open(product);
    await save(product, [edit(rowIn(again, 2), { isDefault: false })]);
    expect(rowIn(await open(product), 2).cells.isDefault).toBe(true);
  });

  it('applies sales to the new prices, and keeps what was set by hand beside them', async () => {
    const product = await shirt();
    await documents(shop.strapi, UIDS.sale).create({
      data: {
        title: 'Third off',
        active: true,
        discountPercent: 30,
        products: [product.documentId],
      },
    });
    const table = await open(product);
    const { body } = await save(product, [
      edit(rowIn(table, 0), { unitPrice: '20.00' }),
      edit(rowIn(table, 1), { salePrice: '9.00' }),
      edit(rowIn(table, 2), { salePrice: '2.00' }),
    ]);
    const rows = (body.data as VariationTableDto).rows;
    expect(rows.map(({ cells, sale }) => [cells.salePrice, sale?.price ?? null])).toEqual([
      [null, '14.00'],
      ['9.00', '7.00'],
      ['2.00', null],
    ]);
    const cleared = await save(product, [edit(rows[2]!, { salePrice: null })]);
    expect((cleared.body.data as VariationTableDto).rows[2]?.sale?.price).toBe('7.00');
  });

  it('sets the window of a price set by hand, and keeps the history of prices', async () => {
    const product = await shirt({ options: { Size: ['S'] } });
    const row = rowIn(await open(product), 0);
    const saleTo = new Date(Date.now() + 86_400_000).toISOString();
    const answer = await save(product, [edit(row, { salePrice: '6.00', saleTo })]);
    expect((answer.body.data as VariationTableDto).rows[0]?.cells).toMatchObject({
      salePrice: '6.00',
      saleFrom: null,
      saleTo,
    });
    const history = await rowsOf(shop.strapi, 'cartwright_price_history', {
      variation_document_id: row.documentId,
    });
    expect(history.map(({ price }) => Number(price)).slice(-3)).toEqual([10, 6, 10]);
  });

  it('shows one of the product’s pictures on a variation, and none of another product', async () => {
    const [mine, foreign] = [await makeImage('mine'), await makeImage('foreign')];
    const product = await shirt({ fields: { images: [mine] } });
    await shirt({ fields: { images: [foreign] } });
    const table = await open(product);
    expect(table.pictures.map(({ documentId }) => documentId)).toEqual([mine]);
    const refused = await save(product, [edit(rowIn(table, 0), { image: foreign })]);
    expect(refused.body.error.details.issues[0].path).toBe('rows.0.changes.image');

    const { body } = await save(product, [
      edit(rowIn(table, 0), { image: mine }),
      edit(rowIn(table, 1), { image: mine }),
    ]);
    const shown = (body.data as VariationTableDto).rows;
    expect(shown.map(({ cells }) => cells.image)).toEqual([mine, mine, null]);
    const after = await save(product, [edit(shown[0]!, { image: null })]);
    expect((after.body.data as VariationTableDto).rows.map(({ cells }) => cells.image)).toEqual([
      null,
      mine,
      null,
    ]);
  });

  it('takes hardly more statements for 240 rows than for 20', async () => {
    const few = await withoutPrices(wide(20));
    const many = await withoutPrices(wide(240));
    const count = async (product: Product) => {
      const { rows } = await open(product);
      const edits = rows.map((row, index) =>
        edit(row, {
          unitPrice: `${index + 20}.00`,
          salePrice: '5.00',
          stock: index,
          sku: `${row.cells.sku}-new`,
        })
      );
      const { result, statements } = await countStatements(
        shop.strapi,
        () => save(product, edits),
        { only: 'cartwright' }
      );
      expect(result.status).toBe(200);
      return statements.length;
    };
    const [least, most] = [await count(few), await count(many)];
    // Chunks of a hundred rows: two more for each statement that writes rows.
    expect(most - least).toBeLessThanOrEqual(20);
    expect(least).toBeLessThanOrEqual(45);
  });
});

describe('what is wrong', () => {
  let product: Product;
  beforeAll(async () => {
    product = await shirt();
  });

  it.each([
    ['unitPrice', '1.005'],
    ['unitPrice', '-1'],
    ['unitPrice', '1,50'],
    ['unitPrice', '1e3'],
    ['salePrice', '10.01'],
    ['costPrice', 'much'],
    ['weight', '-3'],
    ['weight', '1.2345'],
    ['stock', -1],
    ['stock', 1.5],
    ['stock', '7'],
    ['stock', 2 ** 31],
    ['sku', 7],
    ['sku', 'a\u0000b'],
    ['image', 'no-such-picture'],
    ['saleTo', 'tomorrow'],
    ['isDefault', null],
  ])('is named by its cell: %s %p', async (field, value) => {
    const table = await open(product);
    const answer = await save(product, [
      edit(rowIn(table, 0), { unitPrice: '5.00' }),
      edit(rowIn(table, 1), { [field]: value }),
    ]);
    expect(answer.status).toBe(400);
    const paths = answer.body.error.details.issues.map(({ path }: { path: string }) => path);
    expect(paths).toEqual([`rows.1.changes.${field}`]);
    expect((await open(product)).rows).toEqual(table.rows);
  });

  it('is named all at once', async () => {
    const product = await shirt();
    const table = await open(product);
    const answer = await save(product, [
      edit(rowIn(table, 0), { unitPrice: '1.005', weight: 'x' }),
      edit(rowIn(table, 1), { sku: 'same' }),
      edit(rowIn(table, 2), { sku: 'same' }),
    ]);
    expect(answer.body.error.details.issues.map(({ path }: { path: string }) => path)).toEqual([
      'rows.0.changes.unitPrice',
      'rows.0.changes.weight',
      'rows.1.changes.sku',
      'rows.2.changes.sku',
    ]);
  });

  it('is a SKU that another product has; nothing of the rest is saved', async () => {
    const other = await shirt();
    const product = await shirt();
    const table = await open(product);
    const answer = await save(product, [
      edit(rowIn(table, 0), { unitPrice: '5.00' }),
      edit(rowIn(table, 1), { sku: other.skus[0]! }),
      edit(rowIn(table, 2), { sku: `${other.skus[0]!}-free` }),
    ]);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.issues).toEqual([
      { path: 'rows.1.changes.sku', message: 'Another variation has this SKU already.' },
    ]);
    expect((await open(product)).rows).toEqual(table.rows);
  });

  it('is a row of another product, one that comes twice, and a change that does not say what was seen', async () => {
    const [product, other] = [await shirt(), await shirt()];
    const row = rowIn(await open(product), 0);
    const foreign = rowIn(await open(other), 0);
    const pathsOf = async (rows: unknown[]) =>
      (await save(product, rows)).body.error.details.issues.map(
        ({ path }: { path: string }) => path
      );
    expect(await pathsOf([edit(foreign, { stock: 1 })])).toEqual(['rows.0.documentId']);
    expect(await pathsOf([edit(row, { stock: 1 }), edit(row, { stock: 2 })])).toEqual(['rows']);
    expect(
      await pathsOf([{ documentId: row.documentId, seen: {}, changes: { stock: 1 } }])
    ).toEqual(['rows.0.seen.stock']);
    expect(await pathsOf([])).toEqual(['rows']);
    expect(
      await pathsOf([{ documentId: row.documentId, seen: {}, changes: { retired: true } }])
    ).toEqual(['rows.0.changes.retired']);
  });

  it('is a retired default, and two defaults', async () => {
    const product = await shirt();
    await documents(shop.strapi, UIDS.product).update({
      documentId: product.documentId,
      data: { options: await optionsNamed('S', 'M') },
    });
    const table = await open(product);
    const retired = await save(product, [edit(rowIn(table, 2), { isDefault: true })]);
    expect(retired.body.error.details.issues[0].path).toBe('rows.0.changes.isDefault');
    const two = await save(product, [
      edit(rowIn(table, 0), { isDefault: true }),
      edit(rowIn(table, 1), { isDefault: true }),
    ]);
    expect(two.body.error.details.issues[0].path).toBe('rows.1.changes.isDefault');
  });
});

describe('others meanwhile', () => {
  it('are not overwritten: each cell that they changed too is named, and nothing is saved', async () => {
    const product = await shirt();
    const table = await open(product);
    await changeVariation(shop.strapi, product.skus[0]!, { unitPrice: 11, weight: 5 });
    const before = (await open(product)).rows;
    const answer = await save(product, [
      edit(rowIn(table, 0), { unitPrice: '12.00', stock: 8 }),
      edit(rowIn(table, 1), { unitPrice: '13.00' }),
    ]);
    expect([answer.status, answer.body.error.details.code]).toEqual([400, 'invalid_input']);
    expect(answer.body.error.details.conflicts).toEqual([
      {
        documentId: rowIn(table, 0).documentId,
        field: 'unitPrice',
        seen: '10.00',
        now: '11.00',
      },
    ]);
    expect(answer.body.error.details.issues[0].path).toBe('rows.0.changes.unitPrice');
    expect((await open(product)).rows).toEqual(before);
  });

  it('are no trouble in other cells, nor where both want the same', async () => {
    const product = await shirt();
    const table = await open(product);
    await changeVariation(shop.strapi, product.skus[0]!, { unitPrice: 11 });
    const answer = await save(product, [edit(rowIn(table, 0), { unitPrice: '11', stock: 8 })]);
    expect(answer.status).toBe(200);
    expect(rowIn(await open(product), 0).cells).toMatchObject({ unitPrice: '11.00', stock: 8 });
  });

  it('who bought: a number of units is never taken for what it was', async () => {
    const product = await shirt({ options: { Size: ['S', 'M'] } });
    const table = await open(product);
    const buyer = shopperOf(shop);
    await buyer.add(product.skus[0]!, 3);
    expect((await buyer.checkout()).status).toBe(201);

    const stale = await save(product, [edit(rowIn(table, 0), { stock: 20, unitPrice: '9.00' })]);
    expect(stale.body.error.details.conflicts).toEqual([
      { documentId: rowIn(table, 0).documentId, field: 'stock', seen: 10, now: 7 },
    ]);
    expect(await stockOf(shop.strapi, product.skus[0]!)).toBe(7);

    const prices = await save(product, [edit(rowIn(table, 0), { unitPrice: '9.00' })]);
    expect(prices.status).toBe(200);
    expect(await stockOf(shop.strapi, product.skus[0]!)).toBe(7);
  });

  it('who made another variation the default one: told, unless it is the same', async () => {
    const product = await shirt();
    const table = await open(product);
    await changeVariation(shop.strapi, product.skus[1]!, { isDefault: true });
    const wish = (index: number) => [
      edit(rowIn(table, 0), { isDefault: false }),
      edit(rowIn(table, index), { isDefault: true }),
    ];
    const other = await save(product, wish(2));
    expect(other.body.error.details.conflicts).toEqual([
      { documentId: rowIn(table, 0).documentId, field: 'isDefault', seen: true, now: false },
    ]);
    expect((await save(product, wish(1))).status).toBe(200);
    expect(rowIn(await open(product), 1).cells.isDefault).toBe(true);
  });

  it('at the same instant: of two editors one wins each cell, and no unit that was bought comes back', async () => {
    const product = await shirt({ stock: 100 });
    for (let round = 1; round <= 4; round += 1) {
      const table = await open(product);
      const [sku] = product.skus;
      const before = (await stockOf(shop.strapi, sku!))!;
      const buyer = shopperOf(shop);
      await buyer.add(sku!, 2);
      const editorOf = (cents: number) =>
        save(product, [
          edit(rowIn(table, 0), { unitPrice: `${round}.0${cents}` }),
          edit(rowIn(table, 1), { unitPrice: `${round}.0${cents}`, stock: 100 * round + cents }),
        ]);
      const [first, second, order] = await Promise.all([
        editorOf(1),
        editorOf(2),
        buyer.checkout({ paymentMethod: 'manual' }),
      ]);
      expect([first.status, second.status].sort()).toEqual([200, 400]);
      const lost = first.status === 400 ? first : second;
      expect(lost.body.error.details.conflicts).toHaveLength(3);
      // The price may have changed under the shopper, who is then asked.
      expect([201, 409]).toContain(order.status);
      const sold = order.status === 201 ? 2 : 0;
      expect(await stockOf(shop.strapi, sku!)).toBe(before - sold);

      const winner = first.status === 200 ? 1 : 2;
      const row = await variationOf(product.skus[1]!);
      expect([Number(row.unit_price), Number(row.stock)]).toEqual([
        Number(`${round}.0${winner}`),
        100 * round + winner,
      ]);
    }
  });
});

it('leaves nothing to mend', async () => {
  expect((await shopOf(shop.strapi).rebuild.rebuildAll()).drifted).toEqual([]);
});

async function optionsNamed(...names: string[]): Promise<string[]> {
  const options = await documents(shop.strapi, UIDS.productOption).findMany({
    filters: { name: { $in: names } },
  });
  return names.map((name) => options.find((option) => option.name === name)!.documentId);
}

/** A product with many variations, none of which was saved by itself: that would take minutes. */
async function withoutPrices(options: Record<string, string[]>): Promise<Product> {
  const ids: string[] = [];
  for (const [type, names] of Object.entries(options)) {
    for (const name of names) {
      const data = { type, name };
      const known = documents(shop.strapi, UIDS.productOption);
      const [present] = await known.findMany({ filters: data });
      ids.push((present ?? (await known.create({ data }))).documentId);
    }
  }
  return documents(shop.strapi, UIDS.product).create({ data: { title: 'Wide', options: ids } });
}

/** Options that make this many variations. */
function wide(count: number): Record<string, string[]> {
  const rest = count / (SIZES.length * (count > 60 ? COLOURS.length : 1));
  return {
    Size: SIZES,
    ...(count > 60 ? { Colour: COLOURS } : {}),
    Fit: Array.from({ length: rest }, (_, index) => `Fit ${index}`),
  };
}

async function makeImage(name: string): Promise<string> {
  const file = await shop.strapi.db.query('plugin::upload.file').create({
    data: {
      name,
      hash: name,
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: `/uploads/${name}.png`,
      provider: 'local',
    },
  });
  const image = await documents(shop.strapi, UIDS.productImage).create({
    data: { file: file.id, description: name },
  });
  return image.documentId;
}
