import type { SaleOutcome } from '../../domain/catalogue/sale-effect';
import { nearestAmount } from '../../domain/money/format';
import type { Amount } from '../../domain/money/money';
import { type CsvMarks, csvNumber } from '../../templates/csv-text';
import type { NamedRow } from '../sale-preview';

export const CSV_HEADER = [
  'SKU',
  'Product',
  'Variation',
  'Unit price',
  'Price without the sale',
  'Price with the sale',
  'Saved',
  'Saved in %',
  'Below cost',
  'Skipped because',
];

export type CsvRow = (string | null)[];

/** A row of the preview as a line of the file. */
export function csvRow(row: NamedRow, currency: string, marks: CsvMarks): CsvRow {
  const { variation, product, unitPrice, costPrice, before, after, reduction } = row;
  const amount = (value: Amount | null) =>
    value && csvNumber(nearestAmount(value, currency), marks);
  return [
    variation.sku,
    product.title,
    row.options.join(' / '),
    amount(unitPrice),
    amount(before),
    amount(after),
    reduction && amount(reduction.amount),
    reduction && csvNumber(reduction.percent.toFixed(), marks),
    reduction && costPrice && after?.lt(costPrice) ? 'yes' : '',
    reasonOf(row),
  ];
}

const REASONS: Record<Exclude<SaleOutcome, 'reduced' | 'outbid'>, string> = {
  no_price: 'No unit price',
  not_below: 'The sale would not make it cheaper',
  not_valid: 'The sale is not valid at this time',
  left: 'The sale no longer includes it',
};

function reasonOf({ outcome, rival, rivalTitle }: NamedRow): string {
  if (outcome === 'reduced') return '';
  if (outcome !== 'outbid') return REASONS[outcome];
  return rival?.saleId === null
    ? 'The sale price set by hand is lower'
    : `The sale "${rivalTitle ?? ''}" is lower`;
}
