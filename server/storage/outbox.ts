import { createId } from '@paralleldrive/cuid2';

import type { Connection } from './database';
import { TABLES } from './tables';
import { writeJson } from './values';

/** A fact that was committed and must be told to others at least once, under this id. */
export interface RecordedEvent {
  eventId: string;
  name: string;
  payload: Record<string, unknown>;
}

/** Writes the facts down in the transaction that makes them true. */
export async function recordEvents(
  trx: Connection,
  facts: readonly { name: string; payload: Record<string, unknown> }[],
  now: Date
): Promise<RecordedEvent[]> {
  if (facts.length === 0) return [];
  const events = facts.map((fact) => ({ eventId: createId(), ...fact }));
  await trx(TABLES.events).insert(
    events.map(({ eventId, name, payload }) => ({
      event_id: eventId,
      name,
      payload: writeJson(payload),
      attempts: 0,
      created_at: now,
      next_attempt_at: now,
    }))
  );
  return events;
}

export async function markDelivered(
  db: Connection,
  eventIds: readonly string[],
  now: Date
): Promise<void> {
  if (eventIds.length === 0) return;
  await db(TABLES.events)
    .whereIn('event_id', [...eventIds])
    .update({ delivered_at: now });
}
