import type { useAPIErrorHandler } from '@strapi/strapi/admin';

/** What a query or a mutation gives when the server refused, or was not reached. */
export type ApiError = Parameters<
  ReturnType<typeof useAPIErrorHandler>['_unstableFormatAPIError']
>[0];

/** Whether the role may not do this. */
export function isForbidden(error: ApiError): boolean {
  return 'status' in error && error.status === 403;
}
