import assert from 'node:assert/strict';

import { readMessageKey, readState } from '../../../domain/payments/read-answers';
import type { PaymentProvider, WebhookRequest } from '../../payment';
import type { Promises } from '../suite';

/** What a provider that sends messages promises: nobody else can speak in its name. */
export function webhookPromises(
  provider: PaymentProvider,
  options: {
    currency: string;
    webhook: (() => Promise<WebhookRequest> | WebhookRequest) | undefined;
  }
): Promises {
  if (!provider.parseWebhook) return {};
  const { webhook } = options;
  const parse = async (request: WebhookRequest) => provider.parseWebhook?.(request);
  const refuses = (request: WebhookRequest, what: string) =>
    assert.rejects(parse(request), `it believes a message that ${what}`);

  const nothing = { headers: {}, rawBody: Buffer.alloc(0) };
  const promises: Promises = {
    'believes no message that is not signed': async () => {
      await refuses(nothing, 'is empty');
      await refuses({ ...nothing, rawBody: Buffer.from('{}') }, 'is not signed');
    },
  };
  if (!webhook) return promises;
  return {
    ...promises,
    'understands its own message, and the same again': async () => {
      const request = await webhook();
      const message = await parse(request);
      readMessageKey(message);
      readState(message, options.currency);
      assert.deepEqual(await parse(request), message);
    },
    'believes no message that was changed on its way': async () => {
      const { headers, rawBody } = await webhook();
      await refuses({ headers: {}, rawBody }, 'has lost its signature');
      for (const place of [0, rawBody.length >> 1, rawBody.length - 1]) {
        const changed = Buffer.from(rawBody);
        changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
        await refuses({ headers, rawBody: changed }, `was changed at ${place}`);
      }
    },
  };
}
