import type { StripeOptions } from './stripe-payment';

const KEYS = [
  [
    'secretKey',
    /^[sr]k_\S+$/,
    'the secret key of your Stripe account, "sk_…" (or a restricted one)',
  ],
  ['webhookSecret', /^whsec_\S+$/, 'the signing secret of the webhook endpoint, "whsec_…"'],
] as const;

/** @throws an Error that names the key, and never tells its value */
export function checkOptions(options: StripeOptions): void {
  for (const [key, form, what] of KEYS) {
    const value: unknown = options[key];
    if (typeof value !== 'string' || !form.test(value)) {
      throw new Error(`stripePayment: "${key}" must be ${what}`);
    }
  }
  if (!['automatic', 'manual'].includes(options.capture ?? 'automatic')) {
    throw new Error('stripePayment: "capture" must be "automatic" or "manual"');
  }
}
