import { cartwrightApi } from './cartwright-api';

/** A webhook of the host's settings. */
export interface Webhook {
  id: string;
  name: string;
  url: string;
  headers: Record<string, string>;
  events: string[];
  isEnabled: boolean;
}

/** The host's tag: its own pages read a webhook again that was saved here. */
const TAG = 'Webhook';
const LIST = { type: TAG, id: 'LIST' } as const;

const webhooksApi = cartwrightApi.enhanceEndpoints({ addTagTypes: [TAG] }).injectEndpoints({
  endpoints: (build) => ({
    // Not called like the host's endpoints, which would be taken in their place.
    findSiteWebhooks: build.query<Webhook[], undefined>({
      query: () => '/admin/webhooks',
      transformResponse: ({ data }: { data: Webhook[] }) => data,
      providesTags: [LIST],
    }),
    addSiteWebhook: build.mutation<unknown, Omit<Webhook, 'id' | 'isEnabled'>>({
      query: (data) => ({ url: '/admin/webhooks', method: 'POST', data }),
      invalidatesTags: [LIST],
    }),
    changeSiteWebhook: build.mutation<unknown, Webhook>({
      query: ({ id, ...data }) => ({ url: `/admin/webhooks/${id}`, method: 'PUT', data }),
      invalidatesTags: (_answer, _error, { id }) => [LIST, { type: TAG, id }],
    }),
  }),
});

export const { useFindSiteWebhooksQuery, useAddSiteWebhookMutation, useChangeSiteWebhookMutation } =
  webhooksApi;
