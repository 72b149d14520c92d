import { createHmac, timingSafeEqual } from 'node:crypto';

import type { PaymentMessage, WebhookRequest } from '../payment';

const SIGNATURE = 'fake-signature';

/** A message as the fake provider sends it: post `body` with `headers` to `/webhooks/fake`. */
export function fakeWebhook(
  message: PaymentMessage | Record<string, unknown>,
  secret: string
): { headers: Record<string, string>; body: string } {
  const body = JSON.stringify(message);
  return {
    headers: { 'Content-Type': 'application/json', [SIGNATURE]: sign(body, secret) },
    body,
  };
}

/** @throws an Error on a bad signature; null for a message that is about no payment */
export function readFakeWebhook(
  { headers, rawBody }: WebhookRequest,
  secret: string
): PaymentMessage | null {
  const given = Buffer.from(String(headers[SIGNATURE] ?? ''));
  const right = Buffer.from(sign(rawBody, secret));
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    throw new Error('the signature does not fit the body');
  }
  const message = JSON.parse(rawBody.toString('utf8')) as PaymentMessage | { about: 'nothing' };
  return 'reference' in message ? message : null;
}

function sign(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
