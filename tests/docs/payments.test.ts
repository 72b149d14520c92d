import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FAKE_CARDS, type FakePaymentProvider, type fakeWebhook } from '../../server/providers';
import type { WebhookRequest } from '../../server/providers/payment';
import { filesOf } from '../support/markdown-example';

interface PluginConfig {
  cartwright: { config: { providers: { payments: FakePaymentProvider[] } } };
}

describe('docs/providers/fake.md', () => {
  const page = readFileSync(join(__dirname, '../../docs/providers/fake.md'), 'utf8');
  const { run } = filesOf('providers/fake.md');

  it('lists every card, and the amount that does the same', () => {
    const listed = [...page.matchAll(/^\| (4[\d ]+\d) \|.*\| (\d\d|anything else) \|$/gm)].map(
      ([, number = '', digits]) => [number.replaceAll(' ', ''), digits]
    );
    expect(listed).toEqual(
      Object.values(FAKE_CARDS).map(({ number, digits }) => [
        number,
        digits === null ? 'anything else' : String(digits).padStart(2, '0'),
      ])
    );
  });

  it('offers the provider as it is printed', async () => {
    const { default: plugins } = run('config/plugins') as { default: () => PluginConfig };
    const [fake] = plugins().cartwright.config.providers.payments;
    const request = {
      orderNumber: '1',
      amount: '10.00',
      currency: 'EUR',
      email: 'ada@example.com',
      payment: { card: FAKE_CARDS.approve.number },
      reference: null,
      idempotencyKey: 'payment:1',
    };
    expect(fake!.name).toBe('fake');
    expect(await fake!.authorize(request)).toMatchObject({ status: 'paid' });
    expect(fake!.charges()).toMatchObject([{ orderNumber: '1', captured: '10.00' }]);
  });

  it('signs a message that it believes', () => {
    const { fake, paid } = run('tests/support/shop') as {
      fake: FakePaymentProvider;
      paid: (order: string, reference: string) => ReturnType<typeof fakeWebhook>;
    };
    const { headers, body } = paid('7', 'fake_1');
    const request: WebhookRequest = { headers, rawBody: Buffer.from(body) };
    expect(fake.parseWebhook!(request)).toEqual({
      id: 'paid-fake_1',
      orderNumber: '7',
      reference: 'fake_1',
      status: 'paid',
    });
  });
});
