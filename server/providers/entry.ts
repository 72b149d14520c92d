import type { Core } from '@strapi/strapi';

/** A site registers an object, or a function that makes it once the host is there. */
export type ProviderEntry<Provider> = Provider | ((host: { strapi: Core.Strapi }) => Provider);
