import type { VariationCellsDto, VariationTableDto } from '../contracts/variation-table';
import { formatAmount } from '../domain/money/format';
import type { RoundingMode } from '../domain/money/rounding';
import type { VariationTable } from '../services/catalogue';

interface Terms {
  currency: string;
  roundingMode: RoundingMode;
}

export function presentVariationTable(
  { rows, pictures }: VariationTable,
  { currency, roundingMode }: Terms
): VariationTableDto {
  return {
    currency,
    roundingMode,
    rows: rows.map(({ cells, sale, ...row }) => ({
      ...row,
      cells: cells as VariationCellsDto,
      sale: sale && {
        ...sale,
        price: sale.price && formatAmount(sale.price, currency),
        from: sale.from?.toISOString() ?? null,
        to: sale.to?.toISOString() ?? null,
      },
    })),
    pictures,
  };
}
