import type { FirstStep } from '../domain/settings/first-steps';
import type { AdminOrderDto } from './orders';

export type FirstStepName = FirstStep;

export interface FirstStepsDto {
  /** Nobody has bought anything yet, nobody has put the steps away, and something is left to do. */
  isOpen: boolean;
  isDismissed: boolean;
  steps: { name: FirstStep; isDone: boolean; isSkipped: boolean }[];
  /** Whether something can be ordered. */
  canOrder: boolean;
  /** The order that was made as a test, while it is there. */
  testOrder: { documentId: string; number: string; status: AdminOrderDto['status'] } | null;
  /** Where the store's API begins on this server, such as `/api/cartwright`. */
  storePath: string;
}
