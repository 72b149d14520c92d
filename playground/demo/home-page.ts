/** The demo's home page: blocks that an editor would compose, published in both languages. */
import type { Core } from '@strapi/strapi';

import type { Locale } from './catalogue';

const UID = 'plugin::cartwright.layout-block';

type Ids = ReadonlyMap<string, string>;

interface Block {
  position: 'hero' | 'featured' | 'banner' | 'categories' | 'products';
  texts: Record<Locale, { heading: string; text?: string; linkLabel?: string; linkUrl?: string }>;
  /** A file of the demo's pictures. */
  picture?: string;
  products?: string[];
  categories?: string[];
  limit?: number;
}

const BLOCKS: Block[] = [
  {
    position: 'hero',
    picture: 'category-home.webp',
    texts: {
      en: {
        heading: 'Made slowly, kept for long',
        text: 'Linen, wood and stoneware from small workshops.',
        linkLabel: 'See what is new',
        linkUrl: '/catalogue',
      },
      de: {
        heading: 'Langsam gemacht, lange behalten',
        text: 'Leinen, Holz und Steinzeug aus kleinen Werkstätten.',
        linkLabel: 'Neues ansehen',
        linkUrl: '/katalog',
      },
    },
  },
  {
    position: 'featured',
    products: ['linen-cushion', 'stoneware-mug', 'bread-board'],
    texts: { en: { heading: 'Our favourites' }, de: { heading: 'Unsere Lieblinge' } },
  },
  {
    position: 'categories',
    categories: ['kitchen', 'home', 'garden'],
    texts: { en: { heading: 'Around the house' }, de: { heading: 'Rund ums Haus' } },
  },
  {
    position: 'banner',
    texts: {
      en: {
        heading: 'Free delivery from $75',
        text: 'And back again, if it does not fit.',
      },
      de: {
        heading: 'Ab 75 $ versandkostenfrei',
        text: 'Und zurück, wenn es nicht passt.',
      },
    },
  },
  {
    position: 'products',
    categories: ['kitchen'],
    limit: 4,
    texts: { en: { heading: 'For the kitchen' }, de: { heading: 'Für die Küche' } },
  },
];

/** Does nothing when there are blocks already. `pictureOf` stores a file of the demo's pictures. */
export async function addHomePage(
  strapi: Core.Strapi,
  { products, categories }: { products: Ids; categories: Ids },
  pictureOf: (file: string) => Promise<{ id: number }>
): Promise<void> {
  const blocks = strapi.documents(UID) as unknown as Blocks;
  if (await blocks.findFirst({})) return;
  for (const [index, block] of BLOCKS.entries()) {
    const { texts, picture, position, limit = null } = block;
    const shared = {
      page: 'home',
      position,
      limit,
      sortOrder: index,
      image: picture ? (await pictureOf(picture)).id : null,
      products: known(products, block.products),
      categories: known(categories, block.categories),
    };
    const { documentId } = await blocks.create({ locale: 'en', data: { ...texts.en, ...shared } });
    await blocks.update({ documentId, locale: 'de', data: { ...texts.de, ...shared } });
    await blocks.publish({ documentId, locale: '*' });
  }
  console.log(`  Blocks of the home page: ${BLOCKS.length}`);
}

const known = (ids: Ids, keys: string[] = []) => keys.flatMap((key) => ids.get(key) ?? []);

/** The blocks are plain data of our own, checked by their own type. */
interface Blocks {
  findFirst(params: object): Promise<unknown>;
  create(params: object): Promise<{ documentId: string }>;
  update(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
}
