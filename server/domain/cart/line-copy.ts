import type { ImageCopy, OptionChoice, SellableRef } from '../catalogue/sellable';

/** Custom facts about one line, such as an engraving. Lines with different data stay apart. */
export type LineData = Record<string, string | number | boolean | null>;

/** What a line of a cart or an order keeps of a thing: words and picture of the moment it was added (rules 6.2). */
export interface LineCopy extends SellableRef {
  sku: string | null;
  description: string;
  options: OptionChoice[];
  data: LineData | null;
  url: string | null;
  image: ImageCopy | null;
  quantity: number;
}
