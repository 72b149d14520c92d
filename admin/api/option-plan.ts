import { UIDS } from '../../content-types/uids';
import type {
  OptionChoicesDto,
  OptionPlanDto,
  VariationSummaryDto,
} from '../../server/contracts/product-panel';
import { cartwrightApi } from './cartwright-api';
import { documentTags } from './document-tags';

interface InLanguage {
  /** Of the form. */
  locale: string | undefined;
}

interface ChoicesQuery extends InLanguage {
  product: string | undefined;
}

export interface PlanQuery extends InLanguage {
  /** null: it is not saved yet. */
  product: string | null;
  /** Documents. */
  options: string[];
  slug: string | null;
  title: string | null;
}

interface NewOption extends InLanguage {
  type: string;
  name: string;
  position: number;
}

const ANY_OPTION = documentTags(UIDS.productOption, ['LIST']);
const ofProduct = (product: string | null | undefined) =>
  product ? documentTags(UIDS.product, [product, 'LIST']) : [];

const optionPlanApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findOptionChoices: build.query<OptionChoicesDto, ChoicesQuery>({
      query: (params) => ({ url: '/cartwright/product-options', config: { params } }),
      transformResponse: ({ data }: { data: OptionChoicesDto }) => data,
      providesTags: (_choices, _error, { product }) => [...ANY_OPTION, ...ofProduct(product)],
    }),
    /** A question, although it is posted. */
    planOptions: build.query<OptionPlanDto, PlanQuery>({
      query: (data) => ({ url: '/cartwright/products/plan', method: 'POST', data }),
      transformResponse: ({ data }: { data: OptionPlanDto }) => data,
      providesTags: (_plan, _error, { product }) => [
        ...ofProduct(product),
        ...documentTags(UIDS.productVariation, ['LIST']),
      ],
      keepUnusedDataFor: 0,
    }),
    findVariationSummary: build.query<VariationSummaryDto, InLanguage & { product: string }>({
      query: ({ product, locale }) => ({
        url: `/cartwright/products/${product}/summary`,
        config: { params: { locale } },
      }),
      transformResponse: ({ data }: { data: VariationSummaryDto }) => data,
      providesTags: (_summary, _error, { product }) => [
        ...ofProduct(product),
        ...documentTags(UIDS.productVariation, ['LIST']),
      ],
    }),
    /** Through the Content Manager's own door: its rights and the shop's rules are asked as in its form. */
    addProductOption: build.mutation<string, NewOption>({
      query: ({ locale, ...data }) => ({
        url: `/content-manager/collection-types/${UIDS.productOption}`,
        method: 'POST',
        data,
        config: { params: { locale } },
      }),
      transformResponse: ({ data }: { data: { documentId: string } }) => data.documentId,
      invalidatesTags: ANY_OPTION,
    }),
  }),
});

export const {
  useFindOptionChoicesQuery,
  usePlanOptionsQuery,
  useFindVariationSummaryQuery,
  useAddProductOptionMutation,
} = optionPlanApi;
