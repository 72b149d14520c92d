/** What Stripe refuses with, in its own form. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly error: Fields
  ) {
    super(String(error['message']));
  }
}

export type Fields = Record<string, unknown>;
type Text = Record<string, string>;

export interface Intent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_capturable: number;
  amount_received: number;
  capture_method: string;
  client_secret: string;
  created: number;
  currency: string;
  description: string | null;
  last_payment_error: Fields | null;
  latest_charge: string | null;
  livemode: false;
  metadata: Text;
  next_action: Fields | null;
  payment_method: string | null;
  status: string;
}

export interface Charge {
  id: string;
  object: 'charge';
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  captured: boolean;
  currency: string;
  metadata: Text;
  payment_intent: string;
  refunded: boolean;
}

export interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  charge: string;
  currency: string;
  metadata: Text;
  payment_intent: string;
  status: string;
}

export interface StripeEvent {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  type: string;
  data: { object: Fields };
}

/** Ids are Stripe's: no two accounts have the same. */
let made = 0;

const PAYABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
const CANCELLABLE = [...PAYABLE, 'requires_capture'];
const TEST_CARDS = ['visa', 'chargeDeclined', 'chargeDeclinedInsufficientFunds'];
const STEP_CARDS = ['authenticationRequired', 'threeDSecure2Required'];

/**
 * An account at Stripe: its PaymentIntents, charges and refunds, and how one becomes the other, as docs.stripe.com says.
 * Parameters are texts, as a form carries them.
 */
export class StripeAccount {
  readonly intents = new Map<string, Intent>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly events: StripeEvent[] = [];
  /** What `refunds.create` answers with; `pending` is settled by `settleRefunds`. */
  refundStatus = 'succeeded';

  create(given: Fields): Intent {
    const params = known(given, [
      ...['amount', 'currency', 'capture_method', 'description', 'metadata', 'confirm'],
      ...['payment_method', 'return_url', 'use_stripe_sdk', 'automatic_payment_methods'],
      'statement_descriptor_suffix',
    ]);
    if (params['return_url'] && params['confirm'] !== 'true') {
      throw invalid('parameter_unknown', '`return_url` goes with `confirm`', 'return_url');
    }
    const id = this.id('pi');
    const currency = text(params['currency']);
    const intent: Intent = {
      id,
      object: 'payment_intent',
      amount: amountOf(params['amount'], currency),
      amount_capturable: 0,
      amount_received: 0,
      capture_method: text(params['capture_method'] ?? 'automatic_async'),
      client_secret: `${id}_secret_${made}`,
      created: 1_700_000_000 + made,
      currency,
      description: (params['description'] as string | undefined) ?? null,
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      metadata: (params['metadata'] as Text | undefined) ?? {},
      next_action: null,
      payment_method: null,
      status: 'requires_payment_method',
    };
    const method = params['payment_method'];
    if (method !== undefined) checkMethod(text(method));
    this.intents.set(id, intent);
    this.tell('payment_intent.created', intent);
    return params['confirm'] === 'true' ? this.pay(intent, text(method)) : intent;
  }

  update(id: string, given: Fields): Intent {
    const params = known(given, ['amount', 'metadata', 'payment_method']);
    const intent = this.intent(id);
    if (!PAYABLE.includes(intent.status)) throw unexpected(intent, 'updated');
    if (params['amount'] !== undefined) {
      intent.amount = amountOf(params['amount'], intent.currency);
      if (intent.status === 'requires_action') intent.status = 'requires_confirmation';
    }
    return intent;
  }

  /** By the shop's server, or by Stripe.js in the browser. */
  confirm(id: string, given: Fields): Intent {
    const params = known(given, ['payment_method', 'return_url', 'use_stripe_sdk']);
    const intent = this.intent(id);
    if (!PAYABLE.includes(intent.status)) throw unexpected(intent, 'confirmed');
    return this.pay(intent, text(params['payment_method'] ?? intent.payment_method));
  }

  /** The shopper's bank has asked, and the shopper has answered. */
  authenticate(id: string, well = true): Intent {
    const intent = this.intent(id);
    if (intent.status !== 'requires_action') throw unexpected(intent, 'authenticated');
    if (well) return this.charge(intent);
    return this.fail(
      intent,
      'payment_intent_authentication_failure',
      'We could not be sure of you'
    );
  }

  capture(id: string, given: Fields): Intent {
    const params = known(given, ['amount_to_capture', 'metadata']);
    const intent = this.intent(id);
    if (intent.status !== 'requires_capture') throw unexpected(intent, 'captured');
    const amount = amountOf(params['amount_to_capture'] ?? intent.amount, intent.currency);
    if (amount > intent.amount_capturable) {
      throw invalid('amount_too_large', 'More than can be captured', 'amount_to_capture');
    }
    Object.assign(intent.metadata, params['metadata']);
    return this.take(intent, amount);
  }

  cancel(id: string, given: Fields): Intent {
    known(given, ['cancellation_reason']);
    const intent = this.intent(id);
    if (!CANCELLABLE.includes(intent.status)) throw unexpected(intent, 'canceled');
    Object.assign(intent, { status: 'canceled', amount_capturable: 0, next_action: null });
    this.tell('payment_intent.canceled', intent);
    return intent;
  }

  refund(given: Fields): Refund {
    const params = known(given, ['payment_intent', 'amount', 'metadata']);
    const intent = this.intent(text(params['payment_intent']));
    const charge = intent.latest_charge ? this.charges.get(intent.latest_charge) : undefined;
    if (!charge?.captured) {
      throw invalid('charge_not_refundable', 'It has no successful charge to refund');
    }
    if (charge.refunded) {
      throw invalid('charge_already_refunded', `Charge ${charge.id} has already been refunded.`);
    }
    const left = charge.amount_captured - charge.amount_refunded;
    const amount = amountOf(params['amount'] ?? left, charge.currency);
    if (amount > left) {
      throw invalid(undefined, 'Refund amount is greater than unrefunded amount', 'amount');
    }
    const refund: Refund = {
      id: this.id('re'),
      object: 'refund',
      amount,
      charge: charge.id,
      currency: charge.currency,
      metadata: (params['metadata'] as Text | undefined) ?? {},
      payment_intent: intent.id,
      status: this.refundStatus,
    };
    this.refunds.set(refund.id, refund);
    charge.amount_refunded += amount;
    charge.refunded = charge.amount_refunded === charge.amount_captured;
    this.tell('charge.refunded', charge);
    return refund;
  }

  settleRefunds(status: 'succeeded' | 'failed'): void {
    for (const refund of this.refunds.values()) {
      if (refund.status === 'pending') refund.status = status;
    }
  }

  intent(id: string): Intent {
    const intent = this.intents.get(id);
    if (intent) return intent;
    throw new StripeRefusal(404, {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: `No such payment_intent: '${id}'`,
      param: 'intent',
    });
  }

  /** What the shopper was charged in all, of every intent. */
  get charged(): number[] {
    return [...this.charges.values()].map(({ amount }) => amount);
  }

  private pay(intent: Intent, method: string): Intent {
    checkMethod(method);
    const card = method.replace('pm_card_', '');
    intent.payment_method = method;
    intent.last_payment_error = null;
    if (STEP_CARDS.includes(card)) {
      intent.status = 'requires_action';
      intent.next_action = { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure' } };
      this.tell('payment_intent.requires_action', intent);
      return intent;
    }
    if (card === 'visa') return this.charge(intent);
    const { last_payment_error: error } = this.fail(
      intent,
      'card_declined',
      'Your card was declined.'
    );
    throw new StripeRefusal(402, { ...error, payment_intent: structuredClone(intent) });
  }

  private fail(intent: Intent, code: string, message: string): Intent {
    intent.status = 'requires_payment_method';
    intent.payment_method = null;
    intent.next_action = null;
    intent.last_payment_error = { type: 'card_error', code, message };
    this.tell('payment_intent.payment_failed', intent);
    return intent;
  }

  private charge(intent: Intent): Intent {
    const charge: Charge = {
      id: this.id('ch'),
      object: 'charge',
      amount: intent.amount,
      amount_captured: 0,
      amount_refunded: 0,
      captured: false,
      currency: intent.currency,
      metadata: { ...intent.metadata },
      payment_intent: intent.id,
      refunded: false,
    };
    this.charges.set(charge.id, charge);
    Object.assign(intent, { latest_charge: charge.id, next_action: null });
    if (intent.capture_method !== 'manual') return this.take(intent, intent.amount);
    Object.assign(intent, { status: 'requires_capture', amount_capturable: intent.amount });
    this.tell('payment_intent.amount_capturable_updated', intent);
    return intent;
  }

  /** The rest, if there is one, goes back to the card. */
  private take(intent: Intent, amount: number): Intent {
    const charge = this.charges.get(intent.latest_charge ?? '');
    if (charge) Object.assign(charge, { captured: true, amount_captured: amount });
    Object.assign(intent, { status: 'succeeded', amount_capturable: 0, amount_received: amount });
    this.tell('payment_intent.succeeded', intent);
    return intent;
  }

  private tell(type: string, object: object): void {
    this.events.push({
      id: this.id('evt'),
      object: 'event',
      api_version: '2026-10-28.endive',
      created: 1_700_000_000 + made,
      type,
      data: { object: structuredClone(object) as Fields },
    });
  }

  private id(kind: string): string {
    made += 1;
    return `${kind}_${String(made).padStart(6, '0')}`;
  }
}

function known(params: Fields, names: string[]): Fields {
  const unknown = Object.keys(params).find((name) => name !== 'expand' && !names.includes(name));
  if (unknown === undefined) return params;
  throw invalid('parameter_unknown', `Received unknown parameter: ${unknown}`, unknown);
}

function checkMethod(method: string): void {
  const cards = [...TEST_CARDS, ...STEP_CARDS].map((card) => `pm_card_${card}`);
  if (cards.includes(method)) return;
  throw invalid('resource_missing', `No such PaymentMethod: '${method}'`, 'payment_method');
}

/** Whole units, of those that Stripe takes in this currency, and not too few. */
function amountOf(value: unknown, currency: string): number {
  const amount = Number(value);
  if (!Number.isInteger(amount) || amount < 1) {
    throw invalid('parameter_invalid_integer', `Invalid integer: ${String(value)}`, 'amount');
  }
  const steps: Text = { bhd: '10', jod: '10', kwd: '10', omr: '10', tnd: '10' };
  const step = Number({ ...steps, isk: '100', ugx: '100' }[currency] ?? 1);
  if (amount % step !== 0) {
    throw invalid('invalid_charge_amount', `Amounts of ${currency} go by ${step}`, 'amount');
  }
  if (['eur', 'usd'].includes(currency) && amount < 50) {
    throw invalid('amount_too_small', 'Amount must be at least 0.50', 'amount');
  }
  return amount;
}

function text(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid('parameter_missing', 'Missing required param');
}

function invalid(code: string | undefined, message: string, param?: string): StripeRefusal {
  return new StripeRefusal(400, { type: 'invalid_request_error', code, message, param });
}

function unexpected(intent: Intent, what: string): StripeRefusal {
  return new StripeRefusal(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `This PaymentIntent could not be ${what} because it has a status of ${intent.status}.`,
    payment_intent: structuredClone(intent),
  });
}
