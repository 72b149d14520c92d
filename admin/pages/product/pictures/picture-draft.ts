import type {
  ProductPictureDto,
  ProductPicturesDto,
  WantedPictureDto,
} from '../../../../server/contracts/product-pictures';

/** A picture as it is being edited: one that is there, or a file that becomes one when it is saved. */
export interface DraftPicture {
  key: string;
  image: string | null;
  file: ProductPictureDto['file'];
  description: string;
  listed: boolean;
  variations: string[];
}

export type PictureFileDto = NonNullable<ProductPictureDto['file']>;

export function draftOf({ pictures }: ProductPicturesDto): DraftPicture[] {
  return pictures.map(({ documentId, description, ...picture }) => ({
    ...picture,
    key: documentId,
    image: documentId,
    description: description ?? '',
  }));
}

/** Files that were chosen, behind the others; a file that is there already is one picture. */
export function addFiles(
  draft: readonly DraftPicture[],
  files: readonly PictureFileDto[]
): DraftPicture[] {
  const known = new Set(draft.map(({ file }) => file?.id));
  const fresh = files.filter(({ id }, index) => {
    const isFirst = files.findIndex((file) => file.id === id) === index;
    return isFirst && !known.has(id);
  });
  const added = fresh.map((file) => ({
    key: `file-${file.id}`,
    image: null,
    file,
    description: file.alternativeText ?? '',
    listed: true,
    variations: [],
  }));
  const listed = draft.filter((picture) => picture.listed);
  return [...listed, ...added, ...draft.filter((picture) => !picture.listed)];
}

/** To another place; what is out of the list stays where it is. */
export function movePicture(
  draft: readonly DraftPicture[],
  key: string,
  to: number
): DraftPicture[] {
  const from = draft.findIndex((picture) => picture.key === key);
  const picture = draft[from];
  const last = draft.filter(({ listed }) => listed).length - 1;
  if (!picture?.listed || to < 0 || to > last) return [...draft];
  const rest = draft.filter((other) => other !== picture);
  return [...rest.slice(0, to), picture, ...rest.slice(to)];
}

export function changePicture(
  draft: readonly DraftPicture[],
  key: string,
  change: Partial<Pick<DraftPicture, 'description'>>
): DraftPicture[] {
  return draft.map((picture) => (picture.key === key ? { ...picture, ...change } : picture));
}

/** Puts a picture that variations alone show behind those of the product's own list. */
export function listPicture(draft: readonly DraftPicture[], key: string): DraftPicture[] {
  const picture = draft.find((one) => one.key === key);
  if (!picture) return [...draft];
  const listed = draft.filter((one) => one.listed && one !== picture);
  const rest = draft.filter((one) => !one.listed && one !== picture);
  return [...listed, { ...picture, listed: true }, ...rest];
}

/** A variation shows one picture: it is taken from the one that it showed before. */
export function assignVariations(
  draft: readonly DraftPicture[],
  key: string,
  variations: readonly string[]
): DraftPicture[] {
  return draft.map((picture) => {
    if (picture.key === key) return { ...picture, variations: [...variations] };
    const kept = picture.variations.filter((variation) => !variations.includes(variation));
    return kept.length === picture.variations.length ? picture : { ...picture, variations: kept };
  });
}

export function removePicture(draft: readonly DraftPicture[], key: string): DraftPicture[] {
  return draft.filter((picture) => picture.key !== key);
}

/** What lists show of the product: the picture of the default variation, else the first one that has a file. */
export function faceOf(
  draft: readonly DraftPicture[],
  variations: ProductPicturesDto['variations']
): string | undefined {
  const standard = variations.find(({ isDefault }) => isDefault)?.documentId ?? '';
  const withFile = draft.filter(({ file }) => file !== null);
  const own = withFile.find((picture) => picture.variations.includes(standard));
  return (own ?? withFile.find(({ listed }) => listed))?.key;
}

/** In the form in which it is saved. A picture that nothing shows any more is none of the product's. */
export function wishOf(draft: readonly DraftPicture[]): WantedPictureDto[] {
  return draft
    .filter(({ listed, variations }) => listed || variations.length > 0)
    .map(({ image, file, description, listed, variations }) => ({
      image,
      file: image === null ? (file?.id ?? null) : null,
      description: description.trim() || null,
      listed,
      variations: [...variations].sort(),
    }));
}

/** Whether saving would change anything. */
export function isChanged(draft: readonly DraftPicture[], saved: ProductPicturesDto): boolean {
  return JSON.stringify(wishOf(draft)) !== JSON.stringify(wishOf(draftOf(saved)));
}
