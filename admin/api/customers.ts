import type {
  AddressFormDto,
  CustomerDataDto,
  ErasedDto,
  FoundCustomerDto,
  OtherOrdersDto,
} from '../../server/contracts/customers';
import { cartwrightApi } from './cartwright-api';
import { orderTag } from './orders';

const customersApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    /** A question; posted, since an e-mail in an address would end in every log on the way. */
    searchCustomers: build.query<FoundCustomerDto[], string>({
      query: (q) => ({ url: '/cartwright/customers/search', method: 'POST', data: { q } }),
      transformResponse: ({ data }: { data: FoundCustomerDto[] }) => data,
      keepUnusedDataFor: 0,
    }),
    findOtherOrders: build.query<OtherOrdersDto, string>({
      query: (documentId) => `/cartwright/orders/${documentId}/other-orders`,
      transformResponse: ({ data }: { data: OtherOrdersDto }) => data,
      providesTags: (_others, _error, documentId) => [orderTag(documentId)],
    }),
    findAddressForm: build.query<AddressFormDto, undefined>({
      query: () => '/cartwright/address-form',
      transformResponse: ({ data }: { data: AddressFormDto }) => data,
    }),
    /** Everything about a person, which is not kept longer than it is looked at. */
    exportCustomer: build.query<CustomerDataDto, string>({
      query: (email) => ({ url: '/cartwright/customers/export', method: 'POST', data: { email } }),
      transformResponse: ({ data }: { data: CustomerDataDto }) => data,
      keepUnusedDataFor: 0,
    }),
    eraseCustomer: build.mutation<ErasedDto, string>({
      query: (email) => ({ url: '/cartwright/customers/erase', method: 'POST', data: { email } }),
      transformResponse: ({ data }: { data: ErasedDto }) => data,
      invalidatesTags: ['CartwrightOrder'],
    }),
  }),
});

export const {
  useSearchCustomersQuery,
  useFindOtherOrdersQuery,
  useFindAddressFormQuery,
  useExportCustomerQuery,
  useEraseCustomerMutation,
} = customersApi;
