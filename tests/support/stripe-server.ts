import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import Stripe from 'stripe';

import type { StripeOptions } from '../../server/providers/stripe';
import { type Fields, type StripeEvent, StripeAccount, StripeRefusal } from './stripe-account';

export const SECRET_KEY = 'sk_test_of-the-tests';
export const WEBHOOK_SECRET = 'whsec_of-the-tests';

/** What goes wrong with the next requests. */
interface Trouble {
  /** `lost`: done, and the line goes dead · `silence`: done, and no answer · `failure`: 500, done or not */
  kind: 'lost' | 'silence' | 'failure';
  /** Which requests: a part of the method and the path, as in `POST /v1/refunds`. */
  at: string;
  times: number;
  done: boolean;
}

interface Asked {
  method: string;
  path: string;
  params: Fields;
  key: string | undefined;
}

interface Answer {
  status: number;
  body: object;
}

/**
 * A server that speaks the part of Stripe's API that the shop uses, as docs.stripe.com says: forms with nested keys, answers
 * that are repeated under their idempotency key, and errors in its form. The official SDK is pointed at it.
 */
export async function startStripe() {
  const account = { now: new StripeAccount() };
  const asked: Asked[] = [];
  const troubles: Trouble[] = [];
  /** What happens just before a request is acted upon. */
  const meanwhile: { at: string; act: () => void }[] = [];
  const answers = new Map<string, { request: string; answer: Answer | null }>();
  /** Stripe's search hears of new things late. */
  const search = { hears: false, there: true };

  const server = createServer((request, response) => {
    void respond(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://stripe');
    const form = Buffer.concat(chunks).toString('utf8');
    const call: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      params: readForm(request.method === 'GET' ? url.searchParams : new URLSearchParams(form)),
      key: request.headers['idempotency-key'] as string | undefined,
    };
    asked.push(call);
    const trouble = troubles.find(
      ({ at, times }) => times > 0 && `${call.method} ${call.path}`.includes(at)
    );
    if (trouble) trouble.times -= 1;
    const { answer, repeated } =
      request.headers.authorization === `Bearer ${SECRET_KEY}`
        ? await once(call, form, trouble)
        : { answer: refusal(UNAUTHORIZED), repeated: false };
    if (trouble?.kind === 'lost') {
      request.socket.destroy();
    } else if (trouble?.kind !== 'silence') {
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'request-id': `req_${asked.length}`,
        ...(repeated ? { 'idempotent-replayed': 'true' } : {}),
      });
      response.end(JSON.stringify(answer.body));
    }
  }

  /** Under a key things are done once; what does not pass validation is not kept. */
  async function once(
    call: Asked,
    form: string,
    trouble: Trouble | undefined
  ): Promise<{ answer: Answer; repeated: boolean }> {
    const request = `${call.path}?${form}`;
    const known = call.key === undefined ? undefined : answers.get(call.key);
    if (known && known.request !== request) return { answer: refusal(OTHER), repeated: false };
    if (known) {
      return known.answer
        ? { answer: known.answer, repeated: true }
        : { answer: refusal(IN_USE), repeated: false };
    }
    if (call.key !== undefined) answers.set(call.key, { request, answer: null });
    // Others come meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const fails = trouble?.kind === 'failure';
    const acted = fails && !trouble.done ? null : act(call);
    const answer = fails || !acted ? refusal(FAILURE) : acted;
    if (call.key !== undefined) {
      if ([400, 404].includes(answer.status)) answers.delete(call.key);
      else answers.set(call.key, { request, answer });
    }
    return { answer, repeated: false };
  }

  function act({ method, path, params }: Asked): Answer {
    const [next] = meanwhile;
    if (next && path.endsWith(next.at)) meanwhile.shift()?.act();
    const [, , resource = '', id, verb] = path.split('/');
    try {
      const body = route(`${method} ${resource}`, id, verb, params);
      return { status: 200, body: structuredClone(body) };
    } catch (error) {
      if (error instanceof StripeRefusal) return refusal(error);
      throw error;
    }
  }

  function route(what: string, id: string | undefined, verb: string | undefined, params: Fields) {
    const { now } = account;
    switch (what) {
      case 'POST payment_intents':
        if (id === undefined) return now.create(params);
        if (verb === undefined) return now.update(id, params);
        if (verb === 'confirm' || verb === 'capture' || verb === 'cancel') {
          return now[verb](id, params);
        }
        break;
      case 'GET payment_intents': {
        const newestFirst = [...now.intents.values()].reverse();
        if (id === undefined) return list(newestFirst.slice(0, Number(params['limit'] ?? 10)));
        if (id === 'search') return found(newestFirst, String(params['query']));
        const intent = now.intent(id);
        const charge = now.charges.get(intent.latest_charge ?? '') ?? null;
        return params['expand'] ? { ...intent, latest_charge: charge } : intent;
      }
      case 'POST refunds':
        return now.refund(params);
      case 'GET refunds': {
        const of = params['payment_intent'];
        return list([...now.refunds.values()].filter((refund) => refund.payment_intent === of));
      }
    }
    throw new StripeRefusal(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${what})`,
    });
  }

  function found(intents: { metadata: Record<string, string> }[], query: string) {
    if (!search.there) {
      throw new StripeRefusal(400, {
        type: 'invalid_request_error',
        message: 'Search is not available in your country',
      });
    }
    const clauses = [...query.matchAll(/metadata\['(\w+)'\]:'((?:[^'\\]|\\.)*)'/g)];
    const fits = ({ metadata }: { metadata: Record<string, string> }) =>
      clauses.every(([, key = '', value = '']) => metadata[key] === value.replace(/\\(.)/g, '$1'));
    return { ...list(search.hears ? intents.filter(fits) : []), object: 'search_result' };
  }

  /** Signs as Stripe does, by the SDK's own means. */
  function sign(payload: string, secret = WEBHOOK_SECRET, timestamp?: number): string {
    return Stripe.webhooks.generateTestHeaderString({
      payload,
      secret,
      ...(timestamp === undefined ? {} : { timestamp }),
    });
  }

  return {
    /** What the shop's side needs to speak to it. */
    options: {
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      api: { host: '127.0.0.1', port, protocol: 'http' },
    } satisfies StripeOptions as StripeOptions,
    get account() {
      return account.now;
    },
    asked,
    search,
    /** The next requests to `at` go wrong. One lost answer the SDK mends by itself. */
    fail(kind: Trouble['kind'], at: string, { times = 1, done = true } = {}) {
      troubles.push({ kind, at, times, done });
    },
    /** Does something just before the next request to `at` is acted upon. */
    before(at: string, act: () => void) {
      meanwhile.push({ at, act });
    },
    /** A day has passed. */
    forgetKeys() {
      answers.clear();
    },
    /** A new account. */
    forget() {
      account.now = new StripeAccount();
      asked.length = 0;
      troubles.length = 0;
      meanwhile.length = 0;
      answers.clear();
      Object.assign(search, { hears: false, there: true });
    },
    /** The last event of a type, or the last but some. */
    event(type: string): StripeEvent {
      const event = account.now.events.findLast((one) => one.type === type);
      if (event) return event;
      throw new Error(`nothing happened that is called ${type}`);
    },
    sign,
    /** The raw request by which an event comes. */
    message(event: object) {
      const payload = JSON.stringify(event, null, 2);
      return {
        headers: { 'stripe-signature': sign(payload), 'content-type': 'application/json' },
        rawBody: Buffer.from(payload),
      };
    },
    /** Sends an event to the shop. */
    async deliver(event: StripeEvent, url: string, signature?: string) {
      const payload = JSON.stringify(event, null, 2);
      return fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature ?? sign(payload),
        },
        body: payload,
      });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export type FakeStripe = Awaited<ReturnType<typeof startStripe>>;

const list = (data: object[]) => ({ object: 'list', data, has_more: false });

const refusal = ({ status, error }: StripeRefusal): Answer => ({ status, body: { error } });

const OTHER = new StripeRefusal(400, {
  type: 'idempotency_error',
  message: 'Keys for idempotent requests can only be used with the same parameters.',
});
const IN_USE = new StripeRefusal(409, {
  type: 'idempotency_error',
  code: 'idempotency_key_in_use',
  message: 'There is currently another in-progress request using this idempotency key.',
});
const FAILURE = new StripeRefusal(500, {
  type: 'api_error',
  message: 'An unknown error occurred',
});
const UNAUTHORIZED = new StripeRefusal(401, {
  type: 'invalid_request_error',
  message: 'Invalid API Key provided: sk_test_**********',
});

/** `metadata[orderNumber]=7` → `{ metadata: { orderNumber: '7' } }`. */
function readForm(form: URLSearchParams): Fields {
  const fields: Fields = {};
  for (const [name, value] of form) {
    const path = [...name.matchAll(/[^[\]]+/g)].map(([part]) => part);
    const last = path.pop() ?? '';
    let place = fields;
    for (const part of path) place = (place[part] ??= {}) as Fields;
    place[last] = value;
  }
  return fields;
}
