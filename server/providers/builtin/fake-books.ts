import { formatAmount } from '../../domain/money/format';
import { fromMinorUnits, toMinorUnits } from '../../domain/money/minor-units';
import { type Amount, money, ZERO } from '../../domain/money/money';
import type { PaymentAnswer, PaymentState, StepAnswer } from '../payment';
import type { FakeBehaviour } from './fake-cards';

/** Something that the fake provider was asked. The first entry of a key counts, all others repeat it. */
export type FakeEntry = AuthorizeEntry | StepEntry | ActionEntry;

export interface AuthorizeEntry {
  kind: 'authorize';
  key: string;
  /** For the charge that it makes, unless it goes on with another. */
  reference: string;
  continues: string | null;
  orderNumber: string;
  amount: string;
  currency: string;
  /** null: a card that it does not know. */
  behaviour: FakeBehaviour | null;
  /** Whether the money is taken, or only reserved. */
  takes: boolean;
  /** What the shopper said to the 3-D step; null when it was not asked. */
  confirmed: boolean | null;
}

export interface StepEntry {
  kind: 'capture' | 'void' | 'refund';
  key: string;
  reference: string | null;
  amount: string;
}

/** The shopper did the 3-D step, or gave it up. */
interface ActionEntry {
  kind: 'action';
  key: string;
  reference: string;
  done: boolean;
  takes: boolean;
}

/** A payment at the fake provider. */
export interface FakeCharge {
  reference: string;
  orderNumber: string;
  currency: string;
  amount: string;
  captured: string;
  refunded: string;
  status: PaymentState['status'];
  reason?: string;
  action?: Record<string, unknown>;
}

export interface FakeBooks {
  charges: Map<string, FakeCharge>;
  /** Which charge a key made or went on with. */
  references: Map<string, string>;
  answers: Map<string, PaymentAnswer | StepAnswer>;
}

/** Everything that the fake provider knows, from what it was asked. The same entries always make the same books. */
export function keepBooks(entries: readonly FakeEntry[]): FakeBooks {
  const books: FakeBooks = { charges: new Map(), references: new Map(), answers: new Map() };
  for (const entry of entries) {
    if (books.answers.has(entry.key)) continue;
    books.answers.set(entry.key, enter(books, entry));
  }
  return books;
}

/** Where a charge stands, as a webhook or `find` tells it. */
export function stateOf(charge: FakeCharge): PaymentState & { reference: string } {
  const { reference, status, captured, refunded, reason, action } = charge;
  return {
    status,
    captured,
    refunded,
    reference,
    ...(reason ? { reason } : {}),
    ...(action ? { action } : {}),
  };
}

function enter(books: FakeBooks, entry: FakeEntry): PaymentAnswer | StepAnswer {
  if (entry.kind === 'authorize') return authorize(books, entry);
  const charge = books.charges.get(entry.reference ?? '');
  if (entry.kind === 'action') {
    if (charge?.status === 'requires_action') {
      books.charges.set(charge.reference, entry.done ? take(charge, entry) : decline(charge, STEP));
    }
    return DONE;
  }
  // Nothing was ever held under it.
  if (!charge) return entry.kind === 'void' ? DONE : refused('There is no such payment');
  const after = STEPS[entry.kind](charge, money(entry.amount));
  if (!after) return refused(`A payment that is ${charge.status} allows no ${entry.kind} of that`);
  books.charges.set(charge.reference, after);
  return DONE;
}

function authorize(books: FakeBooks, entry: AuthorizeEntry): PaymentAnswer {
  const known = books.charges.get(entry.continues ?? '');
  const before = known && known.status !== 'cancelled' ? known : begin(entry);
  const after = outcome(before, entry);
  books.charges.set(after.reference, after);
  books.references.set(entry.key, after.reference);
  const { reference, status, reason, action } = after;
  const told = entry.behaviour && UNTOLD.includes(entry.behaviour) && before !== after;
  if (told) return { status: 'pending', reference };
  return {
    status: status as PaymentAnswer['status'],
    reference,
    ...(reason ? { reason } : {}),
    ...(action ? { action } : {}),
  };
}

/** Nobody is charged twice: money that is there already is the answer. */
function outcome(charge: FakeCharge, entry: AuthorizeEntry): FakeCharge {
  if (charge.status === 'authorized' || money(charge.captured).gt(0)) return charge;
  if (charge.status === 'requires_action' && entry.confirmed !== null) {
    return entry.confirmed ? take(charge, entry) : decline(charge, STEP);
  }
  const asked = { ...charge, amount: entry.amount };
  switch (entry.behaviour) {
    case null:
      return decline(asked, 'Only fake cards are known here');
    case 'decline':
      return decline(asked, 'The card was declined');
    case 'no-funds':
      return decline(asked, 'There is not enough money on the card');
    case '3-d':
      return {
        ...standing(asked, 'requires_action'),
        action: { type: 'fake', token: charge.reference },
      };
    case 'authorize':
      return standing(asked, 'authorized');
    case 'part':
      return { ...standing(asked, 'authorized'), captured: half(asked) };
    default:
      return take(asked, entry);
  }
}

const STEP = 'The payment was not confirmed';
const DONE: StepAnswer = { status: 'done' };

/** The shop hears of these by a webhook, or has to ask. */
const UNTOLD: readonly FakeBehaviour[] = ['webhook-twice', 'webhook-late', 'webhook-never'];

/** What a step makes of a charge; null when it cannot be done. */
const STEPS: Record<StepEntry['kind'], (charge: FakeCharge, amount: Amount) => FakeCharge | null> =
  {
    capture: (charge, amount) => {
      const captured = money(charge.captured).plus(amount);
      if (charge.status !== 'authorized' || captured.gt(charge.amount)) return null;
      const whole = captured.eq(charge.amount);
      return {
        ...charge,
        captured: write(captured, charge),
        status: whole ? 'paid' : 'authorized',
      };
    },
    void: (charge) => {
      if (charge.status === 'authorized' && money(charge.captured).gt(0)) {
        return standing(charge, 'paid');
      }
      return money(charge.captured).gt(0) ? null : standing(charge, 'cancelled');
    },
    refund: (charge, amount) => {
      const refunded = money(charge.refunded).plus(amount);
      if (refunded.gt(charge.captured)) return null;
      const whole = refunded.eq(charge.captured);
      return {
        ...charge,
        refunded: write(refunded, charge),
        status: whole ? 'refunded' : charge.status,
      };
    },
  };

function begin({ reference, orderNumber, amount, currency }: AuthorizeEntry): FakeCharge {
  const nothing = formatAmount(ZERO, currency);
  const empty = { captured: nothing, refunded: nothing, status: 'pending' } as const;
  return { reference, orderNumber, currency, amount, ...empty };
}

function take(charge: FakeCharge, { takes }: { takes: boolean }): FakeCharge {
  if (!takes) return standing(charge, 'authorized');
  return { ...standing(charge, 'paid'), captured: charge.amount };
}

function decline(charge: FakeCharge, reason: string): FakeCharge {
  return { ...standing(charge, 'declined'), reason };
}

/** What was to be done, and what went wrong, is over. */
function standing(charge: FakeCharge, status: FakeCharge['status']): FakeCharge {
  const { action: _, reason: __, ...rest } = charge;
  return { ...rest, status };
}

function half({ amount, currency }: FakeCharge): string {
  return formatAmount(
    fromMinorUnits(toMinorUnits(money(amount), currency) / 2n, currency),
    currency
  );
}

function write(amount: Amount, { currency }: FakeCharge): string {
  return formatAmount(amount, currency);
}

function refused(reason: string): StepAnswer {
  return { status: 'refused', reason };
}
