import type { Core } from '@strapi/strapi';

import { UIDS } from '../../content-types/uids';

/** What the host's GraphQL plugin offers to others. */
interface GraphqlExtension {
  shadowCRUD(uid: string): { disable(): void };
}

/**
 * The host's GraphQL plugin makes queries for every type by itself, and lets in whoever may `find` it over REST. They
 * know no publish window, and hand out drafts to whoever asks for them: none of our types has one.
 */
export function closeGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugins['graphql'];
  if (!graphql) return;
  const extension = graphql.service('extension') as unknown as GraphqlExtension;
  for (const uid of Object.values(UIDS)) extension.shadowCRUD(uid).disable();
}
