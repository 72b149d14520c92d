import { createHash } from 'node:crypto';

import type { Settings } from '../config';
import { nameOptions } from '../domain/catalogue/name-options';
import {
  type KnownPicture,
  planPictures,
  type WantedPicture,
} from '../domain/catalogue/plan-pictures';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import { CommerceError, invalidInput } from '../domain/errors';
import type { Connection, Database, Transaction } from '../storage/database';
import { deleteUnusedImages, readImages } from '../storage/images';
import type { MayEditProduct } from '../storage/editors-rights';
import type { CatalogueWriter } from '../storage/imports/catalogue-writer';
import { findPictureFiles, type PictureFile, readFilesOfPictures } from '../storage/pictures';
import type { Catalogue } from './catalogue';
import { lookAtProduct, type ProductState, type StateRow } from './catalogue/product-state';

export interface ProductPicture extends KnownPicture {
  file: (ImageCopy & PictureFile) | null;
  /** Live variations that show it. */
  variations: string[];
}

export interface ProductPictures {
  /** What an editor sees; a save that brings back another one is refused. */
  version: string;
  /** The language whose list it is. */
  locale: string;
  /** Whether the page that shoppers see has the same list. */
  publication: 'never' | 'same' | 'differs';
  /** Languages that have a list of their own. The others follow this one. */
  ownLists: string[];
  /** The listed ones in their order, then those that variations alone show. */
  pictures: ProductPicture[];
  variations: {
    documentId: string;
    sku: string | null;
    isDefault: boolean;
    options: OptionChoice[];
  }[];
}

export interface PicturesWish {
  version: string;
  pictures: WantedPicture[];
}

interface Seen extends ProductPictures {
  state: ProductState;
  /** Drafts of languages that follow. */
  followers: string[];
}

/**
 * The pictures of a product: which, in which order, described how, and on which variations. The list is content, which
 * goes live when the product is published; a description and a variation's picture are live at once.
 */
export function createProductPictures(shop: {
  settings: Pick<Settings, 'optionTypes'>;
  database: Database;
  catalogue: Pick<Catalogue, 'lock' | 'lockProduct' | 'postponeRefresh'>;
  writer: Pick<
    CatalogueWriter,
    'createImage' | 'describeImage' | 'updateProduct' | 'updateVariation'
  >;
  defaultLocale: () => Promise<string>;
}) {
  const { settings, database, catalogue, writer, defaultLocale } = shop;

  /** @throws product_not_found */
  async function look(product: string, locale: string | null): Promise<ProductPictures> {
    return read(database.read, product, locale);
  }

  /**
   * All of it or nothing.
   *
   * @throws product_not_found; invalid_input for what cannot be, or when others have changed the pictures meanwhile
   * @returns null when the list would change and the role may not do that: nothing was written
   */
  async function save(
    product: string,
    { version, pictures }: PicturesWish,
    mayChangeList: MayEditProduct,
    locale: string | null
  ): Promise<ProductPictures | null> {
    return database.transaction(async (trx) => {
      await catalogue.lock(trx);
      await catalogue.lockProduct(trx, product);
      const seen = await read(trx, product, locale);
      if (seen.version !== version) throw changedMeanwhile();

      const { state } = seen;
      const rowIds = new Map(await documentsOfImages(trx, state));
      const plan = planPictures(
        seen.pictures,
        state.variations.map(({ documentId, retired, imageId }) => ({
          documentId,
          retired,
          image: imageId === null ? null : (rowIds.get(imageId) ?? null),
        })),
        pictures
      );
      await refuseWrongFiles(trx, plan.create);
      if (plan.listChanges && !(await mayChangeList(seen.locale))) return null;

      await catalogue.postponeRefresh(trx, async () => {
        const documents = pictures.map(({ image }) => image);
        for (const { place, file, description } of plan.create) {
          documents[place] = await writer.createImage({ file, description }, null);
        }
        for (const { documentId, description } of plan.describe) {
          await writer.describeImage(documentId, description);
        }
        for (const { variation, place } of plan.assign) {
          const image = place === null ? null : (documents[place] ?? null);
          await writer.updateVariation(variation, { image });
        }
        if (plan.listChanges) {
          const images = plan.list.map((place) => documents[place]);
          for (const language of [seen.locale, ...seen.followers]) {
            if (language !== seen.locale && !(await mayChangeList(language))) continue;
            await writer.updateProduct(product, language, { images });
          }
        }
      });
      await deleteUnusedImages(
        trx,
        [...rowIds].flatMap(([id, documentId]) => (plan.drop.includes(documentId) ? [id] : []))
      );
      return read(trx, product, locale);
    });
  }

  async function read(db: Connection, product: string, locale: string | null): Promise<Seen> {
    const state = await lookAtProduct({ defaultLocale }, db, product);
    if (!state) throw new CommerceError('product_not_found', 'There is no such product any more.');
    const { rows, main } = state;
    const sold = state.variations.filter(({ retired }) => !retired);
    const { byRow, byId } = await readImages(db, {
      productRowIds: rows.map(({ id }) => id),
      imageIds: sold.flatMap(({ imageId }) => imageId ?? []),
    });
    const listOf = (row: StateRow) => (byRow.get(row.id) ?? []).map(({ id }) => id);
    const listed = listOf(main);
    const alone = sold.flatMap(({ imageId }) => imageId ?? []).filter((id) => !listed.includes(id));
    const ids = [...listed, ...new Set(alone)];
    const files = await readFilesOfPictures(db, ids);
    const pictures = ids.flatMap((id): ProductPicture[] => {
      const image = byId.get(id);
      if (!image) return [];
      const file = files.get(id);
      return [
        {
          documentId: image.documentId,
          description: image.description,
          fileId: file?.id ?? null,
          listed: listed.includes(id),
          file: image.file && file ? { ...image.file, ...file } : null,
          variations: sold
            .filter(({ imageId }) => imageId === id)
            .map(({ documentId }) => documentId),
        },
      ];
    });

    const published = rows.find((row) => row.published && row.locale === main.locale);
    const others = rows.filter((row) => !row.published && row.locale !== main.locale);
    const follows = (row: StateRow) => listOf(row).length === 0 || same(listOf(row), listed);
    const locales = [locale ?? state.defaultLocale, state.defaultLocale];
    return {
      state,
      version: versionOf(pictures),
      locale: main.locale,
      publication: !published ? 'never' : same(listOf(published), listed) ? 'same' : 'differs',
      ownLists: others.filter((row) => !follows(row)).map((row) => row.locale),
      followers: others.filter(follows).map((row) => row.locale),
      pictures,
      variations: sold.map(({ documentId, sku, isDefault, optionKey }) => ({
        documentId,
        sku,
        isDefault,
        options: nameOptions(optionKey, state.optionRows, locales, settings.optionTypes),
      })),
    };
  }

  /** The pictures of the product's rows and of all its variations, by row. */
  async function documentsOfImages(
    db: Connection,
    { rows, variations }: ProductState
  ): Promise<(readonly [number, string])[]> {
    const { byId } = await readImages(db, {
      productRowIds: rows.map(({ id }) => id),
      imageIds: variations.flatMap(({ imageId }) => imageId ?? []),
    });
    return [...byId].map(([id, { documentId }]) => [id, documentId] as const);
  }

  return { look, save };
}

export type ProductPicturesService = ReturnType<typeof createProductPictures>;

async function refuseWrongFiles(
  trx: Transaction,
  created: readonly { place: number; file: number }[]
): Promise<void> {
  const files = await findPictureFiles(
    trx,
    created.map(({ file }) => file)
  );
  for (const { place, file } of created) {
    if (files.get(file)?.mime?.startsWith('image/')) continue;
    throw invalidInput(`pictures.${place}.file`, 'The media library has no such picture.');
  }
}

function changedMeanwhile(): CommerceError {
  return new CommerceError(
    'invalid_input',
    'Somebody else has changed the pictures of this product meanwhile. Load them again and repeat your changes.',
    { issues: [{ path: 'version', message: 'is not the latest one' }] }
  );
}

function versionOf(pictures: readonly ProductPicture[]): string {
  const seen = pictures.map(({ documentId, description, fileId, listed, variations }) => [
    documentId,
    description,
    fileId,
    listed,
    [...variations].sort(),
  ]);
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}

const same = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((id, index) => id === b[index]);
