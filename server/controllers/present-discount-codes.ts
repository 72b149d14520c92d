import type {
  CodeBatchDto,
  CodeTemplateDto,
  CodeUseDto,
  CodeUsesDto,
} from '../contracts/discount-codes';
import { nearestAmount } from '../domain/money/format';
import { money } from '../domain/money/money';
import type { CodeUses, DiscountCodeTools } from '../services/discount-code-tools';

type Batch = Awaited<ReturnType<DiscountCodeTools['generate']>>;
type Template = Awaited<ReturnType<DiscountCodeTools['templates']>>[number];

interface Page {
  page: number;
  pageSize: number;
}

export const paginationOf = ({ page, pageSize }: Page, total: number) => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
});

export const presentBatch = (batch: Batch): CodeBatchDto => ({
  ...batch,
  createdAt: batch.createdAt?.toISOString() ?? null,
});

/** Numbers as people write them: 10, not 10.0000. */
export function presentTemplate(template: Template): CodeTemplateDto {
  const plain = (text: string | null) => text && money(text).toFixed();
  return {
    ...template,
    discountDeduct: plain(template.discountDeduct),
    discountPercent: plain(template.discountPercent),
    discountExact: plain(template.discountExact),
    minPurchase: plain(template.minPurchase),
    validFrom: template.validFrom?.toISOString() ?? null,
    validTo: template.validTo?.toISOString() ?? null,
  };
}

export function presentUses(
  { orders, total, given }: CodeUses,
  page: Page,
  { withCustomers }: { withCustomers: boolean }
): CodeUsesDto {
  return {
    data: orders.map((order) => presentUse(order, withCustomers)),
    meta: {
      pagination: paginationOf(page, total),
      given: [...given].map(([currency, amount]) => ({
        amount: nearestAmount(amount, currency),
        currency,
      })),
    },
  };
}

function presentUse(order: CodeUses['orders'][number], withCustomers: boolean): CodeUseDto {
  const { orderDocumentId, number, placedAt, currency, discountCode, counts } = order;
  const { firstName, lastName } = order.billing ?? {};
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return {
    ...{ orderDocumentId, number, currency, counts },
    placedAt: placedAt?.toISOString() ?? null,
    customer: withCustomers ? name || order.email : null,
    amount: discountCode && nearestAmount(money(discountCode.amount), currency),
    freeShipping: discountCode?.freeShipping ?? false,
  };
}
