import type {
  CodeTemplateDto,
  GenerateCodesRequest,
} from '../../../server/contracts/discount-codes';
import { typedAmount } from '../../text/typed-amount';

export type DiscountKind = 'percent' | 'deduct' | 'exact' | 'none';

/** What is typed into the generator; numbers as text. */
export interface CodesForm {
  batch: string;
  pattern: string;
  count: string;
  template: CodeTemplateDto | null;
  kind: DiscountKind;
  discount: string;
  freeShipping: boolean;
  appliesTo: 'cart' | 'selection';
  validFrom: string | null;
  validTo: string | null;
  minPurchase: string;
  maxUses: string;
  maxUsesPerCustomer: string;
  active: boolean;
}

/** Codes for one use each, as most batches are. */
export const NEW_FORM: CodesForm = {
  batch: '',
  pattern: 'SALE-????-####',
  count: '100',
  template: null,
  kind: 'percent',
  discount: '',
  freeShipping: false,
  appliesTo: 'cart',
  validFrom: null,
  validTo: null,
  minPurchase: '',
  maxUses: '1',
  maxUsesPerCustomer: '',
  active: true,
};

/** What a code says of its discount, window, scope and minimum; how often one may be used stays as it was typed. */
export function likeTemplate(form: CodesForm, template: CodeTemplateDto): CodesForm {
  const { discountPercent, discountDeduct, discountExact } = template;
  const kind =
    (discountPercent !== null && 'percent') ||
    (discountDeduct !== null && 'deduct') ||
    (discountExact !== null && 'exact') ||
    'none';
  return {
    ...form,
    template,
    kind,
    discount: discountPercent ?? discountDeduct ?? discountExact ?? '',
    freeShipping: template.freeShipping,
    appliesTo: template.appliesTo,
    validFrom: template.validFrom,
    validTo: template.validTo,
    minPurchase: template.minPurchase ?? '',
    maxUsesPerCustomer: template.maxUsesPerCustomer?.toString() ?? '',
  };
}

/** A whole number from `least` up to `most`; null for anything else. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const number = Number(text);
  return /^\d{1,10}$/.test(text.trim()) && number >= least && number <= most ? number : null;
}

export const MOST_CODES = 10_000;
const MOST_USES = 2_147_483_647;

export const countOf = ({ count }: CodesForm) => wholeNumber(count, 1, MOST_CODES);

/** Which fields keep the codes from being generated. */
export function missingOf(form: CodesForm): (keyof CodesForm)[] {
  const wrongUses = (text: string) =>
    text.trim() !== '' && wholeNumber(text, 1, MOST_USES) === null;
  const found: [keyof CodesForm, boolean][] = [
    ['batch', form.batch.trim() === ''],
    ['pattern', form.pattern.trim() === ''],
    ['count', countOf(form) === null],
    ['discount', form.kind === 'none' ? !form.freeShipping : form.discount.trim() === ''],
    ['maxUses', wrongUses(form.maxUses)],
    ['maxUsesPerCustomer', wrongUses(form.maxUsesPerCustomer)],
    ['validTo', form.validFrom !== null && form.validTo !== null && form.validTo <= form.validFrom],
  ];
  return found.flatMap(([field, isMissing]) => (isMissing ? [field] : []));
}

/** What is asked of the server; numbers as it reads them. */
export function orderOf(form: CodesForm, locale: string): GenerateCodesRequest {
  const number = (text: string) => (text.trim() === '' ? null : typedAmount(text, locale));
  const discount = (kind: DiscountKind) => (form.kind === kind ? number(form.discount) : null);
  return {
    batch: form.batch.trim(),
    pattern: form.pattern.trim(),
    count: countOf(form) ?? 0,
    active: form.active,
    template: form.appliesTo === 'selection' ? (form.template?.documentId ?? null) : null,
    discountPercent: discount('percent'),
    discountDeduct: discount('deduct'),
    discountExact: discount('exact'),
    freeShipping: form.freeShipping,
    appliesTo: form.appliesTo,
    validFrom: form.validFrom,
    validTo: form.validTo,
    minPurchase: number(form.minPurchase),
    maxUses: wholeNumber(form.maxUses, 1, MOST_USES),
    maxUsesPerCustomer: wholeNumber(form.maxUsesPerCustomer, 1, MOST_USES),
  };
}
