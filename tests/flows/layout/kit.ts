import { UIDS } from '../../../content-types/uids';
import type { CompositionDto, LayoutBlockDto } from '../../../server/contracts/layout';
import { documents, type Entry } from '../../support/shop';
import { API } from '../../support/shopper';
import type { RunningShop } from '../../support/strapi';

type Fields = Record<string, unknown>;

/** Pages, as editors make them and front ends read them. */
export function pagesOf(shop: RunningShop) {
  const blocks = () => documents(shop.strapi, UIDS.layoutBlock);
  const get = (path: string) =>
    shop
      .http()
      .get(`${API}/layout/${path}`)
      .then((answer) => answer);

  return {
    blocks,
    get,
    /** Published, unless `status` says otherwise. */
    block: (page: string, data: Fields, params: Fields = {}): Promise<Entry> =>
      blocks().create({ data: { page, ...data }, status: 'published', ...params }),
    async shown(path: string): Promise<LayoutBlockDto[]> {
      const { status, body } = await get(path);
      expect([status, body.error]).toEqual([200, undefined]);
      return body.data;
    },
    async headings(path: string): Promise<(string | null)[]> {
      return (await this.shown(path)).map(({ heading }) => heading);
    },
  };
}

/** A composition as the composer sends it back. */
export function wishOf({ locale, version, blocks }: CompositionDto) {
  return {
    locale,
    version,
    blocks: blocks.map(({ stage: _, image, products, categories, ...block }) => ({
      ...block,
      image: image?.id ?? null,
      products: products.map(({ documentId }) => documentId),
      categories: categories.map(({ documentId }) => documentId),
    })),
  };
}

export const EMPTY_BLOCK = {
  documentId: null,
  position: 'hero',
  visible: true,
  visibleFrom: null,
  visibleUntil: null,
  heading: null,
  text: null,
  html: null,
  linkLabel: null,
  linkUrl: null,
  image: null,
  products: [] as string[],
  categories: [] as string[],
  source: 'chosen',
  limit: null as number | null,
  removed: false,
};
