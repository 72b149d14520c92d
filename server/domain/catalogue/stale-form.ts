import { CommerceError, type InputIssue } from '../errors';
import { currencyDecimals } from '../money/currency';
import { type Amount, money } from '../money/money';

type Fields = Record<string, unknown>;
type Kind = 'text' | 'amount' | 'number' | 'date' | 'flag';

/** What an editor sets on a variation. Relations are left out: a form sends only how it changed them. */
const FIELDS = {
  sku: { kind: 'text', label: 'SKU' },
  unitPrice: { kind: 'amount', label: 'Unit price' },
  stock: { kind: 'number', label: 'Stock' },
  salePrice: { kind: 'amount', label: 'Sale price' },
  saleFrom: { kind: 'date', label: 'Sale from' },
  saleTo: { kind: 'date', label: 'Sale to' },
  isDefault: { kind: 'flag', label: 'Default' },
  costPrice: { kind: 'amount', label: 'Cost price' },
  weight: { kind: 'number', label: 'Weight' },
  position: { kind: 'number', label: 'Position' },
} as const satisfies Record<string, { kind: Kind; label: string }>;

type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

/** A sale price is one thing with its window: who changes the end of a reduction means that reduction. */
const SALE: readonly Field[] = ['salePrice', 'saleFrom', 'saleTo'];
const THINGS: readonly (readonly Field[])[] = [
  SALE,
  ...NAMES.filter((name) => !SALE.includes(name)).map((name) => [name]),
];

/** The fields of a form in one spelling, so that 19.9, "19.90" and an amount compare; null is empty. */
export type FormValues = { [Name in Field]?: string | null };

/** What of a row is edited in its form. Fields that the row lacks stay out. */
export function formValues(row: object): FormValues {
  const fields = row as Fields;
  return Object.fromEntries(
    NAMES.filter((name) => fields[name] !== undefined).map((name) => [
      name,
      // A row that was inserted without a place is read as the first.
      spell(FIELDS[name].kind, name === 'position' ? (fields[name] ?? 0) : fields[name]),
    ])
  );
}

/**
 * What an editor has changed in a form that may have been open for long. A form sends all of its fields, also those
 * that nobody touched; meanwhile checkouts took stock, a sale ended, a colleague saved. So what was not touched is
 * left out, and what was touched and changed meanwhile is refused: only the editor knows which of the two is right.
 *
 * Opened with 10 in stock, 3 sold since: a form that sends 10 leaves the 7, one that sends 12 is refused.
 *
 * @param opened the values that the form was opened with; a field that is missing there is taken as it was sent
 * @throws invalid_input with an issue for each field that changed meanwhile
 */
export function changesOfForm(
  sent: Fields,
  opened: FormValues,
  now: FormValues,
  currency: string
): Fields {
  const values = formValues(sent);
  const leftOut = new Set<string>();
  const conflicts: Field[] = [];
  for (const thing of THINGS) {
    const known = thing.filter((name) => opened[name] !== undefined);
    const touched = known.filter(
      (name) => values[name] !== undefined && values[name] !== opened[name]
    );
    const moved = known.filter((name) => now[name] !== opened[name]);
    const agreed = touched.every((name) => values[name] === now[name]);
    if (!agreed) conflicts.push(...moved);
    for (const name of known) if (agreed || !touched.includes(name)) leftOut.add(name);
  }
  if (conflicts.length > 0) throw refusal(conflicts, opened, now, currency);
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !leftOut.has(name)));
}

function refusal(
  conflicts: readonly Field[],
  opened: FormValues,
  now: FormValues,
  currency: string
): CommerceError {
  const issues = conflicts.map((path): InputIssue => {
    const from = show(path, opened[path], currency);
    const to = show(path, now[path], currency);
    const what = `${FIELDS[path].label} went from ${from} to ${to} while this form was open.`;
    return { path, message: `${what} Nothing was saved; reload, and change it again.` };
  });
  return new CommerceError('invalid_input', issues.map(({ message }) => message).join('\n'), {
    issues,
  });
}

function spell(kind: Kind, value: unknown): string | null {
  if (kind === 'flag') return value === true ? 'yes' : 'no';
  if (value === null || value === '') return null;
  if (kind === 'date') return readDate(value)?.toISOString() ?? asIs(value);
  return kind === 'text' ? asIs(value) : (readNumber(value)?.toFixed() ?? asIs(value));
}

/** null for what is no date. It then differs from everything, and is refused by whoever checks it; so with a number. */
function readDate(value: unknown): Date | null {
  const date = value instanceof Date ? value : new Date(asIs(value));
  return Number.isNaN(date.getTime()) ? null : date;
}

function readNumber(value: unknown): Amount | null {
  try {
    return money(String(value));
  } catch {
    return null;
  }
}

const asIs = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function show(name: Field, value: string | null | undefined, currency: string): string {
  if (value === null || value === undefined) return 'none';
  const amount = FIELDS[name].kind === 'amount' ? readNumber(value) : null;
  if (amount === null) return value;
  return amount.toFixed(Math.max(currencyDecimals(currency), amount.decimalPlaces()));
}
