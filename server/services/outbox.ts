import { retryAt } from '../domain/outbox/retry';
import type { Consumer } from '../events/consumer';
import { inTime } from '../events/in-time';
import type { Database } from '../storage/database';
import {
  claimEvent,
  deleteDelivered,
  findDueEvents,
  markDelivered,
  postponeEvent,
  type RecordedEvent,
  saveHeard,
  type WaitingEvent,
} from '../storage/outbox';
import { dayBefore, minutesAfter } from './shopper';

export type Outbox = ReturnType<typeof createOutbox>;

/** The answer to the request goes out first; in milliseconds. */
const BREATH = 1000;
/** So long a server has what it claimed. */
const CLAIM_MINUTES = 2;
const AT_A_TIME = 50;
const IN_PARALLEL = 5;
const KEPT_DAYS = 30;

/**
 * Sees to it that every recorded event is heard by everybody who must, at least once, whatever dies in between. Right
 * after commit `emit` tells it to those who are quick, and in the background to the others. What was not heard is tried
 * again by a sweep, on whichever server comes first: only with those who missed it, and less often each time.
 */
export function createOutbox(shop: {
  database: Database;
  /** Told before the request is answered. */
  quick: readonly Consumer[];
  /** Told in the background: other machines, that nobody waits for. */
  slow: readonly Consumer[];
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { database, quick, slow, clock, warn } = shop;
  let waiting: WaitingEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let stopped = false;

  /** Tells what was just committed. It never throws: the facts are true whoever fails to hear them. */
  async function emit(events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const told: WaitingEvent[] = [];
    for (const event of events) {
      const { heard, problems } = await tell(event, [], quick);
      for (const problem of problems) warn(`${event.name} could not be told: ${problem}`);
      told.push({ ...event, attempts: 0, heard });
    }
    await remember(told);
    if (stopped) return;
    waiting.push(...told);
    timer ??= setTimeout(() => void flush(), BREATH).unref();
  }

  /** So that nobody hears it again when this process dies now. One statement, unless somebody failed. */
  async function remember(events: readonly WaitingEvent[]): Promise<void> {
    const groups = new Map<string, WaitingEvent[]>();
    for (const event of events) {
      const key = event.heard.join();
      groups.set(key, [...(groups.get(key) ?? []), event]);
    }
    try {
      for (const [{ heard }, ids] of [...groups.values()].map(first)) {
        if (heard.length > 0) await database.write((db) => saveHeard(db, ids, heard));
      }
    } catch (error) {
      warn(`who has heard an event could not be kept: ${String(error)}`);
    }
  }

  /** Does at once what waits in the background. Called by itself, and by whoever cannot wait. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    return inTurn(() => deliverAll(events));
  }

  /** Tells what is due, whichever server recorded it: it died, or somebody did not hear. */
  function sweep(): Promise<void> {
    return inTurn(async () => {
      for (;;) {
        const due = await findDueEvents(database.read, clock(), AT_A_TIME);
        await deliverAll(due);
        if (due.length < AT_A_TIME || stopped) return;
      }
    });
  }

  /** One after the other in this process; whoever waits for it waits for what is under way, too. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = working.then(() => (stopped ? undefined : work()));
    working = done.catch((error: unknown) => {
      warn(`the outbox could not be worked on: ${String(error)}`);
    });
    return working;
  }

  async function deliverAll(events: readonly WaitingEvent[]): Promise<void> {
    for (let start = 0; start < events.length && !stopped; start += IN_PARALLEL) {
      await Promise.all(events.slice(start, start + IN_PARALLEL).map(deliver));
    }
  }

  async function deliver(event: WaitingEvent): Promise<void> {
    const until = minutesAfter(clock(), CLAIM_MINUTES);
    if (!(await database.write((db) => claimEvent(db, event, until)))) return;
    const { heard, problems } = await tell(event, event.heard, [...quick, ...slow]);
    const now = clock();
    if (problems.length === 0) {
      await database.write((db) => markDelivered(db, event, heard, now));
      return;
    }
    const error = problems.join('; ');
    const attempts = event.attempts + 1;
    const again = retryAt(attempts, now);
    warn(
      again
        ? `${event.name} (${event.eventId}) could not be told, and will be again: ${error}`
        : `${event.name} (${event.eventId}) was given up after ${attempts} attempts: ${error}`
    );
    await database.write((db) => postponeEvent(db, event, { heard, error, again, now }));
  }

  /** Somebody who fails costs nobody else the event. */
  async function tell(
    event: RecordedEvent,
    already: readonly string[],
    consumers: readonly Consumer[]
  ): Promise<{ heard: string[]; problems: string[] }> {
    const heard = new Set(already);
    const problems: string[] = [];
    for (const consumer of consumers) {
      try {
        await inTime(() => consumer.tell(event, heard));
      } catch (error) {
        problems.push(`${consumer.name}: ${String(error)}`);
      }
    }
    return { heard: [...heard], problems };
  }

  /** Forgets what everybody has heard long ago. @returns how many events */
  function purge(): Promise<number> {
    const before = new Date(dayBefore(clock()).getTime() - (KEPT_DAYS - 1) * 86_400_000);
    return database.write((db) => deleteDelivered(db, before));
  }

  /** Begins nothing any more, and waits for what is under way; the rest is told by the next sweep of any server. */
  function stop(): Promise<void> {
    stopped = true;
    clearTimeout(timer);
    return working;
  }

  return { emit, flush, sweep, purge, stop };
}

function first(group: WaitingEvent[]): [WaitingEvent, string[]] {
  return [group[0] as WaitingEvent, group.map(({ eventId }) => eventId)];
}
