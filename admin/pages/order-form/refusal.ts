/** What the server had against a request, as far as a form can show where. */
export interface Refusal {
  code: string | null;
  message: string;
  /** By field. */
  issues: { path: string; message: string }[];
  /** The facts that come with the code. */
  facts: Readonly<Record<string, unknown>>;
}

/** Reads what a query or a mutation failed with. */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null) return null;
  const { message, details } = error as { message?: unknown; details?: unknown };
  const facts = (typeof details === 'object' && details !== null ? details : {}) as Record<
    string,
    unknown
  >;
  return {
    code: typeof facts.code === 'string' ? facts.code : null,
    message: typeof message === 'string' ? message : '',
    issues: Array.isArray(facts.issues) ? (facts.issues as Refusal['issues']) : [],
    facts,
  };
}

/** What is wrong with one field. */
export function issueAt(refusal: Refusal | null, path: string): string | null {
  return refusal?.issues.find((issue) => issue.path === path)?.message ?? null;
}

/** The codes that are about one thing of the order. */
const OF_AN_ITEM = ['insufficient_stock', 'not_for_sale', 'no_price'];

/** Whether the refusal is about the thing with this SKU; one without a SKU cannot be told apart. */
export function isAboutItem(refusal: Refusal | null, sku: string | null): boolean {
  if (!refusal?.code || !OF_AN_ITEM.includes(refusal.code)) return false;
  return sku !== null && refusal.facts.sku === sku;
}

export const isAboutCode = (refusal: Refusal | null): boolean =>
  refusal?.code?.startsWith('discount_code_') ?? false;

export const isAboutShipping = (refusal: Refusal | null): boolean =>
  refusal?.code?.startsWith('shipping_option_') ?? false;

/** Somebody else, or the catalogue, was faster. */
export const isConflict = (refusal: Refusal | null): boolean => refusal?.code === 'cart_changed';
