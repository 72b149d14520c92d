import type { Knex } from 'knex';

import type { Connection } from '../database';

/** SQLite takes 500 selects in one union, but unions of unions without end. */
const MOST = 200;

/** The rows of all selects, in one statement. */
export function unionAll(db: Connection, selects: readonly Knex.QueryBuilder[]): Knex.QueryBuilder {
  if (selects.length <= MOST) return db.queryBuilder().unionAll([...selects]);
  const groups = Array.from({ length: Math.ceil(selects.length / MOST) }, (_, index) =>
    unionAll(db, selects.slice(index * MOST, (index + 1) * MOST))
  );
  return unionAll(
    db,
    groups.map((group) => db.from(group.as('part')).select('*'))
  );
}
