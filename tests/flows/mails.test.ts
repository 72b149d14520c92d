// cspell:ignore Becher Bestellung Danke Dank Ihre Vielen Zwischensumme bezahlt nicht noch -- German
import { shopOf } from '../../server/compose';
import { money } from '../../server/domain/money/money';
import type { Order } from '../../server/domain/orders/order';
import { sweepMails } from '../../server/schedule';
import { fakePayment } from '../support/fake-payment';
import { mailbox, settle } from '../support/mailbox';
import { makeProduct, rowsOf, type ProductWish } from '../support/shop';
import { ADDRESS, makeAccount, shopperOf, type TestShopper } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** What shoppers are written about. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const MAILS = 'cartwright_mails';
const card = fakePayment();

let shop: RunningShop;
let box: ReturnType<typeof mailbox>;
let log: jest.SpyInstance;

async function start(cartwright: object = {}) {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      mails: {},
      shop: { name: 'Corner Shop' },
      providers: { payments: [() => card.provider] },
      ...cartwright,
    },
  });
  box = mailbox(shop.strapi);
  log = jest.spyOn(shop.strapi.log, 'error').mockReturnValue(shop.strapi.log);
}

let addresses = 0;
const newAddress = () => `mail-${(addresses += 1)}@example.com`;

async function filled(wish: ProductWish = {}, options: { locale?: string; jwt?: string } = {}) {
  const { sku } = await makeProduct(shop.strapi, wish);
  const ada = shopperOf(shop, options);
  await ada.add(sku, 2);
  return ada;
}

interface Placed {
  number: string;
  token: string;
}

async function place(ada: TestShopper, body: object = {}) {
  const email = newAddress();
  const answer = await ada.checkout({ email, paymentMethod: 'manual', ...body });
  return { email, answer, order: answer.body.data?.order as Placed };
}

async function stored(number: string): Promise<Order> {
  const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
  return shopOf(shop.strapi).orders.open(String(row!['document_id']));
}

const mailsOf = async (order: Order) =>
  rowsOf(shop.strapi, MAILS, { order_document_id: order.documentId });

/** Time passes for everything that waits. */
const makeDue = () =>
  shop.strapi.db
    .connection(MAILS)
    .where({ status: 'waiting' })
    .update({ next_attempt_at: new Date(Date.now() - 1000) });

/** A step of an order, as one of the staff takes it. */
const step = async (number: string, change: (order: Order) => Order) => {
  const { documentId } = await stored(number);
  const { takeStep } = await steps();
  await takeStep(documentId, change);
  await settle(shop.strapi);
};

/** The transaction that every step goes through, with the shop's own outbox. */
async function steps() {
  const { createOrderSteps } = await import('../../server/services/order-steps');
  const { createCartHolds } = await import('../../server/services/cart-holds');
  const { createSellables } = await import('../../server/storage/sellables');
  const { variationType } = await import('../../server/storage/sellables/variations');
  const { database, outbox, settings } = shopOf(shop.strapi);
  const sellables = createSellables([variationType]);
  const orderSteps = createOrderSteps({
    database,
    sellables,
    holds: createCartHolds({ settings, sellables }),
    ownInventory: false,
    defaultLocale: () => Promise.resolve('en'),
    issueCreditNote: (_trx, order) => Promise.resolve(order),
    emit: outbox.emit,
    clock: () => new Date(),
  });
  return {
    takeStep: (documentId: string, change: (order: Order) => Order) =>
      orderSteps.take(documentId, 'Grace', (order) => ({ order: change(order) })),
  };
}

describe('a shop as it is installed', () => {
  beforeAll(() =>
    start({
      mails: { orderUrl: 'https://shop.example/orders/{token}' },
      order: { emailFrom: 'Corner Shop <shop@example.com>', emailBcc: 'books@example.com' },
    })
  );
  afterAll(() => shop.stop());
  beforeEach(async () => {
    await settle(shop.strapi);
    box.letters.length = 0;
    box.refuses = null;
    log.mockClear();
    card.forget();
  });

  it('mails a receipt with the order, its link and its invoice, after the answer', async () => {
    const ada = await filled({ title: 'Blue mug', unitPrice: '9.95' });
    const { email, order, answer } = await place(ada);
    expect(answer.status).toBe(201);
    expect(box.letters).toEqual([]);
    await settle(shop.strapi);
    const [letter, ...more] = box.to(email);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      to: email,
      from: 'Corner Shop <shop@example.com>',
      bcc: 'books@example.com',
      subject: `Your order ${order.number} – Corner Shop`,
    });
    const link = `https://shop.example/orders/${order.token}`;
    for (const words of ['Hello Ada Lovelace,', '2 × Blue mug', '€19.90', 'not paid yet', link]) {
      expect(letter!.text).toContain(words);
    }
    expect(letter!.text).toContain('12 Analytical Row\nSW1A 1AA London');
    expect(letter!.html).toContain('Blue mug');
    expect(letter!.html).toContain(`href="${link}"`);
    const [invoice] = letter!.attachments!;
    expect(invoice!.filename).toMatch(/\.pdf$/);
    expect(invoice!.content.subarray(0, 5).toString()).toBe('%PDF-');
    const [row] = await mailsOf(await stored(order.number));
    expect(row).toMatchObject({ kind: 'receipt', status: 'sent', to: email, attempts: 1 });
    expect(row!['sent_at']).not.toBeNull();
  });

  it('writes in the language of the order', async () => {
    const ada = await filled({ title: 'Becher', unitPrice: '1234.50' }, { locale: 'de' });
    const { email, order } = await place(ada);
    await settle(shop.strapi);
    const [letter] = box.to(email);
    expect(letter!.subject).toBe(`Ihre Bestellung ${order.number} – Corner Shop`);
    expect(letter!.text).toMatch(/^Zwischensumme: 2\.469,00\s€$/m);
    expect(letter!.text).toContain('noch nicht bezahlt');
    expect(letter!.html).toContain('<html lang="de">');
  });

  it('escapes what shoppers write, and keeps it in its line', async () => {
    const ada = await filled({ title: 'Mug <b>"A" & B</b>' });
    const { email } = await place(ada, {
      billing: { ...ADDRESS, firstName: '<script>alert(1)</script>', lastName: '{{order.number}}' },
      instructions: 'Ring\nBcc: everybody@example.com',
    });
    await settle(shop.strapi);
    const [letter] = box.to(email);
    expect(letter!.html).not.toContain('<script>');
    expect(letter!.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(letter!.html).toContain('Mug &lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;');
    expect(letter!.text).toContain('Mug <b>"A" & B</b>');
    expect(letter!.html).toContain('{{order.number}}');
    expect(letter!.subject).not.toMatch(/[\r\n]/);
  });

  it('places the order while the mail server is down, and mails once when it is up again', async () => {
    box.refuses = new Error('connect ECONNREFUSED');
    const { email, order, answer } = await place(await filled());
    expect(answer.status).toBe(201);
    await settle(shop.strapi);
    await makeDue();
    await sweepMails(shop.strapi);
    const [row] = await mailsOf(await stored(order.number));
    expect(row).toMatchObject({ status: 'waiting', attempts: 2 });
    expect(String(row!['error'])).toContain('ECONNREFUSED');
    expect(log.mock.calls.flat().join('\n')).toContain('could not be sent, and will be again');
    box.refuses = null;
    await sweepMails(shop.strapi);
    expect(box.to(email)).toEqual([]);
    await makeDue();
    await sweepMails(shop.strapi);
    await sweepMails(shop.strapi);
    expect(box.to(email)).toHaveLength(1);
    expect((await mailsOf(await stored(order.number)))[0]).toMatchObject({
      status: 'sent',
      error: null,
    });
  });

  it('gives a mail up in the end, and says so', async () => {
    box.refuses = new Error('mailbox unknown');
    const { order } = await place(await filled());
    for (let attempt = 0; attempt < 16; attempt += 1) {
      await makeDue();
      await settle(shop.strapi);
    }
    const [row] = await mailsOf(await stored(order.number));
    expect(row).toMatchObject({ status: 'failed', attempts: 15, next_attempt_at: null });
    expect(log.mock.calls.flat().join('\n')).toContain('was given up: Error: mailbox unknown');
  });

  it('says in one mail that a card has paid, and waits for the answer of the bank', async () => {
    const ada = await filled();
    const { email, order } = await place(ada, { paymentMethod: 'card' });
    await settle(shop.strapi);
    expect(box.subjects(email)).toEqual([`Your order ${order.number} – Corner Shop`]);
    expect(box.letters[0]!.text).toContain('Card, paid');
    await makeDue();
    await settle(shop.strapi);
    expect(box.to(email)).toHaveLength(1);
  });

  it('thanks nobody for an order whose card was declined, until it is paid', async () => {
    const ada = await filled();
    card.next = { status: 'declined', reason: 'no' };
    const { email, answer } = await place(ada, { paymentMethod: 'card' });
    expect(answer.status).toBe(402);
    await settle(shop.strapi);
    expect(box.to(email)).toEqual([]);
    card.next = { status: 'paid', reference: 'ref-2' };
    const paid = await ada.checkout({ email, paymentMethod: 'card' });
    expect(paid.body.data.order.paymentStatus).toBe('paid');
    await makeDue();
    await settle(shop.strapi);
    await makeDue();
    await settle(shop.strapi);
    expect(box.subjects(email)).toEqual([
      `Your order ${paid.body.data.order.number} – Corner Shop`,
    ]);
  });

  it('tells that money has come to whoever had a receipt without it', async () => {
    const { email, order } = await place(await filled());
    await settle(shop.strapi);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await shopOf(shop.strapi).orders.markAsPaid((await stored(order.number)).documentId, 'Grace');
    await settle(shop.strapi);
    expect(box.subjects(email)).toEqual([
      `Your order ${order.number} – Corner Shop`,
      `Your payment for order ${order.number} has arrived – Corner Shop`,
    ]);
    expect(box.to(email)[1]!.text).toMatch(/Payment: .*paid/);
  });

  it('mails each parcel with its tracking, each refund and the end, once', async () => {
    const { email, order } = await place(await filled({ title: 'Blue mug' }));
    await settle(shop.strapi);
    box.letters.length = 0;
    const line = (await stored(order.number)).lines[0]!;
    const parcel = (id: string, trackingUrl: string) => ({
      id,
      carrier: 'Snail & Co',
      trackingNumber: `TRACK-${id}`,
      trackingUrl,
      items: [{ lineId: line.id, sku: line.sku, quantity: 1 }],
      shippedAt: new Date().toISOString(),
    });
    await step(order.number, (before) => ({
      ...before,
      fulfilments: [parcel('p1', 'https://snail.example/1')],
    }));
    await step(order.number, (before) => ({
      ...before,
      fulfilments: [...before.fulfilments, parcel('p2', 'javascript:alert(1)')],
    }));
    const subject = `Your order ${order.number} is on its way – Corner Shop`;
    expect(box.subjects(email)).toEqual([subject, subject]);
    const [first, second] = box.to(email);
    expect(first!.text).toMatch(/^1 × Blue mug \(.*\)$/m);
    expect(first!.text).toContain(
      'Carrier: Snail & Co\nTracking: TRACK-p1\nhttps://snail.example/1'
    );
    expect(first!.html).toContain('<a href="https://snail.example/1">TRACK-p1</a>');
    expect(second!.html).toContain('TRACK-p2');
    expect(second!.html).not.toContain('javascript:');
    box.letters.length = 0;
    const refund = {
      id: 'r1',
      at: new Date().toISOString(),
      by: 'Grace',
      reason: 'looks like a fraud',
      status: 'done' as const,
      amount: line.unitPrice,
      tax: money('0'),
      lines: [
        {
          ...{ lineId: line.id, sku: line.sku, description: line.description, quantity: 1 },
          ...{ unshipped: 0, amount: line.unitPrice, discount: money('0'), tax: money('0') },
        },
      ],
      ...{ shipping: money('0'), overpaid: money('0'), restock: false, operations: [] },
      creditNote: null,
    };
    await step(order.number, (before) => ({ ...before, refunds: [refund] }));
    await step(order.number, (before) => before);
    expect(box.subjects(email)).toEqual([`A refund for your order ${order.number} – Corner Shop`]);
    const [told] = box.to(email);
    expect(told!.text).toContain('We have refunded €10.00');
    expect(told!.text).toMatch(/^1 × Blue mug \(.*\): €10\.00$/m);
    // What staff note for themselves is not for the shopper.
    expect(told!.text + told!.html).not.toContain('fraud');
  });

  it('mails that the order was cancelled, and no receipt after that', async () => {
    const ada = await filled();
    const { email, order } = await place(ada);
    const answer = await ada.send('post', `/orders/${order.token}/cancel`);
    expect(answer.status).toBe(200);
    await settle(shop.strapi);
    expect(box.subjects(email)).toEqual([`Your order ${order.number} was cancelled – Corner Shop`]);
    const rows = await mailsOf(await stored(order.number));
    expect(rows.map(({ kind, status }) => [kind, status])).toEqual([
      ['receipt', 'dropped'],
      ['cancelled', 'sent'],
    ]);
  });

  it('asks for the payment by a link when staff want that', async () => {
    const { email, order } = await place(await filled({ unitPrice: '5.00' }));
    await settle(shop.strapi);
    box.letters.length = 0;
    const { documentId } = await stored(order.number);
    const { database, outbox } = shopOf(shop.strapi);
    const { recordEvents } = await import('../../server/storage/outbox');
    const payload = { orderDocumentId: documentId, number: order.number };
    const fact = { name: 'cartwright.order.payment_requested', payload };
    await outbox.emit(await recordEvents(database.read, [fact], new Date()));
    await settle(shop.strapi);
    const [letter] = box.to(email);
    expect(letter!.subject).toBe(`Please pay for your order ${order.number} – Corner Shop`);
    expect(letter!.text).toContain('€10.00');
    expect(letter!.text).toContain(`Pay now: https://shop.example/orders/${order.token}`);
  });

  it('is sent by one of several servers that look at the same time', async () => {
    const emails: string[] = [];
    for (let index = 0; index < 4; index += 1) emails.push((await place(await filled())).email);
    await shopOf(shop.strapi).outbox.flush();
    const { createMails } = await import('../../server/services/mails');
    const { database, settings } = shopOf(shop.strapi);
    const { createSecrets } = await import('../../server/services/secrets');
    const others = [1, 2, 3].map(() =>
      createMails({
        settings: () => settings,
        database,
        secrets: createSecrets('any'),
        post: (letter) => {
          box.letters.push(letter);
          return Promise.resolve();
        },
        pdfOf: () => Promise.resolve(null),
        paymentMethods: [{ name: 'manual', label: 'Invoice', offline: true }],
        defaultLocale: () => Promise.resolve('en'),
        clock: () => new Date(),
        warn: () => undefined,
      })
    );
    await Promise.all([sweepMails(shop.strapi), ...others.map(({ sweep }) => sweep())]);
    for (const email of emails) expect(box.to(email)).toHaveLength(1);
  });

  describe('asked for the receipt again', () => {
    it('mails it to the order’s own address, three times in ten minutes', async () => {
      const ada = await filled();
      const { email, order } = await place(ada);
      await settle(shop.strapi);
      const again = () => ada.send('post', `/orders/${order.token}/receipt`);
      const answers = [await again(), await again(), await again(), await again()];
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
      expect(answers[0]!.body).toEqual({ data: { email } });
      expect(answers[3]!.body.error.details.code).toBe('rate_limited');
      expect(answers[3]!.headers['retry-after']).toMatch(/^[1-9]\d*$/);
      await settle(shop.strapi);
      expect(box.to(email)).toHaveLength(4);
      // Another order is another matter.
      const bob = await filled();
      const other = await place(bob);
      const answer = await bob.send('post', `/orders/${other.order.token}/receipt`);
      expect(answer.status).toBe(202);
    });

    it('takes no address, knows no other order, and has none before there is anything to receipt', async () => {
      const ada = await filled();
      const { order } = await place(ada);
      const refusal = async (path: string, body?: object) => {
        const answer = await ada.send('post', path, body);
        return [answer.status, answer.body.error?.details.code];
      };
      expect(
        await refusal(`/orders/${order.token}/receipt`, { email: 'else@example.com' })
      ).toEqual([400, 'invalid_input']);
      expect(await refusal('/orders/unknown/receipt')).toEqual([404, 'not_found']);
      card.next = { status: 'declined', reason: 'no' };
      const declined = await place(await filled(), { paymentMethod: 'card' });
      const { token } = declined.answer.body.error.details.order as Placed;
      expect(await refusal(`/orders/${token}/receipt`)).toEqual([422, 'status_not_allowed']);
    });
  });
});

describe('a shop with words of its own', () => {
  beforeAll(() =>
    start({
      mails: {
        shipped: false,
        cancelled: false,
        templates: {
          receipt: {
            de: { subject: 'Danke für {{order.number}}' },
            en: { subject: 'Ta for {{order.number}}', text: '{{> items items=order.items}}Bye' },
          },
          cancelled: { subject: 'never' },
          paymentReceived: { subject: '{{unknownHelper order.number}}' },
        },
      },
    })
  );
  afterAll(() => shop.stop());

  it('uses them in their language, part by part', async () => {
    const english = await place(await filled({ title: 'Mug' }));
    const german = await place(await filled({ title: 'Becher' }, { locale: 'de' }));
    await settle(shop.strapi);
    const [letter] = box.to(english.email);
    expect(letter!.subject).toBe(`Ta for ${english.order.number}`);
    expect(letter!.text).toMatch(/^2 × Mug .*: €20\.00\n+Bye\n$/);
    expect(letter!.html).toContain('Thank you for your order');
    expect(box.subjects(german.email)).toEqual([`Danke für ${german.order.number}`]);
    expect(box.to(german.email)[0]!.text).toContain('Vielen Dank für Ihre Bestellung');
  });

  it('falls back to ours when a template fails, and says so', async () => {
    const { email, order } = await place(await filled());
    await settle(shop.strapi);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await shopOf(shop.strapi).orders.markAsPaid((await stored(order.number)).documentId, 'Grace');
    await settle(shop.strapi);
    expect(box.subjects(email)[1]).toBe(
      `Your payment for order ${order.number} has arrived – Corner Shop`
    );
    expect(log.mock.calls.flat().join('\n')).toContain(
      'the subject of your template "mails.templates.paymentReceived" fails'
    );
  });

  it('sends no mail of a kind that is off', async () => {
    const ada = await filled();
    const { email, order } = await place(ada);
    await settle(shop.strapi);
    await ada.send('post', `/orders/${order.token}/cancel`);
    await settle(shop.strapi);
    expect(box.subjects(email)).toEqual([`Ta for ${order.number}`]);
    expect(await mailsOf(await stored(order.number))).toHaveLength(1);
  });
});

describe('a shop that reminds of carts', () => {
  beforeAll(() =>
    start({
      mails: { abandonedCart: { afterHours: 24 }, cartUrl: 'https://shop.example/cart?t={token}' },
    })
  );
  afterAll(() => shop.stop());
  beforeEach(() => {
    box.letters.length = 0;
  });

  const HOUR = 3_600_000;
  const age = (email: string, hours: number) =>
    shop.strapi.db
      .connection('cartwright_carts')
      .where({ email })
      .update({
        last_activity_at: new Date(Date.now() - hours * HOUR),
        created_at: new Date(Date.now() - (hours + 1) * HOUR),
      });

  async function left(hours: number, options: { jwt?: string } = {}, email = newAddress()) {
    const ada = await filled({ title: 'Blue mug' }, options);
    await ada.say({ email });
    await age(email, hours);
    return { ada, email };
  }

  it('writes once to whoever left one for a day, with a link back to it', async () => {
    const { ada, email } = await left(25);
    const early = await left(23);
    const late = await left(9 * 24);
    for (let minute = 0; minute < 3; minute += 1) await sweepMails(shop.strapi);
    expect(box.letters.map(({ to }) => to)).toEqual([email]);
    expect(box.to(email)[0]).toMatchObject({
      subject: 'Your cart is waiting for you – Corner Shop',
    });
    expect(box.to(email)[0]!.text).toContain('2 × Blue mug');
    expect(box.to(email)[0]!.text).toContain(`https://shop.example/cart?t=${ada.token!}`);
    await age(email, 30);
    await sweepMails(shop.strapi);
    expect(box.letters).toHaveLength(1);
    expect([early.email, late.email].flatMap(box.to)).toEqual([]);
  });

  it('writes nothing to whoever ordered since, with this cart or another one', async () => {
    const { email } = await left(25);
    await place(await filled(), { email });
    box.letters.length = 0;
    const ordered = await left(25);
    await ordered.ada.checkout({ email: ordered.email, paymentMethod: 'manual' });
    await sweepMails(shop.strapi);
    await settle(shop.strapi);
    expect(box.letters.map(({ subject }) => subject)).not.toContain(
      'Your cart is waiting for you – Corner Shop'
    );
  });

  it('writes nothing to whoever came back while the mail server was down', async () => {
    box.refuses = new Error('down');
    const { email } = await left(25);
    await sweepMails(shop.strapi);
    box.refuses = null;
    await place(await filled(), { email });
    await settle(shop.strapi);
    box.letters.length = 0;
    await makeDue();
    await sweepMails(shop.strapi);
    expect(box.letters).toEqual([]);
    const [row] = await rowsOf(shop.strapi, MAILS, { kind: 'abandonedCart', status: 'dropped' });
    expect(row!['error']).toBe('the shopper has gone on');
  });

  it('gives an account no token, which finds its cart by logging in', async () => {
    const { jwt, email } = await makeAccount(shop.strapi);
    await left(25, { jwt }, email);
    await sweepMails(shop.strapi);
    expect(box.to(email)[0]!.text).toMatch(/cart\?t=\n/);
  });
});

describe('a shop whose host has no mails', () => {
  it('takes orders, and keeps the mails until it has', async () => {
    await start();
    try {
      delete (shop.strapi.plugins as Record<string, unknown>)['email'];
      const { answer, order } = await place(await filled());
      expect(answer.status).toBe(201);
      await settle(shop.strapi);
      const [row] = await mailsOf(await stored(order.number));
      expect(row).toMatchObject({ status: 'waiting' });
      expect(String(row!['error'])).toContain('e-mail plugin of the host is switched off');
    } finally {
      await shop.stop();
    }
  });
});
