import type { Core } from '@strapi/strapi';

import { UIDS } from '../content-types/uids';
import type { Settings } from './config';

type Features = Settings['features'];

/** The fields of a product that belong to a feature. */
const FIELDS: Record<keyof Features, string[]> = {
  ratings: ['ratingCount', 'ratingSum', 'ratingAverage'],
  related: ['related'],
  upsells: ['upsells'],
};

/**
 * Takes what is switched off out of the Content Manager's forms and out of every content API. What is stored stays:
 * it is back when the feature is.
 */
export function hideFeatures(strapi: Core.Strapi, features: Features): void {
  const attributes = strapi.contentType(UIDS.product).attributes as Record<string, object>;
  const off = (Object.keys(FIELDS) as (keyof Features)[]).filter((feature) => !features[feature]);
  for (const field of off.flatMap((feature) => FIELDS[feature])) {
    attributes[field] = { ...attributes[field], visible: false, private: true };
  }
}
