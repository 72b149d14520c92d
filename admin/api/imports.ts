import { getFetchClient } from '@strapi/strapi/admin';

import { UIDS } from '../../content-types/uids';
import type { ImportRunDto, ImportsDto } from '../../server/contracts/imports';
import type { ApiError } from './api-error';
import { cartwrightApi } from './cartwright-api';

export type DialectName = NonNullable<ImportRunDto['dialect']>;

interface Answer {
  data: ImportRunDto;
}

const TAG = 'CartwrightImport';

const importsApi = cartwrightApi
  .enhanceEndpoints({ addTagTypes: [TAG, 'CartwrightStock'] })
  .injectEndpoints({
    endpoints: (build) => {
      const step = <Wish extends { id: string }>(
        path: (wish: Wish) => string,
        body: (wish: Wish) => object
      ) =>
        build.mutation<ImportRunDto, Wish>({
          query: (wish) => ({
            url: `/cartwright/imports/${wish.id}/${path(wish)}`,
            method: 'POST',
            data: body(wish),
          }),
          transformResponse: ({ data }: Answer) => data,
          // Also after a refusal: somebody else may have begun one.
          invalidatesTags: [TAG],
        });
      return {
        findImports: build.query<ImportsDto, undefined>({
          query: () => '/cartwright/imports',
          providesTags: [TAG],
        }),
        startImport: step<{ id: string; phase: 'check' | 'import'; dialect: DialectName }>(
          ({ phase }) => phase,
          ({ dialect }) => ({ dialect })
        ),
        /** Changes nothing on the server: what shows products reads them again. */
        forgetDocuments: build.mutation<null, undefined>({
          queryFn: () => ({ data: null }),
          invalidatesTags: ['Document', 'CartwrightStock'],
        }),
        findCategoryTitles: build.query<{ documentId: string; title: string }[], undefined>({
          query: () => ({
            url: `/content-manager/collection-types/${UIDS.category}`,
            config: { params: { sort: 'title:ASC', pageSize: 100 } },
          }),
          transformResponse: ({ results }: { results: { documentId: string; title: string }[] }) =>
            results,
          providesTags: [{ type: 'Document', id: `${UIDS.category}_LIST` }],
        }),
        cancelImport: step<{ id: string }>(
          () => 'cancel',
          () => ({})
        ),
      };
    },
  });

export const {
  useFindImportsQuery,
  useStartImportMutation,
  useCancelImportMutation,
  useForgetDocumentsMutation,
  useFindCategoryTitlesQuery,
} = importsApi;

/** Sends a file. It is not sent through the store, which holds nothing but plain data. */
export async function uploadImport(
  file: File
): Promise<{ data: ImportRunDto } | { error: ApiError }> {
  const form = new FormData();
  form.append('files', file, file.name);
  try {
    const { data } = await getFetchClient().post<Answer>('/cartwright/imports', form);
    return { data: data.data };
  } catch (error) {
    const { name, message, response } = error as Error & {
      response?: { data?: { error?: ApiError } };
    };
    return { error: response?.data?.error ?? { name, message } };
  }
}
