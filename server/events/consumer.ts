import type { RecordedEvent } from '../storage/outbox';

/** Somebody who must hear of events at least once. */
export interface Consumer {
  name: string;
  /**
   * Tells one event to those who have not heard it, and puts down in `heard` who has, so that a repeat leaves them in
   * peace. Throws when somebody did not hear it.
   */
  tell(event: RecordedEvent, heard: Set<string>): Promise<void>;
}
