import { createId } from '@paralleldrive/cuid2';

import type { Connection } from './database';
import { TABLES } from './tables';
import { readDate, readJson, writeJson } from './values';

/** A fact that was committed and must be told to others at least once, under this id. */
export interface RecordedEvent {
  eventId: string;
  name: string;
  payload: Record<string, unknown>;
  createdAt: Date;
}

/** An event that somebody has not heard yet. */
export interface WaitingEvent extends RecordedEvent {
  /** How often somebody set out to tell it. */
  attempts: number;
  /** Who has heard it already. */
  heard: string[];
}

/** So long the server that committed has an event for itself; afterwards any may tell it. */
const HEAD_START_MS = 60_000;

/** Writes the facts down in the transaction that makes them true. */
export async function recordEvents(
  trx: Connection,
  facts: readonly { name: string; payload: Record<string, unknown> }[],
  now: Date
): Promise<RecordedEvent[]> {
  if (facts.length === 0) return [];
  const events = facts.map((fact) => ({ eventId: createId(), ...fact, createdAt: now }));
  await trx(TABLES.events).insert(
    events.map(({ eventId, name, payload }) => ({
      event_id: eventId,
      name,
      payload: writeJson(payload),
      attempts: 0,
      created_at: now,
      next_attempt_at: new Date(now.getTime() + HEAD_START_MS),
    }))
  );
  return events;
}

/** The oldest events that wait and are due. */
export async function findDueEvents(
  db: Connection,
  now: Date,
  most: number
): Promise<WaitingEvent[]> {
  const rows: Record<string, unknown>[] = await db(TABLES.events)
    .whereNull('delivered_at')
    .where('next_attempt_at', '<=', now)
    .orderBy('id')
    .limit(most);
  return rows.map((row) => ({
    eventId: String(row.event_id),
    name: String(row.name),
    payload: readJson<Record<string, unknown>>(row.payload) ?? {},
    createdAt: readDate(row.created_at) ?? now,
    attempts: Number(row.attempts),
    heard: readJson<string[]>(row.heard) ?? [],
  }));
}

/**
 * Takes an event for this server until `until`: whoever dies with it loses it then.
 *
 * @returns whether it was still as it was seen; if not, another server has it
 */
export async function claimEvent(
  db: Connection,
  { eventId, attempts }: WaitingEvent,
  until: Date
): Promise<boolean> {
  const claimed = await db(TABLES.events)
    .where({ event_id: eventId, attempts })
    .whereNull('delivered_at')
    .update({ attempts: attempts + 1, next_attempt_at: until });
  return claimed === 1;
}

/** Who has heard these events; what is left of them follows. */
export async function saveHeard(
  db: Connection,
  eventIds: readonly string[],
  heard: readonly string[]
): Promise<void> {
  await db(TABLES.events)
    .whereIn('event_id', [...eventIds])
    .update({ heard: writeJson(heard) });
}

/** Everybody has heard it. */
export async function markDelivered(
  db: Connection,
  { eventId }: RecordedEvent,
  heard: readonly string[],
  now: Date
): Promise<void> {
  await db(TABLES.events)
    .where({ event_id: eventId })
    .update({ heard: writeJson(heard), delivered_at: now, error: null });
}

/** Somebody has not heard it. `again` null: nobody tries any more, and the row stays for whoever looks. */
export async function postponeEvent(
  db: Connection,
  { eventId }: RecordedEvent,
  { heard, error, again, now }: { heard: string[]; error: string; again: Date | null; now: Date }
): Promise<void> {
  await db(TABLES.events)
    .where({ event_id: eventId })
    .update({
      heard: writeJson(heard),
      error,
      next_attempt_at: again,
      ...(again ? {} : { gave_up_at: now }),
    });
}

/** Events that everybody has heard, and long ago. @returns how many are gone */
export function deleteDelivered(db: Connection, before: Date): Promise<number> {
  return db(TABLES.events).where('delivered_at', '<', before).delete();
}
