import type {
  MailBody,
  MailPreviewDto,
  MailsDto,
  MailTestDto,
  NextNumberDto,
  SettingsChangeBody,
  SettingsDto,
  ShippingTrialBody,
  ShippingTrialDto,
  TaxTrialBody,
  TaxTrialDto,
} from '../../server/contracts/settings';
import { cartwrightApi } from './cartwright-api';

const BASE = '/cartwright/settings';

const dataOf = <Data>({ data }: { data: Data }) => data;
const post = (path: string) => (data: object) =>
  ({ url: `${BASE}/${path}`, method: 'POST', data }) as const;

const settingsApi = cartwrightApi
  .enhanceEndpoints({ addTagTypes: ['CartwrightSettings'] })
  .injectEndpoints({
    endpoints: (build) => ({
      findSettings: build.query<SettingsDto, undefined>({
        query: () => BASE,
        transformResponse: dataOf<SettingsDto>,
        providesTags: ['CartwrightSettings'],
      }),
      saveSettings: build.mutation<SettingsDto, SettingsChangeBody>({
        query: (data) => ({ url: BASE, method: 'PUT', data }),
        transformResponse: dataOf<SettingsDto>,
        // Everything else that shows the shop's currency or option types.
        invalidatesTags: (_saved, error) => (error ? [] : ['CartwrightShop']),
        async onQueryStarted(_change, { dispatch, queryFulfilled }) {
          const { data } = await queryFulfilled.catch(() => ({ data: null }));
          if (!data) return;
          dispatch(settingsApi.util.updateQueryData('findSettings', undefined, () => data));
        },
      }),
      tryTax: build.query<TaxTrialDto, TaxTrialBody>({
        query: post('try-tax'),
        transformResponse: dataOf<TaxTrialDto>,
        keepUnusedDataFor: 0,
      }),
      tryShipping: build.query<ShippingTrialDto, ShippingTrialBody>({
        query: post('try-shipping'),
        transformResponse: dataOf<ShippingTrialDto>,
        keepUnusedDataFor: 0,
      }),
      findNextNumber: build.query<
        NextNumberDto,
        { of: 'order' | 'invoice' | 'credit_note'; format: string }
      >({
        query: post('next-number'),
        transformResponse: dataOf<NextNumberDto>,
        keepUnusedDataFor: 0,
      }),
      findMails: build.query<MailsDto, undefined>({
        query: () => `${BASE}/mails`,
        transformResponse: dataOf<MailsDto>,
      }),
      previewMail: build.query<MailPreviewDto, MailBody>({
        query: post('mails/preview'),
        transformResponse: dataOf<MailPreviewDto>,
        keepUnusedDataFor: 0,
      }),
      testMail: build.mutation<MailTestDto, MailBody>({
        query: post('mails/test'),
        transformResponse: dataOf<MailTestDto>,
      }),
    }),
  });

export const {
  useFindSettingsQuery,
  useSaveSettingsMutation,
  useTryTaxQuery,
  useTryShippingQuery,
  useFindNextNumberQuery,
  useFindMailsQuery,
  usePreviewMailQuery,
  useTestMailMutation,
} = settingsApi;
