import { UIDS } from '../../content-types/uids';
import type {
  BlockViewDto,
  BlockWishDto,
  ChoiceDto,
  CompositionDto,
  CompositionWishDto,
  PagesDto,
  PreviewLinkDto,
} from '../../server/contracts/layout';
import { cartwrightApi } from './cartwright-api';

/** A page in one language. */
export interface PageOf {
  page: string;
  locale: string;
}

export interface PreviewWish extends PageOf {
  at: string | null;
  hours: number;
}

interface Answer<Data> {
  data: Data;
}

const dataOf = <Data>({ data }: Answer<Data>) => data;
const BLOCKS = { type: 'Document', id: `${UIDS.layoutBlock}_LIST` } as const;
const pageUrl = (page: string) => `/cartwright/layout/pages/${encodeURIComponent(page)}`;

/** As the Content Manager lists it. */
interface ListedRow {
  documentId: string;
  title: string | null;
  image?: ChoiceDto['image'];
  status?: 'draft' | 'modified' | 'published';
}

const layoutApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findPages: build.query<PagesDto, undefined>({
      query: () => '/cartwright/layout/pages',
      transformResponse: dataOf<PagesDto>,
      providesTags: [BLOCKS],
    }),
    findComposition: build.query<CompositionDto, PageOf>({
      query: ({ page, locale }) => ({ url: pageUrl(page), config: { params: { locale } } }),
      transformResponse: dataOf<CompositionDto>,
      keepUnusedDataFor: 0,
    }),
    saveComposition: build.mutation<CompositionDto, CompositionWishDto & { page: string }>({
      query: ({ page, ...data }) => ({ url: pageUrl(page), method: 'PUT', data }),
      transformResponse: dataOf<CompositionDto>,
      invalidatesTags: [BLOCKS],
    }),
    settleComposition: build.mutation<
      CompositionDto,
      PageOf & { version: string; how: 'publish' | 'discard' }
    >({
      query: ({ page, how, ...data }) => ({ url: `${pageUrl(page)}/${how}`, method: 'POST', data }),
      transformResponse: dataOf<CompositionDto>,
      invalidatesTags: [BLOCKS],
    }),
    /** A question, although it is posted: what blocks show, saved or not. */
    viewBlocks: build.query<
      BlockViewDto[],
      { locale: string; at: string | null; blocks: BlockWishDto[] }
    >({
      query: (data) => ({ url: '/cartwright/layout/view', method: 'POST', data }),
      transformResponse: dataOf<BlockViewDto[]>,
      keepUnusedDataFor: 0,
    }),
    sharePreview: build.mutation<PreviewLinkDto, PreviewWish>({
      query: (data) => ({ url: '/cartwright/layout/preview', method: 'POST', data }),
      transformResponse: dataOf<PreviewLinkDto>,
    }),
    /** Products or categories to choose from, with the rights that the editor has on them. */
    findChoices: build.query<ChoiceDto[], { uid: string; q: string; locale: string }>({
      query: ({ uid, q, locale }) => ({
        url: `/content-manager/collection-types/${uid}`,
        config: { params: { ...(q && { _q: q }), locale, pageSize: 20, sort: 'title:ASC' } },
      }),
      transformResponse: ({ results }: { results: ListedRow[] }) =>
        results.map(({ documentId, title, image, status }) => ({
          documentId,
          title,
          image: image ?? null,
          published: status !== 'draft',
        })),
      keepUnusedDataFor: 0,
    }),
  }),
});

export const {
  useFindPagesQuery,
  useFindCompositionQuery,
  useSaveCompositionMutation,
  useSettleCompositionMutation,
  useViewBlocksQuery,
  useSharePreviewMutation,
  useFindChoicesQuery,
} = layoutApi;
