import { invalidInput } from '../errors';

/** A picture that a product has, or that one of its variations shows. */
export interface KnownPicture {
  documentId: string;
  description: string | null;
  /** Its file in the media library; null when that was deleted. */
  fileId: number | null;
  /** On the product's own list; otherwise variations alone show it. */
  listed: boolean;
}

/** A variation and the picture that it shows. */
export interface PicturedVariation {
  documentId: string;
  retired: boolean;
  image: string | null;
}

/** A picture as an editor wants it: one that is there, or a file for a new one. Its place in the list is its order. */
export interface WantedPicture {
  image: string | null;
  file: number | null;
  description: string | null;
  listed: boolean;
  /** Documents of live variations. */
  variations: readonly string[];
}

export interface PicturePlan {
  /** By place in the wish. */
  create: { place: number; file: number; description: string | null }[];
  describe: { documentId: string; description: string | null }[];
  /** The product's list, by place in the wish. */
  list: number[];
  listChanges: boolean;
  /** Variations that show another picture than before; `place` null is none. */
  assign: { variation: string; place: number | null }[];
  /** Pictures that the product has no more. Variations stay, without them (rule 2.7). */
  drop: string[];
}

/**
 * What saving the pictures of a product does. What is left out of the wish goes; retired variations keep theirs
 * otherwise, so that they come back as they were.
 *
 * @throws invalid_input with the place of what cannot be
 */
export function planPictures(
  known: readonly KnownPicture[],
  variations: readonly PicturedVariation[],
  wanted: readonly WantedPicture[]
): PicturePlan {
  refuseUnknown(known, variations, wanted);
  refuseDoubles(known, wanted);

  const placeOf = new Map(wanted.flatMap(({ image }, place) => (image ? [[image, place]] : [])));
  const shownBy = new Map(
    wanted.flatMap((picture, place) =>
      picture.variations.map((variation) => [variation, place] as const)
    )
  );
  const list = wanted.flatMap(({ listed }, place) => (listed ? [place] : []));
  const before = known.filter(({ listed }) => listed).map(({ documentId }) => documentId);
  const after = list.map((place) => wanted[place]?.image);

  return {
    create: wanted.flatMap(({ file, description }, place) =>
      file === null ? [] : [{ place, file, description }]
    ),
    describe: wanted.flatMap(({ image, description }) => {
      const was = known.find(({ documentId }) => documentId === image);
      return was && was.description !== description
        ? [{ documentId: was.documentId, description }]
        : [];
    }),
    list,
    listChanges:
      after.length !== before.length || after.some((image, index) => image !== before[index]),
    assign: variations.flatMap(({ documentId, retired, image }) => {
      const isKnown = known.some((picture) => picture.documentId === image);
      if (retired && !isKnown) return [];
      const is = image === null ? null : (placeOf.get(image) ?? null);
      const place = retired ? is : (shownBy.get(documentId) ?? null);
      const same = place === is && (place !== null || image === null);
      return same ? [] : [{ variation: documentId, place }];
    }),
    drop: known.flatMap(({ documentId }) => (placeOf.has(documentId) ? [] : [documentId])),
  };
}

function refuseUnknown(
  known: readonly KnownPicture[],
  variations: readonly PicturedVariation[],
  wanted: readonly WantedPicture[]
): void {
  const live = new Set(
    variations.flatMap(({ documentId, retired }) => (retired ? [] : documentId))
  );
  for (const [place, picture] of wanted.entries()) {
    const { image } = picture;
    if (image !== null && !known.some(({ documentId }) => documentId === image)) {
      throw invalidInput(`pictures.${place}.image`, 'The product has no such picture.');
    }
    const stranger = picture.variations.findIndex((variation) => !live.has(variation));
    if (stranger >= 0) {
      throw invalidInput(
        `pictures.${place}.variations.${stranger}`,
        'The product has no such variation for sale.'
      );
    }
  }
}

/** A picture is there once, a file makes one picture, and a variation shows one. */
function refuseDoubles(known: readonly KnownPicture[], wanted: readonly WantedPicture[]): void {
  const images = new Set<string>();
  const variations = new Set<string>();
  // Two that show the same file already may stay.
  const files = new Set(
    wanted.flatMap(({ image }) => known.find((one) => one.documentId === image)?.fileId ?? [])
  );
  const once = <Value>(seen: Set<Value>, value: Value, path: string, message: string) => {
    if (seen.has(value)) throw invalidInput(path, message);
    seen.add(value);
  };
  for (const [place, { image, file, variations: shownBy }] of wanted.entries()) {
    const path = `pictures.${place}`;
    if (image !== null) once(images, image, `${path}.image`, 'The picture is there twice.');
    if (file !== null) once(files, file, `${path}.file`, 'The product has this file already.');
    for (const [index, variation] of shownBy.entries()) {
      once(variations, variation, `${path}.variations.${index}`, 'A variation shows one picture.');
    }
  }
}
