import type { PaymentProvider } from '../../server/providers/payment';
import { stripePayment } from '../../server/providers/stripe';
import { filesOf } from '../support/markdown-example';
import { makeProduct } from '../support/shop';
import { DETAILS, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import { type FakeStripe, startStripe } from '../support/stripe-server';

/** The examples of the page about Stripe, run as they are printed. */
const { run } = filesOf('providers/stripe.md');

type Env = (key: string) => string;
type Entry = (host: object) => PaymentProvider;
type Post = (path: string, body: object) => Promise<{ data?: unknown; error?: unknown }>;
type Pay = (stripe: object, elements: object, post: Post) => Promise<string | null>;

interface PluginConfig {
  cartwright: { config: { providers: { payments: Entry[] } } };
}

describe('the config of the page', () => {
  const { default: plugins } = run('config/plugins') as {
    default: (host: { env: Env }) => PluginConfig;
  };
  const entry = (keys: Record<string, string>): Entry =>
    plugins({ env: (key) => keys[key]! }).cartwright.config.providers.payments[0]!;

  it('makes the provider when the shop starts', () => {
    const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
    const { name, label, capture, void: letGo, refund } = entry(keys)({});
    expect([name, label]).toEqual(['stripe', 'Card']);
    for (const part of [capture, letGo, refund]) expect(part).toEqual(expect.any(Function));
  });

  it('is read without keys, by a build; a start says which one is missing', () => {
    const without = entry({ STRIPE_SECRET_KEY: 'sk_test_1' });
    expect(() => without({})).toThrow('"webhookSecret" must be');
  });
});

describe('the front end of the page', () => {
  const { pay } = run('front-end/pay') as { pay: Pay };
  let stripe: FakeStripe;
  let shop: RunningShop;
  beforeAll(async () => {
    stripe = await startStripe();
    const payments = [() => stripePayment(stripe.options)];
    shop = await startStrapi({ cartwright: { providers: { payments } } });
  });
  afterAll(async () => {
    await shop.stop();
    await stripe.stop();
  });
  beforeEach(() => {
    stripe.forget();
  });

  /** Stripe.js in the browser of a shopper with a card. */
  const browser = (card: string) => ({
    createPaymentMethod: () => Promise.resolve({ paymentMethod: { id: `pm_card_${card}` } }),
    handleNextAction: ({ clientSecret }: { clientSecret: string }) => {
      stripe.account.authenticate(clientSecret.split('_secret_')[0]!);
      return Promise.resolve({});
    },
  });
  const elements = { submit: () => Promise.resolve({}) };

  async function buying(card: string) {
    const ada = shopperOf(shop);
    await ada.add((await makeProduct(shop.strapi)).sku);
    await ada.say(DETAILS);
    const post: Post = async (path, body) =>
      (await ada.send('post', path, body)).body as { data?: unknown; error?: unknown };
    return { ada, answer: await pay(browser(card), elements, post) };
  }

  it.each(['visa', 'authenticationRequired'])('pays with the card %s', async (card) => {
    const { ada, answer } = await buying(card);
    expect(answer).toBeNull();
    expect(stripe.account.charged).toEqual([1000]);
    const { body } = await ada.checkout();
    const { token } = body.data.order as { token: string };
    const back = await ada.send('post', `/orders/${token}/payment`, {});
    expect(back.body.data.order).toMatchObject({ paymentStatus: 'paid' });
    expect(stripe.account.charged).toEqual([1000]);
  });

  it('tells the shopper why a card was declined', async () => {
    const { answer } = await buying('chargeDeclined');
    expect(answer).toBe('Your card was declined.');
  });
});
