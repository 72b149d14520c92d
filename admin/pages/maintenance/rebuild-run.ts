import type {
  DriftDto,
  RebuildFailureDto,
  RebuildStepDto,
} from '../../../server/contracts/rebuild';
import type { ApiError } from '../../api/api-error';

interface Found<Item> {
  count: number;
  first: Item[];
}

/** A check of all products, or their mending: as far as it has come. */
export interface RebuildRun {
  /** A check only tells. */
  dryRun: boolean;
  state: 'running' | 'done' | 'broken-off';
  error?: ApiError;
  /** Where the next step goes on. */
  next: string | null;
  done: number;
  /** Null before the first answer. */
  total: number | null;
  drifted: Found<DriftDto>;
  failed: Found<RebuildFailureDto>;
}

/** As many as are shown: nobody reads more, and a page with more is slow. */
export const SHOWN = 100;

export function beginRun(dryRun: boolean): RebuildRun {
  const none = { count: 0, first: [] };
  return {
    dryRun,
    state: 'running',
    next: null,
    done: 0,
    total: null,
    drifted: none,
    failed: none,
  };
}

export function addStep(run: RebuildRun, step: RebuildStepDto): RebuildRun {
  return {
    ...run,
    state: step.next === null ? 'done' : 'running',
    next: step.next,
    done: step.done,
    total: step.total,
    drifted: addFound(run.drifted, step.drifted),
    failed: addFound(run.failed, step.failed),
  };
}

/** What was found so far stays: it is true of the products that were looked at. */
export function breakOff(run: RebuildRun, error: ApiError): RebuildRun {
  return { ...run, state: 'broken-off', error };
}

function addFound<Item>(found: Found<Item>, more: Found<Item>): Found<Item> {
  return {
    count: found.count + more.count,
    first: [...found.first, ...more.first].slice(0, SHOWN),
  };
}
