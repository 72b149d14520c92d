import type { FirstStepName, FirstStepsDto } from '../../server/contracts/first-steps';
import { cartwrightApi } from './cartwright-api';

interface Answer {
  data: FirstStepsDto;
}

const TAG = 'CartwrightFirstSteps';
const LIST = { type: 'CartwrightOrder', id: 'LIST' } as const;

const firstStepsApi = cartwrightApi.enhanceEndpoints({ addTagTypes: [TAG] }).injectEndpoints({
  endpoints: (build) => {
    /** Each answers with how far the shop is then, which is shown at once. */
    const step = <Wish>(
      query: (wish: Wish) => {
        url: string;
        method: 'PUT' | 'POST';
        data: object;
        config?: { headers: Record<string, string> };
      },
      hasOrder = false
    ) =>
      build.mutation<FirstStepsDto, Wish>({
        query,
        transformResponse: ({ data }: Answer) => data,
        invalidatesTags: hasOrder ? [TAG, LIST, 'Document'] : [TAG],
      });
    return {
      findFirstSteps: build.query<FirstStepsDto, undefined>({
        query: () => '/cartwright/first-steps',
        transformResponse: ({ data }: Answer) => data,
        providesTags: [TAG],
      }),
      dismissFirstSteps: step<boolean>((isDismissed) => ({
        url: '/cartwright/first-steps',
        method: 'PUT',
        data: { isDismissed },
      })),
      skipFirstStep: step<{ name: FirstStepName; isSkipped: boolean }>(({ name, isSkipped }) => ({
        url: `/cartwright/first-steps/${name}`,
        method: 'PUT',
        data: { isSkipped },
      })),
      placeTestOrder: step<string>(
        (key) => ({
          url: '/cartwright/first-steps/test-order',
          method: 'POST',
          data: {},
          config: { headers: { 'Idempotency-Key': key } },
        }),
        true
      ),
      cancelTestOrder: step<undefined>(
        () => ({ url: '/cartwright/first-steps/test-order/cancel', method: 'POST', data: {} }),
        true
      ),
    };
  },
});

export const {
  useFindFirstStepsQuery,
  useDismissFirstStepsMutation,
  useSkipFirstStepMutation,
  usePlaceTestOrderMutation,
  useCancelTestOrderMutation,
} = firstStepsApi;
