/** What makes a shop out of an empty one, in the order in which it is done. */
export const FIRST_STEPS = [
  'details',
  'options',
  'product',
  'delivery',
  'test-order',
  'front-end',
  'staff',
] as const;

export type FirstStep = (typeof FIRST_STEPS)[number];

/** What is there already. */
export interface ShopFacts {
  /** Who sells has a name and an address. */
  hasDetails: boolean;
  hasOptions: boolean;
  /** Something is published and has a price. */
  hasProduct: boolean;
  hasShipping: boolean;
  hasTaxes: boolean;
  /** Of a shopper, or made as a test. */
  hasOrder: boolean;
  /** Somebody has filled a cart, so a front end is connected. */
  hasCart: boolean;
  /** Members of staff, invited ones included. */
  staff: number;
}

/** Each step knows by itself whether it is done. */
export function isStepDone(step: FirstStep, facts: ShopFacts): boolean {
  const done: Record<FirstStep, boolean> = {
    'details': facts.hasDetails,
    'options': facts.hasOptions,
    'product': facts.hasProduct,
    'delivery': facts.hasShipping && facts.hasTaxes,
    'test-order': facts.hasOrder,
    'front-end': facts.hasCart,
    'staff': facts.staff > 1,
  };
  return done[step];
}
