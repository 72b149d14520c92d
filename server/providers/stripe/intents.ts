import type Stripe from 'stripe';

import { invalidRequest, isMissing } from './refusal';

/** What is written on every PaymentIntent, so that it is found again when its id was lost in a crash. */
export interface IntentMark {
  /** The provider's name: two shops on one account have orders of the same number. */
  provider: string;
  orderNumber: string;
  /** The key of the attempt that began it. */
  attempt: string;
}

const NEWEST = 100;

export type Intents = ReturnType<typeof createIntents>;

/** Finds PaymentIntents. */
export function createIntents(stripe: Stripe, name: string) {
  /** With its charge. null: Stripe has none of that id. */
  async function byId(id: string): Promise<Stripe.PaymentIntent | null> {
    try {
      return await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** The one that an attempt began. */
  async function byAttempt(orderNumber: string, attempt: string) {
    const begunBy = ({ metadata }: Stripe.PaymentIntent) => metadata['attempt'] === attempt;
    const found = (await newest(orderNumber)).find(begunBy);
    const id = (found ?? (await searched(orderNumber)).find(begunBy))?.id;
    return id === undefined ? null : byId(id);
  }

  /** All of an order's. */
  async function ofOrder(orderNumber: string): Promise<string[]> {
    const found = [...(await newest(orderNumber)), ...(await searched(orderNumber))];
    return [...new Set(found.map(({ id }) => id))];
  }

  /** Among the newest of the account: one is looked for soon after it was lost. */
  async function newest(orderNumber: string): Promise<Stripe.PaymentIntent[]> {
    const { data } = await stripe.paymentIntents.list({ limit: NEWEST });
    return data.filter((intent) => isOf(intent, orderNumber));
  }

  /** Stripe's search knows old ones, and hears of new ones a minute late; in some countries there is none. */
  async function searched(orderNumber: string): Promise<Stripe.PaymentIntent[]> {
    const literal = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
    const query = `metadata['orderNumber']:${literal(orderNumber)} AND metadata['provider']:${literal(name)}`;
    try {
      const { data } = await stripe.paymentIntents.search({ query, limit: NEWEST });
      return data.filter((intent) => isOf(intent, orderNumber));
    } catch (error) {
      if (invalidRequest(error)) return [];
      throw error;
    }
  }

  function isOf({ metadata }: Stripe.PaymentIntent, orderNumber: string): boolean {
    return metadata['provider'] === name && metadata['orderNumber'] === orderNumber;
  }

  return { byId, byAttempt, ofOrder };
}
