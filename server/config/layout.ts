import { z } from 'zod';

/** The section `layout` of the settings. */

const previewUrl = z
  .string()
  .refine(
    (pattern) => /^https?:\/\/\S+$/i.test(pattern) && pattern.includes('{token}'),
    'must be an address of your storefront with {token} in it, such as "https://shop.example/preview/{page}?token={token}"'
  )
  .nullable()
  .default(null);

export const layoutSettings = z.strictObject({ previewUrl }).prefault({});
