import type { RebuildStepDto } from '../../server/contracts/rebuild';
import { cartwrightApi } from './cartwright-api';

interface StepRequest {
  dryRun: boolean;
  /** `next` of the answer before; null begins. */
  after: string | null;
}

const rebuildApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    rebuildStep: build.mutation<RebuildStepDto, StepRequest>({
      query: (data) => ({ url: '/cartwright/rebuild', method: 'POST', data }),
      transformResponse: ({ data }: { data: RebuildStepDto }) => data,
      // What was mended is shown in the Content Manager and in our panels.
      invalidatesTags: (_step, _error, { dryRun }) => (dryRun ? [] : ['Document']),
    }),
  }),
});

export const { useRebuildStepMutation } = rebuildApi;
