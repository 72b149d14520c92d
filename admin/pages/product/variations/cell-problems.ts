import type { VariationField, VariationRowDto } from '../../../../server/contracts/variation-table';
import { currencyDecimals } from '../../../../server/domain/money/currency';
import { money } from '../../../../server/domain/money/money';
import { type CellMap, type Sheet, valueAt } from '../../../components/grid/sheet';
import type { TextKey } from '../../../text/get-translation';
import { isDecimal, isInstant } from './typed-cell';

const MOST_DIGITS = 15;
const MOST_UNITS = 2_147_483_647;
const LONGEST_SKU = 255;

type Cells = Record<string, TextKey>;

/**
 * What is wrong with the cells that were changed, in the words of the admin; the server asks again. What was not
 * changed is not asked about, as it was right when it was saved.
 */
export function cellProblems(
  sheet: Sheet,
  rows: ReadonlyMap<string, VariationRowDto>,
  currency: string
): CellMap {
  const skus = takenSkus(sheet);
  const problems: Record<string, Cells> = {};
  for (const [id, changes] of Object.entries(sheet.changes)) {
    const row = rows.get(id);
    const found: Cells = {};
    for (const [field, value] of Object.entries(changes)) {
      const problem = problemOf(field as VariationField, value, currency);
      if (problem) found[field] = problem;
      if (field === 'sku' && value !== '' && (skus.get(value) ?? 0) > 1) {
        found['sku'] = 'variation-table.problem.sku-taken';
      }
      if (field === 'isDefault' && value !== '' && row?.retired) {
        found['isDefault'] = 'variation-table.problem.retired';
      }
    }
    const price =
      found['unitPrice'] || found['salePrice'] ? undefined : priceProblem(sheet, id, row);
    const window = found['saleFrom'] || found['saleTo'] ? undefined : windowProblem(sheet, id);
    if (price) found['salePrice'] = price;
    if (window) found['saleTo'] = window;
    if (Object.keys(found).length > 0) problems[id] = found;
  }
  return problems;
}

function problemOf(field: VariationField, value: string, currency: string): TextKey | undefined {
  if (value === '') return undefined;
  switch (field) {
    case 'unitPrice':
    case 'salePrice':
    case 'costPrice':
      return amountProblem(value, currency);
    case 'weight':
      if (isDecimal(value) && /^\d{1,9}(\.\d{1,3})?$/.test(value)) return undefined;
      return 'variation-table.problem.weight';
    case 'stock':
      if (/^\d+$/.test(value) && Number(value) <= MOST_UNITS) return undefined;
      return 'variation-table.problem.stock';
    case 'sku':
      return value.length > LONGEST_SKU ? 'variation-table.problem.sku-long' : undefined;
    case 'saleFrom':
    case 'saleTo':
      return isInstant(value) ? undefined : 'variation-table.problem.time';
    default:
      return undefined;
  }
}

function amountProblem(value: string, currency: string): TextKey | undefined {
  if (/^[-−]\s*[\d.,]+$/.test(value)) return 'variation-table.problem.negative';
  if (!isDecimal(value)) return 'variation-table.problem.amount';
  const amount = money(value);
  if (amount.decimalPlaces() > currencyDecimals(currency)) {
    return 'variation-table.problem.decimals';
  }
  return amount.precision(true) > MOST_DIGITS ? 'variation-table.problem.digits' : undefined;
}

/** The server's rule: what a sale displaces is looked at only when it is changed itself. */
function priceProblem(
  sheet: Sheet,
  id: string,
  row: VariationRowDto | undefined
): TextKey | undefined {
  const changes = sheet.changes[id] ?? {};
  const handChanged = ['salePrice', 'saleFrom', 'saleTo'].some((field) => field in changes);
  const priceChanged = 'unitPrice' in changes && row?.sale === null;
  if (!handChanged && !priceChanged) return undefined;
  const [unit, hand] = [valueAt(sheet, id, 'unitPrice'), valueAt(sheet, id, 'salePrice')];
  if (!isDecimal(unit) || !isDecimal(hand) || money(hand).lte(money(unit))) return undefined;
  return 'variation-table.problem.above';
}

function windowProblem(sheet: Sheet, id: string): TextKey | undefined {
  const changes = sheet.changes[id] ?? {};
  if (!('saleFrom' in changes) && !('saleTo' in changes)) return undefined;
  const [from, to] = [valueAt(sheet, id, 'saleFrom'), valueAt(sheet, id, 'saleTo')];
  return from !== '' && to !== '' && to <= from ? 'variation-table.problem.window' : undefined;
}

/** How many rows have each SKU; nothing when none was changed. */
function takenSkus(sheet: Sheet): Map<string, number> {
  const taken = new Map<string, number>();
  if (!Object.values(sheet.changes).some((cells) => 'sku' in cells)) return taken;
  for (const { id } of sheet.rows) {
    const sku = valueAt(sheet, id, 'sku');
    taken.set(sku, (taken.get(sku) ?? 0) + 1);
  }
  return taken;
}
