import { addressLines } from '../../../server/domain/invoices/address-lines';
import { buildInvoice } from '../../../server/domain/invoices/build-invoice';
import { wordingFor } from '../../../server/domain/invoices/words';
import { writePackingSlip } from '../../../server/domain/invoices/write-packing-slip';
import { writeSheet } from '../../../server/domain/invoices/write-sheet';
import type { Order } from '../../../server/domain/orders/order';
import { NOON, orderOf, paidWith } from './orders';

const shop = {
  name: 'Lamps & Sons',
  address: ['1 Lamp Street', 'London'],
  taxIds: [{ label: 'VAT ID', value: 'GB1' }],
  email: 'post@lamps.example',
  phone: '',
  website: '',
  logo: '',
  footer: 'Registered in London',
  bank: ['IBAN GB00'],
};
const ada = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: '12 Row',
  city: 'London',
  country: 'GB',
};

const config = (included: boolean, label = 'VAT') => ({
  tax: { included, rates: [{ country: 'GB', rate: '20', label }] },
  shipping: { options: [{ code: 'post', label: 'Post', amount: '4.95' }] },
});

const order = (included: boolean, label?: string) =>
  orderOf(
    {
      lines: [{ price: '1234.50', quantity: 2 }],
      country: 'GB',
      config: config(included, label),
      code: { deduct: '10' },
    },
    { billing: ada, shipping: ada }
  );

const sheetOf = (of: Order, locale = 'en') =>
  writeSheet(
    of,
    buildInvoice(of),
    {
      kind: 'invoice',
      number: '2026-7',
      issuedAt: NOON,
      invoiceNumber: null,
      reason: null,
      payment: 'Bank transfer',
      shop,
      logo: null,
    },
    wordingFor(locale, {})
  );

/** Narrow and unbreakable blanks as blanks. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const totals = (sheet: ReturnType<typeof sheetOf>) =>
  sheet.totals.map(({ label, value }) => plain(`${label}: ${value}`));

describe('the words of an invoice', () => {
  it('say who, when, what and how much, in English', async () => {
    const sheet = sheetOf(await order(false));
    expect(sheet).toMatchObject({
      title: 'Invoice',
      seller: {
        name: 'Lamps & Sons',
        lines: ['1 Lamp Street', 'London', 'VAT ID: GB1', 'post@lamps.example'],
      },
      recipient: ['Ada Lovelace', '12 Row', 'London', 'United Kingdom'],
      delivery: null,
      columns: ['Item', 'Quantity', 'Unit price', 'Tax', 'Amount'],
      footer: 'Registered in London',
    });
    expect(sheet.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Number: 2026-7',
      'Date: June 1, 2026',
      'Order: 7',
      'Ordered on: June 1, 2026',
      'Payment: Bank transfer',
    ]);
    expect(sheet.rows[0]!.cells).toEqual(['2', '€1,234.50', '20%', '€2,469.00']);
    expect(totals(sheet)).toEqual([
      'Subtotal: €2,469.00',
      'Discount CODE: -€10.00',
      'Shipping (Post): €4.95',
      'VAT 20% on €2,459.00: €491.80',
      'Total: €2,955.75',
      'Due: €2,955.75',
    ]);
  });

  it('are those of the language, and so are its amounts, dates and countries', async () => {
    const sheet = sheetOf(await order(true), 'de');
    expect(sheet.recipient.at(-1)).toBe('Vereinigtes Königreich');
    expect(sheet.facts[1]).toEqual({ label: 'Datum', value: '1. Juni 2026' });
    expect(sheet.rows[0]!.cells.map(plain)).toEqual(['2', '1.234,50 €', '20 %', '2.469,00 €']);
    expect(totals(sheet)).toEqual([
      'Zwischensumme: 2.469,00 €',
      'Rabatt CODE: -10,00 €',
      'Versand (Post): 4,95 €',
      'Gesamt: 2.463,95 €',
      'darin VAT 20 % aus 2.459,00 €: 409,83 €',
      'Offen: 2.463,95 €',
    ]);
  });

  it('do not repeat a rate that its label says', async () => {
    const sheet = sheetOf(await order(true, 'VAT 20%'));
    expect(totals(sheet)).toContain('of which VAT 20% in €2,459.00: €409.83');
  });

  it('ask for a transfer while something is due, and not afterwards', async () => {
    const open = await order(false);
    expect(sheetOf(open).notes).toEqual([{ label: 'Please pay to', lines: ['IBAN GB00'] }]);
    const paid = sheetOf(paidWith(open, '2955.75'));
    expect(paid.notes).toEqual([]);
    expect(totals(paid).slice(-2)).toEqual(['Total: €2,955.75', 'Paid: €2,955.75']);
  });

  it('name another place of delivery, and an e-mail where there is no address', async () => {
    const elsewhere = { ...(await order(false)), shipping: { ...ada, street: '1 Dock' } };
    expect(sheetOf(elsewhere).delivery).toEqual({
      label: 'Deliver to',
      lines: ['Ada Lovelace', '1 Dock', 'London', 'United Kingdom'],
    });
    const nowhere = { ...elsewhere, billing: {}, shipping: {}, email: 'ada@example.com' };
    expect(sheetOf(nowhere)).toMatchObject({ recipient: ['ada@example.com'], delivery: null });
  });

  it('leave out tax where there is none', async () => {
    const untaxed = await orderOf({ lines: [{ price: '5.00' }] });
    const sheet = sheetOf(untaxed);
    expect(sheet.columns).toEqual(['Item', 'Quantity', 'Unit price', 'Amount']);
    expect(totals(sheet)).toEqual(['Total: €5.00', 'Due: €5.00']);
  });
});

describe('an address', () => {
  const town = { city: 'Town', postcode: '123', state: 'ST' };
  it.each([
    ['DE', ['123 Town', 'ST', 'Germany']],
    ['US', ['Town ST 123', 'United States']],
    ['ZZZ', ['123 Town', 'ST', 'ZZZ']],
  ])('in %s', (country, lines) => {
    expect(addressLines({ ...town, country }, 'en')).toEqual(lines);
  });
});

describe('a packing slip', () => {
  const parcel = {
    id: 'parcel',
    carrier: 'DHL',
    trackingNumber: 'T1',
    trackingUrl: null,
    items: [{ lineId: 'line-0', sku: 'SKU-0', quantity: 1 }],
    shippedAt: '2026-06-03T12:00:00.000Z',
  };

  it('has what was ordered, where it goes and what was said, and no prices', async () => {
    const whole = { ...(await order(false)), instructions: 'Ring\ntwice' };
    const sheet = writePackingSlip(whole, null, shop, wordingFor('en', {}));
    expect(sheet).toMatchObject({
      title: 'Packing slip',
      columns: ['Item', 'Quantity'],
      rows: [{ cells: ['2'] }],
      totals: [],
      notes: [{ label: 'Instructions', lines: ['Ring', 'twice'] }],
      recipient: ['Ada Lovelace', '12 Row', 'London', 'United Kingdom'],
    });
    expect(JSON.stringify(sheet)).not.toMatch(/€|1234/);
  });

  it('of one parcel has what lies in it, and its number', async () => {
    const sheet = writePackingSlip(await order(false), parcel, shop, wordingFor('en', {}));
    expect(sheet.rows).toMatchObject([{ cells: ['1'] }]);
    expect(sheet.facts.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['DHL', 'T1', 'June 3, 2026'])
    );
  });
});
