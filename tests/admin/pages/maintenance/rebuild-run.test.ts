import {
  addStep,
  beginRun,
  breakOff,
  SHOWN,
} from '../../../../admin/pages/maintenance/rebuild-run';
import type { DriftDto, RebuildStepDto } from '../../../../server/contracts/rebuild';

const drift = (sku: string): DriftDto => ({
  productDocumentId: 'p',
  title: 'Mug',
  of: 'variation',
  sku,
  field: 'salePrice',
  stored: '1',
  right: null,
});

const step = (part: Partial<RebuildStepDto>): RebuildStepDto => ({
  total: 300,
  done: 100,
  next: 'p',
  drifted: { count: 0, first: [] },
  failed: { count: 0, first: [] },
  ...part,
});

const found = (count: number, name: string) => ({
  count,
  first: Array.from({ length: Math.min(count, SHOWN) }, (_, index) => drift(`${name}-${index}`)),
});

it('goes on where the last step ended, until none is left', () => {
  let run = addStep(beginRun(true), step({}));
  expect(run).toMatchObject({ state: 'running', next: 'p', done: 100, total: 300 });
  run = addStep(run, step({ done: 300, next: null }));
  expect(run).toMatchObject({ state: 'done', next: null, done: 300, dryRun: true });
});

it('counts everything and keeps the first hundred', () => {
  let run = addStep(beginRun(false), step({ drifted: found(70, 'a') }));
  run = addStep(run, step({ drifted: found(4000, 'b'), next: null }));
  expect(run.drifted.count).toBe(4070);
  expect(run.drifted.first).toHaveLength(SHOWN);
  expect(run.drifted.first[69]?.sku).toBe('a-69');
  expect(run.drifted.first[70]?.sku).toBe('b-0');
});

it('keeps what was found when it is broken off', () => {
  const run = addStep(beginRun(true), step({ drifted: found(2, 'a') }));
  const error = { name: 'Error', message: 'No connection' };
  expect(breakOff(run, error)).toMatchObject({ state: 'broken-off', error, drifted: { count: 2 } });
});
