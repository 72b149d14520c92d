import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LateBank {
  url: string;
  /** Amounts, one a key that was charged. */
  charges: Map<string, string>;
  /** How many requests came, repeats included. */
  requests: () => number;
  /** Every so many answers never arrive; the money was taken all the same. 0: all arrive. */
  loseEvery: number;
  forget: () => void;
  stop: () => Promise<void>;
}

/**
 * A payment provider as it is in the world: somewhere else, one for all servers of the shop, late, and now and then the
 * line is cut after it has taken the money. A repeated key is charged once. The shop reaches it by
 * tests/support/app/remote-payment.js.
 */
export async function startLateBank(): Promise<LateBank> {
  let requests = 0;
  const answer = (response: ServerResponse, body: object) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
  };
  const bank = {
    charges: new Map<string, string>(),
    requests: () => requests,
    loseEvery: 0,
    forget: () => {
      bank.charges.clear();
      requests = 0;
    },
  };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      const { idempotencyKey, amount } = JSON.parse(text) as Record<string, string>;
      const count = (requests += 1);
      // Never the same order as they came in.
      const delay = 20 + ((count * 67) % 230);
      setTimeout(() => {
        if (!bank.charges.has(idempotencyKey!)) bank.charges.set(idempotencyKey!, amount!);
        const lost = bank.loseEvery > 0 && count % bank.loseEvery === 0;
        if (lost) response.destroy();
        else answer(response, { status: 'paid', reference: `bank-${idempotencyKey}` });
      }, delay);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return Object.assign(bank, { url: `http://127.0.0.1:${port}`, stop });
}
