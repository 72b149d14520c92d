import { z } from 'zod';

import { key, line } from './fields';
import { locale } from './queries';

/** Which document a path or a query names. */
export const documentId = z.string().regex(/^[a-z0-9]{1,64}$/i, 'must be the id of a document');

const MOST_OPTIONS = 5000;

/** `GET /product-options` */
export const optionChoicesQuery = z.strictObject({ product: documentId.optional(), locale });

/** `POST /products/plan` */
export const optionPlanBody = z.strictObject(
  {
    product: documentId.nullable(),
    options: z
      .array(documentId, 'must be a list of documents')
      .max(MOST_OPTIONS, `may name at most ${MOST_OPTIONS} options`),
    locale,
    slug: line.nullish().transform((value) => value || null),
    title: line.nullish().transform((value) => value || null),
  },
  'must be an object'
);

/** Whatever is shown in a language. */
export const inLanguage = z.strictObject({ locale });

/** `GET /products/:documentId/prices` */
export const pricesAtQuery = z.strictObject({
  at: z.iso
    .datetime({ offset: true, error: 'must be an instant such as 2026-11-28T00:00:00Z' })
    .transform((value) => new Date(value))
    .optional(),
  locale,
});

const MOST_PICTURES = 500;

/** `PUT /products/:documentId/pictures` */
export const savePicturesBody = z.strictObject(
  {
    version: key,
    pictures: z
      .array(
        z
          .strictObject(
            {
              image: documentId.nullable(),
              file: z.int('must be the id of a file').min(1).nullable(),
              description: line.nullable().transform((value) => value || null),
              listed: z.boolean('must be true or false'),
              variations: z.array(documentId, 'must be a list of documents').max(MOST_OPTIONS),
            },
            'must be a picture'
          )
          .refine(
            ({ image, file }) => (image === null) !== (file === null),
            'must be a picture that is there, or a file'
          ),
        'must be a list of pictures'
      )
      .max(MOST_PICTURES, `may have at most ${MOST_PICTURES} pictures`),
  },
  'must be an object'
);
