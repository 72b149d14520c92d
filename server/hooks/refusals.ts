import type { Core } from '@strapi/strapi';

import { type CommerceError, type InputIssue, isCommerceError } from '../domain/errors';
import { hostUtils } from '../host-utils';
import type { Hook } from './document-call';

/** A refusal of the shop becomes the host's error with status 400, which the Content Manager shows at the field. */
export const asHostErrors =
  (strapi: Core.Strapi): Hook =>
  async (_call, next) => {
    try {
      return await next();
    } catch (error) {
      if (!isCommerceError(error)) throw error;
      throw new (hostUtils(strapi).errors.ValidationError)(error.message, {
        ...error.details,
        code: error.code,
        errors: issuesOf(error).map(({ path, message }) => ({
          path: path.split('.'),
          message,
          name: 'ValidationError',
        })),
      });
    }
  };

function issuesOf({ details, message }: CommerceError): InputIssue[] {
  const { issues, path } = details;
  if (Array.isArray(issues)) return issues as InputIssue[];
  return typeof path === 'string' ? [{ path, message }] : [];
}
