import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';

export interface ProductPictureDto {
  documentId: string;
  /** Its alternative text. */
  description: string | null;
  /** On the product's own list; otherwise variations alone show it. */
  listed: boolean;
  /** null when the file was deleted from the media library. */
  file: (ImageCopy & { id: number; name: string | null }) | null;
  /** Live variations that show it. */
  variations: string[];
}

/** `GET` and `PUT /products/:documentId/pictures` */
export interface ProductPicturesDto {
  version: string;
  /** The language whose list it is. */
  locale: string;
  /** Whether the page that shoppers see has the same list. */
  publication: 'never' | 'same' | 'differs';
  /** Languages with a list of their own; the others follow. */
  ownLists: string[];
  /** Whether the role may change which pictures the product has, and their order. */
  mayChangeList: boolean;
  pictures: ProductPictureDto[];
  variations: {
    documentId: string;
    sku: string | null;
    /** Lists show its picture, else the first one. */
    isDefault: boolean;
    options: OptionChoice[];
  }[];
}

/** A picture that is there, by `image`, or a file of the media library for a new one. */
export interface WantedPictureDto {
  image: string | null;
  file: number | null;
  description: string | null;
  listed: boolean;
  variations: string[];
}

export interface SavePicturesDto {
  version: string;
  pictures: WantedPictureDto[];
}
