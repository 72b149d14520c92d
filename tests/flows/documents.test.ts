import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import type { DocumentDto } from '../../server/contracts/documents';
import { lockOrder } from '../../server/storage/orders';
import { adminOf } from '../support/admin';
import { fakePayment } from '../support/fake-payment';
import { documents, makeProduct, rowsOf } from '../support/shop';
import { ADDRESS, API, makeAccount, shopperOf, type ShopperOptions } from '../support/shopper';
import { type RunningShop, type StartOptions, startStrapi } from '../support/strapi';
import { createTestDatabase } from '../support/test-database';
import { stopTheClock } from './day/movable-clock';

/** Invoices, credit notes and packing slips, as shopper and staff see them. */

const SHOP = {
  name: 'Lamps & Sons',
  address: ['1 Lamp Street', 'London'],
  taxIds: [{ label: 'VAT ID', value: 'GB123' }],
  bank: ['IBAN GB00 0000'],
};
const CONFIG = {
  currency: 'EUR',
  shop: SHOP,
  tax: { included: true, rates: [{ country: '*', rate: '20', label: 'VAT' }] },
};
const READ = 'plugin::cartwright.orders.read';
const UPDATE = 'plugin::cartwright.orders.update';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);
const folder = mkdtempSync(join(tmpdir(), 'cartwright-logo-'));
const logo = join(folder, 'logo.png');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const card = fakePayment();
let shop: RunningShop;
let staff: Awaited<ReturnType<typeof adminOf>>;

async function start(config: object = {}, options: StartOptions = {}) {
  shop = await startStrapi({
    ...options,
    cartwright: { ...CONFIG, providers: { payments: [card.provider] }, ...config },
  });
  staff = await adminOf(shop, [READ, UPDATE]);
}

interface Wish extends ShopperOptions {
  title?: string;
  paymentMethod?: string;
  price?: string;
  quantity?: number;
  details?: object;
}

/** An order of one thing, and the ids that shopper and staff know it by. */
async function order({
  title = 'Lamp',
  price = '12.00',
  quantity = 2,
  paymentMethod = 'card',
  details = {},
  ...options
}: Wish = {}) {
  const { sku, documentId: productId } = await makeProduct(shop.strapi, {
    title,
    unitPrice: price,
  });
  const ada = shopperOf(shop, options);
  await ada.add(sku, quantity);
  const placed = await ada.checkout({ paymentMethod, ...details });
  expect(placed.status).toBe(201);
  const { token, number } = placed.body.data.order as { token: string; number: string };
  const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
  return { ada, token, number, productId, id: String(row!['document_id']) };
}

const page = (token: string) => shop.http().get(`${API}/orders/${token}/invoice`);
const file = (token: string) => shop.http().get(`${API}/orders/${token}/invoice.pdf`);
const shown = async (token: string) =>
  (await shop.http().get(`${API}/orders/${token}`)).body.data as {
    invoice: { number: string; issuedAt: string } | null;
  };
const code = ({ status, body }: { status: number; body: { error?: { details: object } } }) => [
  status,
  (body.error?.details as { code?: string } | undefined)?.code,
];
const NOT_FOUND = [404, 'not_found'];
const NOT_ALLOWED = [422, 'status_not_allowed'];

/** All that was issued about an order, such as `invoice 24.00`. */
async function issued(id: string): Promise<string[]> {
  const { body } = await staff.get(`/orders/${id}/documents`);
  return (body.data as DocumentDto[]).map(({ kind, total }) => `${kind} ${total}`);
}

const year = new Date().getUTCFullYear();
const A_NUMBER = expect.stringMatching(new RegExp(`^${year}-\\d{5}$`)) as string;
const documentsOf = (id: string) =>
  rowsOf(shop.strapi, 'cartwright_documents', { order_document_id: id });

beforeEach(() => {
  card.forget();
});

describe('in a shop', () => {
  beforeAll(() => start());
  afterAll(() => shop.stop());

  describe('the shopper', () => {
    it('gets the invoice of a paid order, the same number each time', async () => {
      const { token, number, id } = await order({ title: 'Lamp' });
      expect((await shown(token)).invoice).toBeNull();
      const first = await page(token);
      expect(first.status).toBe(200);
      expect(first.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      expect(first.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src/);
      for (const words of [
        'Lamps &amp; Sons',
        'VAT ID: GB123',
        'Ada Lovelace',
        '€24.00',
        '€4.00',
      ]) {
        expect(first.text).toContain(words);
      }
      expect(first.text).not.toContain('IBAN');
      expect((await shown(token)).invoice).toEqual({
        number: A_NUMBER,
        issuedAt: expect.any(String),
      });
      expect((await page(token)).text).toBe(first.text);
      expect(await documentsOf(id)).toMatchObject([
        { kind: 'invoice', number: A_NUMBER, series: `invoice:${year}`, year },
      ]);
      const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
      const history = row!['history'];
      const steps = (typeof history === 'string' ? JSON.parse(history) : history) as object[];
      expect(steps.at(-1)).toMatchObject({ by: 'shopper', step: 'invoice', to: A_NUMBER });
    });

    it('gets it as a PDF', async () => {
      const { token } = await order();
      const answer = await file(token);
      const { number } = (await shown(token)).invoice!;
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="invoice-${number}.pdf"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      });
      expect((answer.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
      expect((await file(token)).body).toEqual(answer.body);
    });

    it('gets none before the money is there, and that costs no number', async () => {
      card.next = { status: 'authorized', reference: 'r' };
      const { token, id } = await order();
      for (const answer of [await page(token), await file(token)]) {
        expect(code(answer)).toEqual(NOT_FOUND);
      }
      expect(await documentsOf(id)).toEqual([]);
    });

    it('gets it at once when it is paid outside the shop: by the invoice it is paid', async () => {
      const { token } = await order({ paymentMethod: 'manual' });
      const { text } = await page(token);
      expect(text).toContain('IBAN GB00 0000');
      expect(text).toContain('Bank transfer');
    });

    it('sees that of an own order by its number, and nobody else’s', async () => {
      const owner = await makeAccount(shop.strapi);
      const details = { email: owner.email };
      const { number } = await order({ jwt: owner.jwt, details });
      const { jwt } = await makeAccount(shop.strapi);
      const as = (token: string) => page(number).set('Authorization', `Bearer ${token}`);
      expect((await as(owner.jwt)).status).toBe(200);
      expect(code(await as(jwt))).toEqual(NOT_FOUND);
      expect(code(await page(number))).toEqual(NOT_FOUND);
    });

    it('reads it in the language of the order', async () => {
      const { token } = await order({
        locale: 'de',
        details: { billing: { ...ADDRESS, country: 'GR' } },
      });
      const { text } = await page(token);
      expect(text).toContain('<html lang="de">');
      expect(text).toContain('<h1>Rechnung</h1>');
      expect(text).toContain('Griechenland');
      expect(text.replace(/&nbsp;|\u00a0/g, ' ')).toContain('24,00 €');
    });

    it('cannot put anything into the page that a browser would run', async () => {
      const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
      const { token } = await order({
        title: hostile,
        details: { billing: { ...ADDRESS, lastName: hostile } },
      });
      const { text } = await page(token);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(text).not.toMatch(/<script|<img/);
      expect((await file(token)).status).toBe(200);
    });

    it('has it attached to the mail, if there is one', async () => {
      const { invoices, orders } = shopOf(shop.strapi);
      const paid = await order();
      const attached = await invoices.pdfOf(await orders.open(paid.id));
      expect(attached!.filename).toMatch(/^invoice-\d{4}-\d{5}\.pdf$/);
      expect(attached!.content).toEqual((await file(paid.token)).body);
      card.next = { status: 'authorized', reference: 'r' };
      const waiting = await order();
      expect(await invoices.pdfOf(await orders.open(waiting.id))).toBeNull();
    });
  });

  describe('staff', () => {
    it('may read with one permission, and give a number with another', async () => {
      const { id } = await order();
      const reader = await adminOf(shop, [READ]);
      const paths = ['documents', 'invoice', 'invoice.pdf', 'credit-notes/x', 'packing-slip'];
      for (const path of paths) {
        expect((await shop.http().get(`/cartwright/orders/${id}/${path}`)).status).toBe(401);
        expect((await reader.get(`/orders/${id}/${path}`)).status).not.toBe(403);
      }
      for (const path of ['invoice', 'invoice/cancel', 'credit-notes/x']) {
        expect((await shop.http().post(`/cartwright/orders/${id}/${path}`)).status).toBe(401);
        expect((await reader.post(`/orders/${id}/${path}`)).status).toBe(403);
      }
      expect(code(await reader.get(`/orders/${id}/invoice`))).toEqual(NOT_FOUND);
      expect(await issued(id)).toEqual([]);
    });

    it('need not wait for the money, and are named in the history', async () => {
      card.next = { status: 'authorized', reference: 'r' };
      const { id, token } = await order();
      const answer = await staff.post(`/orders/${id}/invoice`);
      expect(answer.body.data).toMatchObject({ invoice: { number: A_NUMBER } });
      expect(answer.body.data.history.at(-1)).toMatchObject({ by: staff.name, step: 'invoice' });
      const again = await staff.post(`/orders/${id}/invoice`);
      expect(again.body.data.invoice).toEqual(answer.body.data.invoice);
      expect(await issued(id)).toEqual(['invoice 24.00']);
      expect((await page(token)).status).toBe(200);
      expect((await staff.get(`/orders/${id}/invoice.pdf`)).headers['content-type']).toBe(
        'application/pdf'
      );
    });

    it('are told when there is nothing to invoice', async () => {
      const cancelled = await order({ paymentMethod: 'manual' });
      expect((await staff.post(`/orders/${cancelled.id}/cancel`)).status).toBe(200);
      expect(code(await staff.post(`/orders/${cancelled.id}/invoice`))).toEqual(NOT_ALLOWED);
      expect(code(await page(cancelled.token))).toEqual(NOT_FOUND);
      const free = await order({ price: '0.00' });
      expect(code(await staff.post(`/orders/${free.id}/invoice`))).toEqual(NOT_ALLOWED);
      expect(code(await staff.post('/orders/nowhere/invoice'))).toEqual(NOT_FOUND);
      expect(code(await staff.get(`/orders/${free.id}/documents/none`))).toEqual([
        400,
        'invalid_input',
      ]);
      expect(code(await staff.get(`/orders/${free.id}/documents/9999`))).toEqual(NOT_FOUND);
      for (const { id } of [cancelled, free]) expect(await documentsOf(id)).toEqual([]);
    });

    /** Refunds that are done at once, as staff do them. */
    async function refund(id: string, body: object): Promise<string> {
      const answer = await staff.post(`/orders/${id}/refunds`, body);
      expect(answer.status).toBeLessThan(300);
      const { body: seen } = await staff.get(`/orders/${id}`);
      return (seen.data.refunds as { id: string }[]).at(-1)!.id;
    }

    /** Paid outside the shop: staff say that the money has come. */
    async function paidByTransfer() {
      const made = await order({ paymentMethod: 'manual' });
      expect((await staff.post(`/orders/${made.id}/mark-as-paid`)).status).toBe(200);
      return made;
    }

    it('credit a refund once, and print it', async () => {
      const { id } = await paidByTransfer();
      const [line] = (await staff.get(`/orders/${id}`)).body.data.items as { id: string }[];
      const lines = [{ id: line!.id, quantity: 1 }];
      const refundId = await refund(id, { lines, reason: 'Broken' });
      expect(code(await staff.post(`/orders/${id}/credit-notes/${refundId}`))).toEqual(NOT_ALLOWED);
      const { invoice } = (await staff.post(`/orders/${id}/invoice`)).body.data;
      const answers = await Promise.all(
        [1, 2, 3].map(() => staff.post(`/orders/${id}/credit-notes/${refundId}`))
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await issued(id)).toEqual(['invoice 24.00', 'credit_note -12.00']);
      const number = String((await documentsOf(id))[1]!['number']);
      const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { document_id: id });
      expect(JSON.stringify(row!['refunds'])).toContain(number);
      const { text } = await staff.get(`/orders/${id}/credit-notes/${refundId}`);
      for (const words of [
        'Credit note',
        number,
        `>${invoice.number}<`,
        'Broken',
        '-€12.00',
        '-€2.00',
      ]) {
        expect(text).toContain(words);
      }
      const pdf = await staff.get(`/orders/${id}/credit-notes/${refundId}.pdf`);
      expect(pdf.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="credit-note-${number}.pdf"`,
      });
      expect(code(await staff.post(`/orders/${id}/credit-notes/nothing`))).toEqual(NOT_FOUND);
    });

    it('find the credit note made by itself when the invoice was there before the refund', async () => {
      const { id } = await paidByTransfer();
      await staff.post(`/orders/${id}/invoice`);
      const [line] = (await staff.get(`/orders/${id}`)).body.data.items as { id: string }[];
      await refund(id, { lines: [{ id: line!.id, quantity: 1 }], reason: 'Broken' });
      expect(await issued(id)).toEqual(['invoice 24.00', 'credit_note -12.00']);
    });

    it('take an invoice back, and the next one is another', async () => {
      const { id, token } = await order();
      const first = await page(token);
      const answer = await staff.post(`/orders/${id}/invoice/cancel`);
      expect(answer.body.data.invoice).toBeNull();
      expect(code(await staff.post(`/orders/${id}/invoice/cancel`))).toEqual(NOT_FOUND);
      expect((await page(token)).text).not.toBe(first.text);
      expect(await issued(id)).toEqual(['invoice 24.00', 'credit_note -24.00', 'invoice 24.00']);
      const { body } = await staff.get(`/orders/${id}/documents`);
      const [old, note] = body.data as DocumentDto[];
      expect((await staff.get(`/orders/${id}/documents/${old!.id}`)).text).toBe(first.text);
      expect((await staff.get(`/orders/${id}/documents/${note!.id}`)).text).toContain(
        'For invoice'
      );
      const elsewhere = await order();
      expect(code(await staff.get(`/orders/${elsewhere.id}/documents/${old!.id}`))).toEqual(
        NOT_FOUND
      );
    });

    it('edit an order: the old invoice is credited whole, and the new one is of the new order', async () => {
      const { id, token } = await paidByTransfer();
      await page(token);
      const [line] = (await staff.get(`/orders/${id}`)).body.data.items as { id: string }[];
      const edit = { quantities: [{ id: line!.id, quantity: 1 }] };
      const preview = await staff.post(`/orders/${id}/edit/preview`, edit);
      const expectedTotal = preview.body.data.order?.totals.total ?? preview.body.data.totals.total;
      const edited = await staff.post(`/orders/${id}/edit`, { ...edit, expectedTotal });
      expect(edited.status).toBe(200);
      expect((await shown(token)).invoice).toBeNull();
      await staff.post(`/orders/${id}/invoice`);
      expect(await issued(id)).toEqual(['invoice 24.00', 'credit_note -24.00', 'invoice 12.00']);
      // What was paid too much goes back; nobody was asked for it, so nothing is credited.
      const refundId = await refund(id, { amount: '12.00' });
      expect(code(await staff.post(`/orders/${id}/credit-notes/${refundId}`))).toEqual(NOT_ALLOWED);
    });

    it('cancel an order with an invoice: what is still asked for is credited, and no more', async () => {
      const { id, token } = await paidByTransfer();
      await page(token);
      const refundId = await refund(id, { amount: '4.00' });
      await staff.post(`/orders/${id}/credit-notes/${refundId}`);
      expect((await staff.post(`/orders/${id}/cancel`)).status).toBe(200);
      expect(await issued(id)).toEqual([
        'invoice 24.00',
        'credit_note -4.00',
        'credit_note -20.00',
      ]);
    });

    it('print packing slips without prices, of the order or of one parcel', async () => {
      const { id } = await order({ details: { instructions: 'Ring twice' } });
      const slip = await staff.get(`/orders/${id}/packing-slip`);
      expect(slip.status).toBe(200);
      expect(slip.text).toContain('Ring twice');
      expect(slip.text).not.toMatch(/€|12\.00/);
      const parcel = { items: undefined, carrier: 'Post', trackingNumber: 'T-1' };
      const shipped = await staff.post(`/orders/${id}/fulfilments`, parcel);
      const [fulfilment] = shipped.body.data.fulfilments as { id: string }[];
      const path = `/orders/${id}/packing-slip`;
      const ofParcel = await staff.get(`${path}?fulfilment=${fulfilment!.id}`);
      expect(ofParcel.text).toContain('T-1');
      expect((await staff.get(`${path}.pdf?fulfilment=${fulfilment!.id}`)).headers).toMatchObject({
        'content-type': 'application/pdf',
      });
      expect(code(await staff.get(`${path}?fulfilment=none`))).toEqual(NOT_FOUND);
      expect(code(await staff.get(`${path}?parcel=1`))).toEqual([400, 'invalid_input']);
      expect(await documentsOf(id)).toEqual([]);
    });
  });

  describe('numbers', () => {
    it('have no gap when twenty are issued at once, and others fail in the middle', async () => {
      const last = async () => {
        const rows = await rowsOf(shop.strapi, 'cartwright_documents', { kind: 'invoice' });
        return Math.max(0, ...rows.map(({ number }) => Number(String(number).split('-')[1])));
      };
      const before = await last();
      const orders: { id: string; token: string }[] = [];
      for (let index = 0; index < 20; index += 1) orders.push(await order());
      const doomed = await order();
      const { database, documents: issuing } = shopOf(shop.strapi);
      const letterhead = { shop: shopOf(shop.strapi).settings.shop, logo: null, locale: 'en' };
      /** Takes its number, writes its document, and dies before the end. */
      const fail = () =>
        database.transaction(async (trx) => {
          const locked = await lockOrder(trx, { documentId: doomed.id });
          await issuing.issueInvoice(trx, locked!, letterhead, { by: 'x', now: new Date() });
          throw new Error('the power failed');
        });
      const results = await Promise.allSettled(
        orders.flatMap(({ token }, index) => [page(token), ...(index % 5 === 0 ? [fail()] : [])])
      );
      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4);
      const answered = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(answered.map(({ status }) => status)).toEqual(orders.map(() => 200));
      const told = await Promise.all(orders.map(async ({ token }) => (await shown(token)).invoice));
      expect(told.map((invoice) => invoice!.number).sort()).toEqual(
        orders.map((_, index) => `${year}-${String(before + index + 1).padStart(5, '0')}`)
      );
      expect((await shown(doomed.token)).invoice).toBeNull();
      await page(doomed.token);
      expect(await last()).toBe(before + 21);
    });

    it('are one for one order, whoever asks for it at the same time', async () => {
      const { id, token } = await order();
      const answers = await Promise.all([
        ...Array.from({ length: 6 }, () => page(token)),
        ...Array.from({ length: 3 }, () => staff.post(`/orders/${id}/invoice`)),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(new Set(answers.slice(0, 6).map(({ text }) => text)).size).toBe(1);
      expect(await issued(id)).toEqual(['invoice 24.00']);
    });
  });
});

describe('a shop of other habits', () => {
  const PICTURE = join(folder, 'broken.png');
  beforeAll(() =>
    start({
      shop: { ...SHOP, logo: PICTURE },
      order: { invoiceFormat: 'R-{year}/{number:3}', creditNoteFormat: 'G{number}' },
      rateLimits: { orderLinks: { max: 2, seconds: 60 } },
    })
  );
  afterAll(() => shop.stop());

  it.each([
    ['that is not there', undefined],
    ['that is no picture', Buffer.from('hello')],
    ['that breaks off', PIXEL.subarray(0, 20)],
  ])('prints without a logo %s: the document counts', async (_, content) => {
    if (content) writeFileSync(PICTURE, content);
    const { token, id } = await order();
    expect((await page(token)).status).toBe(200);
    const answer = await file(token);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await staff.get(`/orders/${id}/packing-slip.pdf`)).status).toBe(200);
  });

  it('numbers as it likes: invoices anew each year of UTC, credit notes on and on', async () => {
    const first = await order();
    const second = await order();
    const clock = stopTheClock(new Date('2027-12-31T23:59:59.000Z'));
    try {
      await page(first.token);
      clock.move(2000);
      await page(second.token);
      expect((await shown(first.token)).invoice!.number).toBe('R-2027/001');
      expect((await shown(second.token)).invoice!.number).toBe('R-2028/001');
      const { headers } = await file(second.token);
      expect(headers['content-disposition']).toBe('inline; filename="invoice-R-2028-001.pdf"');
      const { invoices } = shopOf(shop.strapi);
      await invoices.cancel(first.id, 'Ada');
      clock.move(-4000);
      await invoices.cancel(second.id, 'Ada');
      const notes = await rowsOf(shop.strapi, 'cartwright_documents', { kind: 'credit_note' });
      expect(notes.map(({ number, series }) => `${String(series)} ${String(number)}`)).toEqual([
        'credit_note G1',
        'credit_note G2',
      ]);
    } finally {
      clock.letGo();
    }
  });

  it('slows down who guesses, not who asks for an invoice that is not there yet', async () => {
    card.next = { status: 'authorized', reference: 'r' };
    const { token } = await order();
    for (let look = 0; look < 4; look += 1) expect(code(await page(token))).toEqual(NOT_FOUND);
    for (const guess of ['a', 'b']) expect(code(await page(guess))).toEqual(NOT_FOUND);
    expect(code(await file('c'))).toEqual([429, 'rate_limited']);
  });
});

describe('printed again', () => {
  it('it is the same to the byte, whatever became of product, shop, logo, words and order', async () => {
    writeFileSync(logo, PIXEL);
    const database = await createTestDatabase();
    try {
      await start({ shop: { ...SHOP, logo } }, { database });
      const { token, id, productId } = await order({ title: 'Lamp of old' });
      const before = { html: (await page(token)).text, pdf: (await file(token)).body as Buffer };
      expect(before.html).toContain(
        `data:image/png;base64,${PIXEL.toString('base64').slice(0, 90)}`
      );
      await documents(shop.strapi, UIDS.product).delete({ documentId: productId });
      await shop.strapi.db
        .connection('cartwright_orders')
        .where({ document_id: id })
        .update({ billing: JSON.stringify({ firstName: 'Erased' }), order_locale: 'de' });
      await shop.stop();

      rmSync(logo);
      const words = { en: { invoice: 'Tax invoice' } };
      const moved = { shop: { name: 'Others', logo: '' }, documents: { words } };
      await start(moved, { database });
      expect((await page(token)).text).toBe(before.html);
      expect((await file(token)).body).toEqual(before.pdf);
      // A credit note over it comes from whom it came from, and goes where it went.
      await staff.post(`/orders/${id}/invoice/cancel`);
      const { body } = await staff.get(`/orders/${id}/documents`);
      const note = await staff.get(
        `/orders/${id}/documents/${(body.data as DocumentDto[])[1]!.id}`
      );
      for (const known of ['Lamps &amp; Sons', 'Ada Lovelace', 'Lamp of old', 'data:image/png']) {
        expect(note.text).toContain(known);
      }
    } finally {
      await shop.stop();
      await database.drop();
    }
  }, 240_000);
});
