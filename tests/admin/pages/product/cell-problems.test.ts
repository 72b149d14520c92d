import { openSheet, type Sheet, writeCells } from '../../../../admin/components/grid/sheet';
import { cellProblems } from '../../../../admin/pages/product/variations/cell-problems';
import {
  editsOf,
  EXCLUSIVE,
  sheetRows,
} from '../../../../admin/pages/product/variations/variation-sheet';
import type { VariationRowDto } from '../../../../server/contracts/variation-table';

const variation = (
  documentId: string,
  cells: Partial<VariationRowDto['cells']> = {},
  rest: Partial<VariationRowDto> = {}
): VariationRowDto => ({
  documentId,
  options: [],
  retired: false,
  sale: null,
  cells: {
    unitPrice: '10.00',
    salePrice: null,
    saleFrom: null,
    saleTo: null,
    sku: `sku-${documentId}`,
    stock: 3,
    weight: null,
    costPrice: null,
    image: null,
    isDefault: documentId === 'a',
    ...cells,
  },
  ...rest,
});

const open = (rows: VariationRowDto[]) => openSheet(sheetRows(rows), EXCLUSIVE);
const problemsOf = (rows: VariationRowDto[], sheet: Sheet, currency = 'EUR') =>
  cellProblems(sheet, new Map(rows.map((row) => [row.documentId, row])), currency);
const after = (rows: VariationRowDto[], ...writes: [id: string, field: string, value: string][]) =>
  writeCells(
    open(rows),
    writes.map(([id, field, value]) => ({ id, field, value }))
  );

const SALE = { title: 'Sale', price: '5.00', from: null, to: null, onNow: true };

describe('cellProblems', () => {
  it.each([
    ['unitPrice', 'abc', 'amount'],
    ['unitPrice', '1.005', 'decimals'],
    ['unitPrice', '-1', 'negative'],
    ['unitPrice', '1234567890123456.00', 'digits'],
    ['costPrice', '1,5', 'amount'],
    ['salePrice', '10.01', 'above'],
    ['stock', '1.5', 'stock'],
    ['stock', '-1', 'stock'],
    ['stock', '2147483648', 'stock'],
    ['weight', '1.2345', 'weight'],
    ['weight', 'x', 'weight'],
    ['sku', 'sku-b', 'sku-taken'],
    ['sku', 'x'.repeat(256), 'sku-long'],
    ['saleTo', 'soon', 'time'],
  ])('%s %p', (field, value, problem) => {
    const rows = [variation('a'), variation('b')];
    expect(problemsOf(rows, after(rows, ['a', field, value]))).toEqual({
      a: { [field]: `variation-table.problem.${problem}` },
    });
  });

  it.each([
    ['unitPrice', ''],
    ['unitPrice', '0.00'],
    ['salePrice', '10.00'],
    ['stock', ''],
    ['stock', '0'],
    ['sku', ''],
    ['weight', '1.5'],
  ])('%s %p is fine', (field, value) => {
    const rows = [variation('a'), variation('b')];
    expect(problemsOf(rows, after(rows, ['a', field, value]))).toEqual({});
  });

  it('lets rows exchange their SKUs', () => {
    const rows = [variation('a'), variation('b')];
    const sheet = after(rows, ['a', 'sku', 'sku-b'], ['b', 'sku', 'sku-a']);
    expect(problemsOf(rows, sheet)).toEqual({});
  });

  it('looks at a price set by hand when the price falls below it, unless a sale displaces it', () => {
    const plain = [variation('a', { salePrice: '8.00' })];
    expect(problemsOf(plain, after(plain, ['a', 'unitPrice', '7.00']))).toEqual({
      a: { salePrice: 'variation-table.problem.above' },
    });
    const displaced = [variation('a', { salePrice: '8.00' }, { sale: SALE })];
    expect(problemsOf(displaced, after(displaced, ['a', 'unitPrice', '7.00']))).toEqual({});
    expect(problemsOf(displaced, after(displaced, ['a', 'salePrice', '11.00']))).toEqual({
      a: { salePrice: 'variation-table.problem.above' },
    });
  });

  it('wants a window to end after it begins', () => {
    const rows = [variation('a', { saleFrom: '2026-11-28T00:00:00.000Z' })];
    const sheet = after(rows, ['a', 'saleTo', '2026-11-28T00:00:00.000Z']);
    expect(problemsOf(rows, sheet)).toEqual({ a: { saleTo: 'variation-table.problem.window' } });
  });

  it('has no retired variation as the default one', () => {
    const rows = [variation('a'), variation('b', {}, { retired: true })];
    expect(problemsOf(rows, after(rows, ['b', 'isDefault', 'yes']))).toEqual({
      b: { isDefault: 'variation-table.problem.retired' },
    });
  });

  it('takes the currency at its decimals', () => {
    const rows = [variation('a', { unitPrice: '1990' })];
    expect(problemsOf(rows, after(rows, ['a', 'unitPrice', '19.90']), 'JPY')).toEqual({
      a: { unitPrice: 'variation-table.problem.decimals' },
    });
  });
});

describe('editsOf', () => {
  it('sends the changed cells of the changed rows, and what was seen there', () => {
    const rows = [variation('a'), variation('b'), variation('c')];
    const sheet = after(
      rows,
      ['a', 'stock', ''],
      ['b', 'unitPrice', '12.00'],
      ['b', 'stock', '7'],
      ['b', 'isDefault', 'yes']
    );
    expect(editsOf(sheet)).toEqual([
      {
        documentId: 'a',
        seen: { stock: 3, isDefault: true },
        changes: { stock: null, isDefault: false },
      },
      {
        documentId: 'b',
        seen: { unitPrice: '10.00', stock: 3, isDefault: false },
        changes: { unitPrice: '12.00', stock: 7, isDefault: true },
      },
    ]);
    expect(editsOf(open(rows))).toEqual([]);
  });
});
