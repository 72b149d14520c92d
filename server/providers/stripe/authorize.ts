import type Stripe from 'stripe';

import type { PaymentAnswer, PaymentRequest } from '../payment';
import type { Intents, IntentMark } from './intents';
import { toStripeAmount } from './minor-units';
import { readIntent, waiting } from './read-intent';
import { readWish, type StripeWish } from './read-wish';
import {
  declineOf,
  isFailureRepeated,
  isOtherRequest,
  isRepeated,
  isUnexpectedState,
} from './refusal';

/** An attempt, in Stripe's terms. */
interface Asked extends StripeWish {
  amount: number;
  request: PaymentRequest;
}

/**
 * Asks for the money of an order by one PaymentIntent, however many attempts it takes: Stripe charges an intent once, so
 * two attempts cannot both be charged.
 */
export function createAuthorize(shop: {
  stripe: Stripe;
  intents: Intents;
  name: string;
  capture: 'automatic' | 'manual';
  statementDescriptorSuffix: string | undefined;
}) {
  const { stripe, intents } = shop;

  return async function authorize(request: PaymentRequest): Promise<PaymentAnswer> {
    const wish = readWish(request.payment);
    if (!wish) return declined(request, 'The payment details were not understood');
    const amount = toStripeAmount(request.amount, request.currency);
    if (amount === null) return declined(request, 'This amount cannot be paid in this way');
    try {
      return answerOf(await intentFor({ ...wish, amount, request }), wish);
    } catch (error) {
      const decline = declineOf(error);
      if (!decline) throw error;
      const paid = isRepeated(error) ? await paidMeanwhile(decline.reference) : null;
      return paid ? answerOf(paid, wish) : { ...declined(request, decline.reason), ...decline };
    }
  };

  /** An intent that nobody need pay any more: in the browser, or by another request. */
  async function paidMeanwhile(id: string | undefined): Promise<Stripe.PaymentIntent | null> {
    const intent = id === undefined ? null : await intents.byId(id);
    return intent && !CAN_BE_PAID.includes(intent.status) ? intent : null;
  }

  /** That of the attempt before, or a new one when there is none that can be paid. */
  async function intentFor(asked: Asked): Promise<Stripe.PaymentIntent> {
    const { reference } = asked.request;
    const known = reference === null ? null : await intents.byId(reference);
    return known && known.status !== 'canceled' ? goOn(known, asked) : begin(asked);
  }

  async function begin(asked: Asked): Promise<Stripe.PaymentIntent> {
    const { orderNumber, idempotencyKey } = asked.request;
    try {
      return await create(asked, `${idempotencyKey}:create`);
    } catch (error) {
      // Asked before, and its answer lost: with another card perhaps, or by a Stripe that failed half-way.
      if (!isOtherRequest(error) && !isFailureRepeated(error)) throw error;
      const begun = await intents.byAttempt(orderNumber, idempotencyKey);
      if (begun) return goOn(begun, asked);
      // Somebody else may still be at it under that key; a second intent could be charged as well.
      if (isOtherRequest(error)) throw error;
      return create(asked, `${idempotencyKey}:create-again`);
    }
  }

  async function create(asked: Asked, idempotencyKey: string): Promise<Stripe.PaymentIntent> {
    const { request, amount, returnUrl } = asked;
    const { orderNumber, currency } = request;
    const mark: IntentMark = {
      provider: shop.name,
      orderNumber,
      attempt: request.idempotencyKey,
    };
    const intent = await stripe.paymentIntents.create(
      {
        amount,
        currency: currency.toLowerCase(),
        capture_method: shop.capture,
        description: `Order ${orderNumber}`,
        metadata: { ...mark },
        automatic_payment_methods: {
          enabled: true,
          allow_redirects: returnUrl === null ? 'never' : 'always',
        },
        ...(shop.statementDescriptorSuffix === undefined
          ? {}
          : { statement_descriptor_suffix: shop.statementDescriptorSuffix }),
        ...(asked.paymentMethod === null
          ? {}
          : { confirm: true, payment_method: asked.paymentMethod, ...inBrowser(asked) }),
      },
      { idempotencyKey }
    );
    return asItIsNow(intent);
  }

  async function goOn(intent: Stripe.PaymentIntent, asked: Asked): Promise<Stripe.PaymentIntent> {
    if (!CAN_BE_PAID.includes(intent.status)) return intent;
    try {
      const { amount } = asked;
      const current =
        intent.amount === amount
          ? intent
          : await stripe.paymentIntents.update(intent.id, { amount });
      return asked.paymentMethod === null ? current : await confirm(intent.id, asked);
    } catch (error) {
      const paid = isUnexpectedState(error) ? await paidMeanwhile(intent.id) : null;
      if (paid) return paid;
      throw error;
    }
  }

  /** Under a key of the attempt and the card: a repeat hears the first answer, another card is another try. */
  async function confirm(id: string, asked: Asked): Promise<Stripe.PaymentIntent> {
    const { paymentMethod, request } = asked;
    const key = `${request.idempotencyKey}:confirm:${String(paymentMethod)}`;
    const under = (idempotencyKey: string) =>
      stripe.paymentIntents.confirm(
        id,
        {
          ...(paymentMethod === null ? {} : { payment_method: paymentMethod }),
          ...inBrowser(asked),
        },
        { idempotencyKey }
      );
    try {
      return await asItIsNow(await under(key));
    } catch (error) {
      if (!isFailureRepeated(error)) throw error;
      return asItIsNow(await under(`${key}:again`));
    }
  }

  /** What Stripe repeats under a key is how it was then; the shopper may have gone on since. */
  async function asItIsNow(
    intent: Stripe.Response<Stripe.PaymentIntent>
  ): Promise<Stripe.PaymentIntent> {
    const repeated = intent.lastResponse.headers['idempotent-replayed'] === 'true';
    return (repeated ? await intents.byId(intent.id) : null) ?? intent;
  }
}

const CAN_BE_PAID: readonly Stripe.PaymentIntent.Status[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

/** Stripe.js goes on with it, when there is something to be done. */
function inBrowser({ returnUrl }: StripeWish) {
  return { use_stripe_sdk: true, ...(returnUrl === null ? {} : { return_url: returnUrl }) };
}

function answerOf(intent: Stripe.PaymentIntent, { paymentMethod }: StripeWish): PaymentAnswer {
  // The browser pays by itself: that a card was declined before is no answer to it.
  if (paymentMethod === null && CAN_BE_PAID.includes(intent.status)) return waiting(intent);
  const { status, ...more } = readIntent(intent);
  switch (status) {
    case 'refunded':
      return { ...more, status: 'paid' };
    case 'cancelled':
      return { ...more, status: 'declined', reason: 'The payment was cancelled' };
    default:
      return { ...more, status };
  }
}

function declined({ reference }: PaymentRequest, reason: string): PaymentAnswer {
  return { status: 'declined', reason, ...(reference === null ? {} : { reference }) };
}
