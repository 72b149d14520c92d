import type { Connection, Dialect } from './database';
import { TABLES } from './tables';

/**
 * The last line of defence of rules 7.1, 6.3, 1.1 and 5.5: what must hold even if our own code is wrong.
 * PostgreSQL and MySQL/MariaDB take CHECK constraints; SQLite cannot add one to a table that exists, so it
 * gets triggers that abort. The host drops neither, except SQLite's when it rebuilds a table: hence every start.
 */
const CHECKS = [
  { table: TABLES.variations, name: 'stock', condition: 'stock >= 0', columns: ['stock'] },
  {
    table: TABLES.variations,
    name: 'unit_price',
    condition: 'unit_price >= 0',
    columns: ['unit_price'],
  },
  {
    table: TABLES.variations,
    name: 'sale_price',
    condition: 'sale_price >= 0',
    columns: ['sale_price'],
  },
  {
    table: TABLES.variations,
    name: 'cost_price',
    condition: 'cost_price >= 0',
    columns: ['cost_price'],
  },
  { table: TABLES.cartItems, name: 'quantity', condition: 'quantity >= 1', columns: ['quantity'] },
  { table: TABLES.orderItems, name: 'quantity', condition: 'quantity >= 1', columns: ['quantity'] },
  { table: TABLES.stockHolds, name: 'quantity', condition: 'quantity >= 1', columns: ['quantity'] },
  {
    table: TABLES.ratings,
    name: 'value',
    condition: 'value >= 1 AND value <= 5',
    columns: ['value'],
  },
  {
    table: TABLES.discountCodes,
    name: 'used_count',
    condition: 'used_count >= 0 AND (max_uses IS NULL OR used_count <= max_uses)',
    columns: ['used_count', 'max_uses'],
  },
] as const;

type Check = (typeof CHECKS)[number];

const checkName = (check: Check) => `${check.table}_${check.name}_ck`;

export async function ensureConstraints(db: Connection, dialect: Dialect): Promise<void> {
  for (const check of CHECKS) {
    if (dialect === 'sqlite') await ensureTriggers(db, check);
    else await ensureCheck(db, check, dialect);
  }
}

async function ensureCheck(db: Connection, check: Check, dialect: Dialect): Promise<void> {
  const name = checkName(check);
  const schema = dialect === 'postgres' ? 'current_schema()' : 'DATABASE()';
  const known = await db
    .from('information_schema.table_constraints')
    .where({ constraint_name: name, table_name: check.table })
    .whereRaw(`constraint_schema = ${schema}`)
    .first('constraint_name');
  if (known) return;
  await db.raw(`ALTER TABLE ?? ADD CONSTRAINT ?? CHECK (${check.condition})`, [check.table, name]);
}

async function ensureTriggers(db: Connection, check: Check): Promise<void> {
  const condition = check.condition.replace(
    new RegExp(`\\b(${check.columns.join('|')})\\b`, 'g'),
    'NEW.$1'
  );
  for (const event of ['INSERT', 'UPDATE']) {
    await db.raw(
      `CREATE TRIGGER IF NOT EXISTS ${checkName(check)}_${event.toLowerCase()} BEFORE ${event} ON ${check.table}
       WHEN NOT (${condition}) BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: ${checkName(check)}'); END`
    );
  }
}
