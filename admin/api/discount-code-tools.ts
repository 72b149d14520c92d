import { UIDS } from '../../content-types/uids';
import type { CsvDto } from '../../server/contracts/csv';
import type {
  CheckCodeRequest,
  CheckedCodeDto,
  CodeBatchDto,
  CodeBatchesDto,
  CodeTemplateDto,
  CodeUsesDto,
  GenerateCodesRequest,
  PatternPreviewDto,
} from '../../server/contracts/discount-codes';
import { cartwrightApi } from './cartwright-api';
import { documentTags } from './document-tags';

interface PageOf {
  page: number;
  pageSize: number;
}

const URL = '/cartwright/discount-codes';

/** The Content Manager's list of codes, and all that we show of them. */
const CODES = documentTags(UIDS.discountCode, ['LIST']);

const data = <Dto>({ data: dto }: { data: Dto }) => dto;

const discountCodeApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findCodeBatches: build.query<CodeBatchesDto, PageOf>({
      query: (params) => ({ url: `${URL}/batches`, config: { params } }),
      providesTags: CODES,
    }),
    findCodeTemplates: build.query<CodeTemplateDto[], string>({
      query: (q) => ({ url: `${URL}/templates`, config: { params: q ? { q } : {} } }),
      transformResponse: data<CodeTemplateDto[]>,
      providesTags: CODES,
    }),
    /** A question, although it is posted. */
    previewPattern: build.query<
      PatternPreviewDto,
      Pick<GenerateCodesRequest, 'pattern' | 'count' | 'batch'>
    >({
      query: (body) => ({ url: `${URL}/batches/preview`, method: 'POST', data: body }),
      transformResponse: data<PatternPreviewDto>,
      keepUnusedDataFor: 0,
      providesTags: CODES,
    }),
    generateCodes: build.mutation<CodeBatchDto, { key: string; order: GenerateCodesRequest }>({
      query: ({ key, order }) => ({
        url: `${URL}/batches`,
        method: 'POST',
        data: order,
        config: { headers: { 'Idempotency-Key': key } },
      }),
      transformResponse: data<CodeBatchDto>,
      invalidatesTags: CODES,
    }),
    codeBatchCsv: build.mutation<CsvDto, { batch: string; decimalComma: boolean }>({
      query: (body) => ({ url: `${URL}/batches/csv`, method: 'POST', data: body }),
      transformResponse: data<CsvDto>,
    }),
    switchCodeBatch: build.mutation<CodeBatchDto, { batch: string; active: boolean }>({
      query: (body) => ({ url: `${URL}/batches/active`, method: 'PUT', data: body }),
      transformResponse: data<CodeBatchDto>,
      // Each code of it may be open in the Content Manager.
      invalidatesTags: ['Document'],
    }),
    deleteCodeBatch: build.mutation<
      { deleted: number; kept: number },
      { batch: string; alsoUsed: boolean }
    >({
      query: (body) => ({ url: `${URL}/batches/delete`, method: 'POST', data: body }),
      transformResponse: data<{ deleted: number; kept: number }>,
      invalidatesTags: CODES,
    }),
    checkCode: build.query<CheckedCodeDto, CheckCodeRequest>({
      query: (body) => ({ url: `${URL}/check`, method: 'POST', data: body }),
      transformResponse: data<CheckedCodeDto>,
      keepUnusedDataFor: 0,
      providesTags: (_checked, _error, { documentId }) =>
        documentTags(UIDS.discountCode, ['LIST', ...(documentId ? [documentId] : [])]),
    }),
    findCodeUses: build.query<CodeUsesDto, PageOf & { documentId: string }>({
      query: ({ documentId, ...params }) => ({
        url: `${URL}/${documentId}/uses`,
        config: { params },
      }),
    }),
  }),
});

export const {
  useFindCodeBatchesQuery,
  useFindCodeTemplatesQuery,
  usePreviewPatternQuery,
  useGenerateCodesMutation,
  useCodeBatchCsvMutation,
  useSwitchCodeBatchMutation,
  useDeleteCodeBatchMutation,
  useCheckCodeQuery,
  useFindCodeUsesQuery,
} = discountCodeApi;
