import type { RivalDto, SalePreviewDto, SalePreviewRowDto } from '../contracts/sale-preview';
import { nearestAmount } from '../domain/money/format';
import type { Amount } from '../domain/money/money';
import type { NamedRow, RivalSum, SalePreview } from '../services/sale-preview';

interface Page {
  page: number;
  pageSize: number;
}

export function presentSalePreview(
  preview: SalePreview,
  currency: string,
  { page, pageSize }: Page
): SalePreviewDto {
  const { products, variations, reached, outcomes, changes, lost, warnings, total } = preview;
  const { belowCost, free, shadowed, titles } = preview;
  const rivals = (sums: readonly RivalSum[]) => sums.map((sum) => presentRival(sum, titles));
  return {
    at: preview.at.toISOString(),
    ...{ currency, products, variations, reached, outcomes, changes, lost },
    ...{ belowCost, free, shadowed, warnings },
    takesOverFrom: rivals(preview.takesOverFrom),
    outbidBy: rivals(preview.outbidBy),
    shadowedBy: rivals(preview.shadowedBy),
    handsOverTo: preview.handsOverTo.map((sum) => ({
      ...presentRival(sum, titles),
      from: sum.from?.toISOString() ?? null,
      to: sum.to?.toISOString() ?? null,
    })),
    rows: preview.rows.map((row) => presentSaleRow(row, currency)),
    pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
  };
}

function presentRival(
  { saleId, variations }: RivalSum,
  titles: ReadonlyMap<string, string>
): RivalDto {
  return {
    sale: saleId === null ? null : { documentId: saleId, title: titles.get(saleId) ?? '' },
    variations,
  };
}

export function presentSaleRow(row: NamedRow, currency: string): SalePreviewRowDto {
  const { variation, product, outcome, unitPrice, before, after, stored, costPrice, rival } = row;
  const { reduction } = row;
  const text = (amount: Amount | null) => amount && nearestAmount(amount, currency);
  return {
    variationDocumentId: variation.documentId,
    productDocumentId: product.documentId,
    product: product.title,
    ...{ options: row.options, sku: variation.sku, outcome },
    unitPrice: text(unitPrice),
    before: text(before),
    after: text(after),
    stored: text(stored),
    saved: text(reduction?.amount ?? null),
    percent: reduction && reduction.percent.toFixed(),
    belowCost: reduction !== null && costPrice !== null && after !== null && after.lt(costPrice),
    rival: rival && {
      sale:
        rival.saleId === null ? null : { documentId: rival.saleId, title: row.rivalTitle ?? '' },
    },
  };
}
