import { checkErasable, eraseOrder } from '../../../server/domain/customers/erase-order';
import { money } from '../../../server/domain/money/money';
import type { Order } from '../../../server/domain/orders/order';

const AT = new Date('2026-06-01T12:00:00.000Z');
const NAME = 'Ada Lovelace';
const ADDRESS = { firstName: NAME, city: NAME, postcode: NAME, phone: NAME };

/** Whatever somebody can have written about a person, and figures beside it. */
const ORDER = {
  number: '7',
  status: 'completed',
  revision: 2,
  email: NAME,
  account: NAME,
  billing: { ...ADDRESS, country: 'US', state: 'MA' },
  shipping: { ...ADDRESS, country: 'GB' },
  instructions: NAME,
  totals: { total: money('20') },
  lines: [{ sku: 'MUG', quantity: 2, total: money('20'), data: { engraving: NAME } }],
  payments: [
    {
      reference: 'ref-1',
      captured: money('20'),
      action: { for: NAME },
      reason: NAME,
      operations: [{ id: 'o', kind: 'refund', amount: money('5'), reason: NAME }],
    },
  ],
  fulfilments: [{ id: 'f', carrier: 'Post', trackingNumber: NAME, trackingUrl: NAME }],
  refunds: [{ id: 'r', amount: money('5'), reason: NAME, creditNote: { number: 'C-1' } }],
  invoice: { number: 'R-1', issuedAt: AT },
  history: [
    { at: 'then', by: 'Ida', step: 'edit', from: '10.00', to: '20.00', note: `for ${NAME}` },
  ],
} as unknown as Order;

describe('an order without its person', () => {
  const erased = eraseOrder(ORDER, 'Ida', AT);

  it('names them nowhere', () => {
    expect(JSON.stringify(ORDER)).toContain(NAME);
    expect(JSON.stringify(erased)).not.toContain(NAME);
  });

  it('keeps its figures, its documents, and where its taxes went', () => {
    expect(erased).toMatchObject({
      number: '7',
      status: 'completed',
      billing: { country: 'US', state: 'MA' },
      shipping: { country: 'GB' },
      totals: ORDER.totals,
      lines: [{ sku: 'MUG', quantity: 2, total: ORDER.lines[0]!.total, data: null }],
      payments: [{ reference: 'ref-1', operations: [{ id: 'o', kind: 'refund' }] }],
      fulfilments: [{ id: 'f', carrier: 'Post' }],
      refunds: [{ id: 'r', creditNote: { number: 'C-1' } }],
      invoice: { number: 'R-1' },
    });
    expect(erased.payments[0]!.captured).toEqual(money('20'));
    expect(erased.refunds[0]!.amount).toEqual(money('5'));
  });

  it('says who did it and when, and is another edition than any edit knows', () => {
    expect(erased.history).toEqual([
      { at: 'then', by: 'Ida', step: 'edit', from: '10.00', to: '20.00' },
      { at: AT.toISOString(), by: 'Ida', step: 'note', from: null, to: 'erased' },
    ]);
    expect(erased.revision).toBe(3);
  });

  it('is there only when nothing is to be paid or shipped any more', () => {
    const order = (number: string, status: string) => ({ number, status });
    expect(() => checkErasable([])).not.toThrow();
    expect(() => checkErasable([order('1', 'completed'), order('2', 'cancelled')])).not.toThrow();
    expect(() =>
      checkErasable([order('1', 'open'), order('2', 'completed'), order('3', 'open')])
    ).toThrow(
      expect.objectContaining({
        code: 'status_not_allowed',
        details: expect.objectContaining({ from: 'open', orders: ['1', '3'] }),
      })
    );
  });
});
