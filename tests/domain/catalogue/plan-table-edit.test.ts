import { planTableEdit } from '../../../server/domain/catalogue/plan-table-edit';
import type { RowEdit } from '../../../server/domain/catalogue/table-cells';
import type { Variation } from '../../../server/domain/catalogue/variation';
import { isCommerceError } from '../../../server/domain/errors';
import { money } from '../../../server/domain/money/money';

const variation = (id: number, rest: Partial<Variation> = {}): Variation => ({
  id,
  documentId: `v${id}`,
  productDocumentId: 'p',
  sku: `sku-${id}`,
  optionKey: `o${id}`,
  unitPrice: money('10'),
  salePrice: null,
  saleFrom: null,
  saleTo: null,
  saleId: null,
  handSalePrice: null,
  handSaleFrom: null,
  handSaleTo: null,
  lowestPrice30d: null,
  stock: 5,
  isDefault: id === 1,
  weight: money('250'),
  costPrice: null,
  position: id,
  retired: false,
  imageId: null,
  ...rest,
});

const VARIATIONS = [variation(1), variation(2), variation(3)];
const TERMS = { pictures: new Map([['picture', 70]]), currency: 'EUR' };

const plan = (edits: RowEdit[], variations = VARIATIONS) => planTableEdit(variations, edits, TERMS);
const edit = (id: number, seen: RowEdit['seen'], changes: RowEdit['changes']): RowEdit => ({
  documentId: `v${id}`,
  seen,
  changes,
});

/** What a plan is refused with: the paths of its issues, and its conflicts. */
function refusal(edits: RowEdit[], variations = VARIATIONS) {
  try {
    plan(edits, variations);
  } catch (error) {
    if (!isCommerceError(error)) throw error;
    const { issues, conflicts } = error.details as {
      issues: { path: string }[];
      conflicts?: unknown[];
    };
    return { code: error.code, paths: issues.map(({ path }) => path), conflicts };
  }
  return null;
}

it('puts what was changed into the row, and leaves the rest', () => {
  const [change] = plan([
    edit(
      1,
      { unitPrice: '10.00', stock: 5, image: null, weight: '250' },
      { unitPrice: '12.5', stock: null, image: 'picture', weight: '1.25' }
    ),
  ]);
  expect(change).toMatchObject({
    sku: 'sku-1',
    stock: null,
    imageId: 70,
    costPrice: null,
    makeDefault: false,
  });
  expect([change?.unitPrice?.toFixed(), change?.weight?.toFixed()]).toEqual(['12.5', '1.25']);
});

describe('a conflict', () => {
  it.each<[string, RowEdit, boolean]>([
    ['what is as it was seen', edit(1, { stock: 5 }, { stock: 9 }), false],
    ['what has changed', edit(1, { stock: 8 }, { stock: 9 }), true],
    ['what both want', edit(1, { stock: 8 }, { stock: 5 }), false],
    [
      'the same amount in another spelling',
      edit(1, { unitPrice: '10' }, { unitPrice: '9' }),
      false,
    ],
    [
      'the same wish in another spelling',
      edit(1, { unitPrice: '8.00' }, { unitPrice: '10' }),
      false,
    ],
    ['emptied meanwhile', edit(1, { costPrice: '3.00' }, { costPrice: '4.00' }), true],
  ])('%s', (_, wish, isConflict) => {
    expect(refusal([wish])?.conflicts?.length ?? 0).toBe(isConflict ? 1 : 0);
  });

  it('knows an SKU from a number: "010" is not "10"', () => {
    const wish = edit(1, { sku: '10' }, { sku: 'new' });
    expect(refusal([wish], [variation(1, { sku: '010' })])?.conflicts).toHaveLength(1);
  });

  it('names the cell, what was seen, and what is there now', () => {
    expect(refusal([edit(2, { stock: 8, sku: 'sku-2' }, { stock: 9, sku: 'new' })])).toEqual({
      code: 'invalid_input',
      paths: ['rows.0.changes.stock'],
      conflicts: [{ documentId: 'v2', field: 'stock', seen: 8, now: 5 }],
    });
  });

  it('of the default: whoever it was meant to follow has lost it, and somebody else has it', () => {
    const moved = [
      variation(1, { isDefault: false }),
      variation(2, { isDefault: true }),
      variation(3),
    ];
    const wish = (id: number) => [
      edit(1, { isDefault: true }, { isDefault: false }),
      edit(id, { isDefault: false }, { isDefault: true }),
    ];
    expect(refusal(wish(3), moved)?.conflicts).toEqual([
      { documentId: 'v1', field: 'isDefault', seen: true, now: false },
    ]);
    expect(refusal(wish(2), moved)).toBeNull();
    expect(refusal(wish(2))).toBeNull();
  });
});

describe('prices', () => {
  const onSale = variation(1, {
    salePrice: money('5'),
    saleId: 'sale',
    handSalePrice: money('9'),
  });

  it('set by hand are never above the unit price', () => {
    expect(refusal([edit(1, { salePrice: null }, { salePrice: '10.01' })])?.paths).toEqual([
      'rows.0.changes.salePrice',
    ]);
    expect(refusal([edit(1, { salePrice: null }, { salePrice: '10.00' })])).toBeNull();
  });

  it('of a sale are never taken for those set by hand', () => {
    const [change] = plan([edit(1, { weight: '250' }, { weight: '1' })], [onSale]);
    expect(change?.salePrice?.toFixed()).toBe('9');
  });

  it('of a sale are not the ones that are seen and changed', () => {
    const seen = { salePrice: '9.00' };
    expect(refusal([edit(1, seen, { salePrice: '8.00' })], [onSale])).toBeNull();
    expect(
      refusal([edit(1, { salePrice: '5.00' }, { salePrice: '8.00' })], [onSale])?.conflicts
    ).toHaveLength(1);
  });

  it('that a sale displaces do not stand in the way of a lower unit price; others do', () => {
    const lower = edit(1, { unitPrice: '10.00' }, { unitPrice: '8.00' });
    expect(refusal([lower], [onSale])).toBeNull();
    const standing = variation(1, { salePrice: money('9') });
    expect(refusal([lower], [standing])?.paths).toEqual(['rows.0.changes.salePrice']);
    const weight = edit(1, { weight: '250' }, { weight: '1' });
    expect(refusal([weight], [variation(1, { salePrice: money('11') })])).toBeNull();
  });

  it('end after they begin', () => {
    const window = { saleFrom: '2026-01-02T00:00:00.000Z', saleTo: '2026-01-01T00:00:00.000Z' };
    const none = { saleFrom: null, saleTo: null };
    expect(refusal([edit(1, none, window)])?.paths).toEqual(['rows.0.changes.saleTo']);
  });
});

it('refuses two rows with one SKU, unless one of them gives it away', () => {
  const wish = (id: number, sku: string) => edit(id, { sku: `sku-${id}` }, { sku });
  expect(refusal([wish(1, 'same'), wish(2, 'same')])?.paths).toEqual([
    'rows.0.changes.sku',
    'rows.1.changes.sku',
  ]);
  expect(refusal([wish(1, 'sku-2'), wish(2, 'sku-1')])).toBeNull();
});

it('refuses strangers, two defaults, a retired default and foreign pictures', () => {
  const first = edit(9, { stock: 1 }, { stock: 2 });
  expect(refusal([first])?.paths).toEqual(['rows.0.documentId']);
  const both = [2, 3].map((id) => edit(id, { isDefault: false }, { isDefault: true }));
  expect(refusal(both)?.paths).toEqual(['rows.1.changes.isDefault']);
  const retired = [variation(1), variation(2, { retired: true })];
  expect(refusal(both.slice(0, 1), retired)?.paths).toEqual(['rows.0.changes.isDefault']);
  expect(refusal([edit(1, { image: null }, { image: 'foreign' })])?.paths).toEqual([
    'rows.0.changes.image',
  ]);
});
