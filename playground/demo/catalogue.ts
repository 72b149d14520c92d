/**
 * The catalogue of the demo shop "Cartwright & Daughters": things for the table, the home, the
 * garden and the road. Plain data; `seed.ts` writes it into the shop. Things refer to each other by
 * `key`, never by id. Texts and pictures are our own (`draw-pictures.mjs` draws them).
 */

/** English is the default language; every text exists in both. */
export type Locale = 'en' | 'de';

/** A Strapi `blocks` paragraph. */
export interface Paragraph {
  type: 'paragraph';
  children: { type: 'text'; text: string }[];
}

/** Texts of a category in one language. */
export interface CategoryTexts {
  title: string;
  /** Unique among the categories of this language. */
  slug: string;
  content: Paragraph[];
  metaTitle: string;
  metaDescription: string;
}

/** Texts of a product in one language. */
export interface ProductTexts {
  title: string;
  /** Unique among the products of this language. */
  slug: string;
  /** One or two sentences, for lists. */
  description: string;
  /** The longer text of the product's own page. */
  content: Paragraph[];
  metaTitle: string;
  metaDescription: string;
  /** Separated by commas. */
  keywords: string;
  /** The demo's own field, see `src/extensions/cartwright`. */
  material?: string;
}

export type SizeKey = 's' | 'm' | 'l' | 'xl' | 'small' | 'medium' | 'large';
export type ColourKey = 'oat' | 'moss' | 'ink' | 'mustard' | 'rust' | 'charcoal';
export type OptionKey = SizeKey | ColourKey;

export interface DemoOption {
  key: OptionKey;
  /** The type is not translated, the name is. */
  type: 'Size' | 'Colour';
  name: Record<Locale, string>;
  /** Order within the type. */
  position: number;
}

export interface DemoPicture {
  /** File name in `demo/pictures`. */
  file: string;
  /** What is to be seen, in English (descriptions of pictures are not localised). */
  description: string;
  /** The picture shows this option: it belongs on the variations that have it. */
  option?: OptionKey;
}

export type CategoryKey =
  | 'table'
  | 'mugs-and-bowls'
  | 'kitchen'
  | 'home'
  | 'linen-and-wool'
  | 'light-and-desk'
  | 'garden'
  | 'garden-tools'
  | 'pots-and-seeds'
  | 'travel'
  | 'bags-and-bottles'
  | 'clothing';

export interface DemoCategory {
  key: CategoryKey;
  /** Null: a root. Parents stand before their children. */
  parent: CategoryKey | null;
  /** Order among the children of the same parent. */
  position: number;
  texts: Record<Locale, CategoryTexts>;
  picture: DemoPicture;
}

export interface DemoSale {
  /** Below the price; for every variation alike. */
  price: string;
  /** Start and end as ISO instants in UTC; null is an open end. */
  from: string | null;
  to: string | null;
}

export interface DemoProduct {
  key: string;
  texts: Record<Locale, ProductTexts>;
  categories: CategoryKey[];
  /** Unit price in USD, "24.00"; null: no price yet ("coming soon"). */
  price: string | null;
  /** What a variation with this option costs more than `price`; several add up. */
  priceDifferences?: Partial<Record<OptionKey, string>>;
  /** A sale price set by hand. Only on products without `priceDifferences`. */
  sale?: DemoSale;
  /** The ticked options; empty: one bare variation. */
  options: OptionKey[];
  /** Units of each variation; null: not counted. */
  stock: number | null;
  /** Variations whose stock differs from `stock`, by all their options. */
  stockOf?: { options: OptionKey[]; stock: number }[];
  /** Grams. */
  weight: number;
  /** The product's `available`; true when left out. */
  available?: boolean;
  /** False: stays a draft, never published; true when left out. */
  published?: boolean;
  /** Keys of other products. */
  related: string[];
  upsells: string[];
  /** In order; the first is the product's picture. */
  pictures: DemoPicture[];
}

/** Content of plain paragraphs, in Strapi's `blocks` format. */
export function paragraphs(...texts: string[]): Paragraph[] {
  return texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
}

const shopName = 'Cartwright & Daughters';

function categoryTexts(
  title: string,
  slug: string,
  metaDescription: string,
  ...content: string[]
): CategoryTexts {
  return {
    title,
    slug,
    content: paragraphs(metaDescription, ...content),
    metaTitle: `${title} | ${shopName}`,
    metaDescription,
  };
}

function productTexts(
  texts: Pick<ProductTexts, 'title' | 'slug' | 'description' | 'keywords' | 'material'>,
  ...content: string[]
): ProductTexts {
  return {
    ...texts,
    content: paragraphs(...content),
    metaTitle: `${texts.title} | ${shopName}`,
    metaDescription: texts.description,
  };
}

export const options: DemoOption[] = [
  { key: 's', type: 'Size', name: { en: 'S', de: 'S' }, position: 1 },
  { key: 'm', type: 'Size', name: { en: 'M', de: 'M' }, position: 2 },
  { key: 'l', type: 'Size', name: { en: 'L', de: 'L' }, position: 3 },
  { key: 'xl', type: 'Size', name: { en: 'XL', de: 'XL' }, position: 4 },
  { key: 'small', type: 'Size', name: { en: 'Small', de: 'Klein' }, position: 5 },
  { key: 'medium', type: 'Size', name: { en: 'Medium', de: 'Mittel' }, position: 6 },
  { key: 'large', type: 'Size', name: { en: 'Large', de: 'Groß' }, position: 7 },
  { key: 'oat', type: 'Colour', name: { en: 'Oat', de: 'Hafer' }, position: 1 },
  { key: 'moss', type: 'Colour', name: { en: 'Moss', de: 'Moos' }, position: 2 },
  { key: 'ink', type: 'Colour', name: { en: 'Ink', de: 'Tinte' }, position: 3 },
  { key: 'mustard', type: 'Colour', name: { en: 'Mustard', de: 'Senf' }, position: 4 },
  { key: 'rust', type: 'Colour', name: { en: 'Rust', de: 'Rost' }, position: 5 },
  { key: 'charcoal', type: 'Colour', name: { en: 'Charcoal', de: 'Kohle' }, position: 6 },
];

export const categories: DemoCategory[] = [
  {
    key: 'table',
    parent: null,
    position: 1,
    texts: {
      en: categoryTexts(
        'Table',
        'table',
        'Stoneware, wood and cloth for breakfast, dinner and everything in between.',
        'Everything here is meant for daily use: it stacks, it washes well, and a chip is not the end of it.'
      ),
      de: categoryTexts(
        'Tisch',
        'tisch',
        'Steinzeug, Holz und Stoff für Frühstück, Abendessen und alles dazwischen.',
        'Alles hier ist für jeden Tag gedacht: Es lässt sich stapeln, gut spülen und nimmt eine Macke nicht übel.'
      ),
    },
    picture: { file: 'category-table.webp', description: 'A green teapot beside a blue bowl' },
  },
  {
    key: 'mugs-and-bowls',
    parent: 'table',
    position: 1,
    texts: {
      en: categoryTexts(
        'Mugs & Bowls',
        'mugs-and-bowls',
        'Thrown by hand, glazed in small batches, no two quite alike.'
      ),
      de: categoryTexts(
        'Becher & Schalen',
        'becher-und-schalen',
        'Von Hand gedreht, in kleinen Mengen glasiert, keine zwei ganz gleich.'
      ),
    },
    picture: {
      file: 'category-mugs-and-bowls.webp',
      description: 'Two steaming mugs and a small bowl',
    },
  },
  {
    key: 'kitchen',
    parent: 'table',
    position: 2,
    texts: {
      en: categoryTexts(
        'Kitchen',
        'kitchen',
        'Boards, mills, kettles and cloths that get better with use.'
      ),
      de: categoryTexts(
        'Küche',
        'kueche',
        'Bretter, Mühlen, Kessel und Tücher, die mit dem Gebrauch besser werden.'
      ),
    },
    picture: {
      file: 'category-kitchen.webp',
      description: 'A bread board with a loaf, and a pepper mill',
    },
  },
  {
    key: 'home',
    parent: null,
    position: 2,
    texts: {
      en: categoryTexts(
        'Home',
        'home',
        'Warm things and good light for the rooms that are lived in.',
        'We choose materials that age well: wool, linen, brass, paper and wax.'
      ),
      de: categoryTexts(
        'Zuhause',
        'zuhause',
        'Warmes und gutes Licht für Räume, in denen gelebt wird.',
        'Wir wählen Material, das schön altert: Wolle, Leinen, Messing, Papier und Wachs.'
      ),
    },
    picture: {
      file: 'category-home.webp',
      description: 'A desk lamp shining on a folded blanket',
    },
  },
  {
    key: 'linen-and-wool',
    parent: 'home',
    position: 1,
    texts: {
      en: categoryTexts(
        'Linen & Wool',
        'linen-and-wool',
        'Blankets, cushions and cloths, woven from fibres that breathe.'
      ),
      de: categoryTexts(
        'Leinen & Wolle',
        'leinen-und-wolle',
        'Decken, Kissen und Tücher, gewebt aus Fasern, die atmen.'
      ),
    },
    picture: {
      file: 'category-linen-and-wool.webp',
      description: 'A striped cushion behind a folded blue blanket',
    },
  },
  {
    key: 'light-and-desk',
    parent: 'home',
    position: 2,
    texts: {
      en: categoryTexts(
        'Light & Desk',
        'light-and-desk',
        'For reading late, writing letters and knowing what time it is.'
      ),
      de: categoryTexts(
        'Licht & Schreibtisch',
        'licht-und-schreibtisch',
        'Zum langen Lesen, zum Briefeschreiben und um zu wissen, wie spät es ist.'
      ),
    },
    picture: {
      file: 'category-light-and-desk.webp',
      description: 'A lit storm lantern and three beeswax candles',
    },
  },
  {
    key: 'garden',
    parent: null,
    position: 3,
    texts: {
      en: categoryTexts(
        'Garden',
        'garden',
        'Tools, pots and small pleasures for beds, balconies and window sills.',
        'Tried for a full season in our own beds before they come into the shop.'
      ),
      de: categoryTexts(
        'Garten',
        'garten',
        'Werkzeug, Töpfe und kleine Freuden für Beet, Balkon und Fensterbank.',
        'Eine ganze Saison in unseren eigenen Beeten erprobt, bevor es in den Laden kommt.'
      ),
    },
    picture: {
      file: 'category-garden.webp',
      description: 'A green watering can beside a planted pot',
    },
  },
  {
    key: 'garden-tools',
    parent: 'garden',
    position: 1,
    texts: {
      en: categoryTexts(
        'Garden Tools',
        'garden-tools',
        'Forged, sharpened and balanced: tools that can be repaired.'
      ),
      de: categoryTexts(
        'Gartenwerkzeug',
        'gartenwerkzeug',
        'Geschmiedet, geschärft und ausgewogen: Werkzeug, das sich reparieren lässt.'
      ),
    },
    picture: {
      file: 'category-garden-tools.webp',
      description: 'A trowel, secateurs and a spool of twine',
    },
  },
  {
    key: 'pots-and-seeds',
    parent: 'garden',
    position: 2,
    texts: {
      en: categoryTexts(
        'Pots & Seeds',
        'pots-and-seeds',
        'A place to grow, something to plant in it, and a house for the visitors.'
      ),
      de: categoryTexts(
        'Töpfe & Samen',
        'toepfe-und-samen',
        'Ein Platz zum Wachsen, etwas zum Säen und ein Haus für die Gäste.'
      ),
    },
    picture: {
      file: 'category-pots-and-seeds.webp',
      description: 'Three terracotta pots of different size',
    },
  },
  {
    key: 'travel',
    parent: null,
    position: 4,
    texts: {
      en: categoryTexts(
        'Travel',
        'travel',
        'Bags, bottles and clothes for a day out or a week away.',
        'Made to be carried, rained on and taken along again next year.'
      ),
      de: categoryTexts(
        'Unterwegs',
        'unterwegs',
        'Taschen, Flaschen und Kleidung für einen Tag draußen oder eine Woche fort.',
        'Zum Tragen gemacht, für den Regen und für die Reise im nächsten Jahr.'
      ),
    },
    picture: {
      file: 'category-travel.webp',
      description: 'A blue weekender and a rust-red bottle',
    },
  },
  {
    key: 'bags-and-bottles',
    parent: 'travel',
    position: 1,
    texts: {
      en: categoryTexts(
        'Bags & Bottles',
        'bags-and-bottles',
        'To pack, to carry, to drink from and to keep off the rain.'
      ),
      de: categoryTexts(
        'Taschen & Flaschen',
        'taschen-und-flaschen',
        'Zum Packen, Tragen, Trinken und gegen den Regen.'
      ),
    },
    picture: {
      file: 'category-bags-and-bottles.webp',
      description: 'A moss-green weekender and two insulated bottles',
    },
  },
  {
    key: 'clothing',
    parent: 'travel',
    position: 2,
    texts: {
      en: categoryTexts('Clothing', 'clothing', 'A few good pieces that pack small and wear long.'),
      de: categoryTexts(
        'Kleidung',
        'kleidung',
        'Wenige gute Stücke, die klein zu packen sind und lange halten.'
      ),
    },
    picture: {
      file: 'category-clothing.webp',
      description: 'A green shirt on a hanger and a straw hat',
    },
  },
];

export const products: DemoProduct[] = [
  // Mugs & bowls
  {
    key: 'stoneware-mug',
    texts: {
      en: productTexts(
        {
          title: 'Stoneware Mug',
          slug: 'stoneware-mug',
          description:
            'A generous mug with a speckled glaze and a handle for three fingers. Holds 350 ml.',
          keywords: 'mug, cup, stoneware, coffee, tea',
        },
        'Each mug is thrown on the wheel and glazed by hand, so that the speckles fall differently every time. The foot stays bare: that is the colour of our clay.',
        'The wall is thick enough to keep coffee warm and thin enough to drink from with pleasure.',
        'Safe in the dishwasher and the microwave.'
      ),
      de: productTexts(
        {
          title: 'Steinzeugbecher',
          slug: 'steinzeugbecher',
          description:
            'Ein großzügiger Becher mit gesprenkelter Glasur und einem Henkel für drei Finger. Fasst 350 ml.',
          keywords: 'Becher, Tasse, Steinzeug, Kaffee, Tee',
        },
        'Jeder Becher wird auf der Scheibe gedreht und von Hand glasiert, deshalb fallen die Sprenkel jedes Mal anders. Der Fuß bleibt roh: Das ist die Farbe unseres Tons.',
        'Die Wand ist dick genug, um Kaffee warm zu halten, und dünn genug, um gern daraus zu trinken.',
        'Für Spülmaschine und Mikrowelle geeignet.'
      ),
    },
    categories: ['mugs-and-bowls'],
    price: '24.00',
    options: ['oat', 'moss', 'ink'],
    stock: 40,
    stockOf: [{ options: ['ink'], stock: 6 }],
    weight: 380,
    related: ['breakfast-bowl', 'teapot'],
    upsells: ['pour-over-kettle'],
    pictures: [
      {
        file: 'stoneware-mug-oat.webp',
        description: 'Stoneware mug with an oat-coloured speckled glaze, coffee steaming',
        option: 'oat',
      },
      {
        file: 'stoneware-mug-moss.webp',
        description: 'Stoneware mug with a moss-green speckled glaze, coffee steaming',
        option: 'moss',
      },
    ],
  },
  {
    key: 'breakfast-bowl',
    texts: {
      en: productTexts(
        {
          title: 'Breakfast Bowl',
          slug: 'breakfast-bowl',
          description: 'A deep blue bowl with two white rings, for porridge, soup or fruit.',
          keywords: 'bowl, breakfast, stoneware, porridge, soup',
        },
        'The rim turns out just a little, so that the bowl is easy to hold when it is hot. The two rings are painted while it still spins on the wheel.',
        'The small one holds 400 ml, the large one 750 ml. They nest.'
      ),
      de: productTexts(
        {
          title: 'Frühstücksschale',
          slug: 'fruehstuecksschale',
          description:
            'Eine tiefblaue Schale mit zwei weißen Ringen, für Haferbrei, Suppe oder Obst.',
          keywords: 'Schale, Frühstück, Steinzeug, Müsli, Suppe',
        },
        'Der Rand neigt sich ein wenig nach außen, damit sich die Schale auch heiß gut halten lässt. Die beiden Ringe werden gemalt, solange sie sich noch auf der Scheibe dreht.',
        'Die kleine fasst 400 ml, die große 750 ml. Sie passen ineinander.'
      ),
    },
    categories: ['mugs-and-bowls'],
    price: '22.00',
    priceDifferences: { large: '7.00' },
    options: ['small', 'large'],
    stock: 28,
    weight: 520,
    related: ['stoneware-mug', 'tea-towels'],
    upsells: [],
    pictures: [
      {
        file: 'breakfast-bowl.webp',
        description: 'Deep blue bowl with two white rings, filled with porridge and berries',
      },
    ],
  },
  {
    key: 'teapot',
    texts: {
      en: productTexts(
        {
          title: 'Round Teapot',
          slug: 'round-teapot',
          description:
            'A round pot for four cups, with a cane-wrapped handle and a spout that does not drip.',
          keywords: 'teapot, tea, stoneware, pot',
        },
        'It took us eleven attempts to find a spout that stops when the pouring stops. This is the twelfth.',
        'A fine strainer is built in behind the spout, wide enough to be rinsed clean. Holds 1.1 litres.'
      ),
      de: productTexts(
        {
          title: 'Runde Teekanne',
          slug: 'runde-teekanne',
          description:
            'Eine runde Kanne für vier Tassen, mit rohrumwickeltem Griff und einer Tülle, die nicht tropft.',
          keywords: 'Teekanne, Tee, Steinzeug, Kanne',
        },
        'Elf Versuche haben wir gebraucht, um eine Tülle zu finden, die aufhört, wenn das Gießen aufhört. Dies ist der zwölfte.',
        'Hinter der Tülle sitzt ein feines Sieb, weit genug, um es sauber auszuspülen. Fasst 1,1 Liter.'
      ),
    },
    categories: ['mugs-and-bowls', 'kitchen'],
    price: '68.00',
    sale: { price: '54.00', from: null, to: null },
    options: [],
    stock: 15,
    weight: 1150,
    related: ['stoneware-mug', 'tea-towels'],
    upsells: ['pour-over-kettle'],
    pictures: [
      {
        file: 'teapot.webp',
        description: 'Round moss-green teapot with a cane-wrapped handle',
      },
    ],
  },

  // Kitchen
  {
    key: 'bread-board',
    texts: {
      en: productTexts(
        {
          title: 'Bread Board',
          slug: 'bread-board',
          description: 'A board from a single piece of oak, with a handle to hang it by.',
          keywords: 'board, bread, oak, wood, cutting',
        },
        'One plank, no glue: the board is cut along the grain, planed, and oiled twice. It moves a little with the seasons, as wood does.',
        'The small one fits a breakfast for two, the large one a whole loaf. Wipe it clean and oil it now and then.'
      ),
      de: productTexts(
        {
          title: 'Brotbrett',
          slug: 'brotbrett',
          description: 'Ein Brett aus einem einzigen Stück Eiche, mit Griff zum Aufhängen.',
          keywords: 'Brett, Brot, Eiche, Holz, Schneidebrett',
        },
        'Eine Bohle, kein Leim: Das Brett wird mit der Faser geschnitten, gehobelt und zweimal geölt. Es arbeitet ein wenig mit den Jahreszeiten, wie Holz das tut.',
        'Das kleine reicht für ein Frühstück zu zweit, das große für einen ganzen Laib. Feucht abwischen und ab und zu ölen.'
      ),
    },
    categories: ['kitchen'],
    price: '36.00',
    priceDifferences: { large: '14.00' },
    options: ['small', 'large'],
    stock: 18,
    weight: 1100,
    related: ['pepper-mill', 'tea-towels'],
    upsells: ['cooks-apron'],
    pictures: [
      {
        file: 'bread-board.webp',
        description: 'Oak bread board with a handle, a loaf of bread in front of it',
      },
    ],
  },
  {
    key: 'pepper-mill',
    texts: {
      en: productTexts(
        {
          title: 'Pepper Mill',
          slug: 'pepper-mill',
          description:
            'Turned from walnut, with a steel grinder and a brass ring. From coarse to fine with one turn.',
          keywords: 'pepper, mill, grinder, walnut, spice',
        },
        'The shape sits well in the hand because it was drawn around one. The grinder is hardened steel and can be taken out for cleaning with a single screw.',
        'Twenty centimetres tall. It comes empty: fresh pepper is better bought next door.'
      ),
      de: productTexts(
        {
          title: 'Pfeffermühle',
          slug: 'pfeffermuehle',
          description:
            'Aus Nussbaum gedrechselt, mit Mahlwerk aus Stahl und einem Ring aus Messing. Grob bis fein mit einer Drehung.',
          keywords: 'Pfeffer, Mühle, Mahlwerk, Nussbaum, Gewürz',
        },
        'Die Form liegt gut in der Hand, weil sie um eine Hand herum gezeichnet wurde. Das Mahlwerk ist aus gehärtetem Stahl und lässt sich mit einer Schraube zum Reinigen herausnehmen.',
        'Zwanzig Zentimeter hoch. Sie kommt leer: Frischen Pfeffer gibt es besser nebenan.'
      ),
    },
    categories: ['kitchen'],
    price: '42.00',
    options: [],
    stock: 22,
    weight: 310,
    related: ['bread-board', 'cooks-apron'],
    upsells: [],
    pictures: [
      {
        file: 'pepper-mill.webp',
        description: 'Walnut pepper mill with a brass ring, a few peppercorns beside it',
      },
    ],
  },
  {
    key: 'cooks-apron',
    texts: {
      en: productTexts(
        {
          title: "Cook's Apron",
          slug: 'cooks-apron',
          description:
            'Sturdy cotton canvas with a split pocket and ties long enough to knot in front.',
          keywords: 'apron, kitchen, canvas, cotton, cooking',
        },
        'Cut wide enough for serious cooking, with a bib that stays up. The pocket is split: one half for the cloth, one for the spoon.',
        'Wash at 60 °C. The canvas softens with every wash and keeps its colour.'
      ),
      de: productTexts(
        {
          title: 'Kochschürze',
          slug: 'kochschuerze',
          description:
            'Kräftiges Baumwollcanvas mit geteilter Tasche und Bändern, die sich vorn binden lassen.',
          keywords: 'Schürze, Küche, Canvas, Baumwolle, Kochen',
        },
        'Weit genug für ernsthaftes Kochen geschnitten, mit einem Latz, der oben bleibt. Die Tasche ist geteilt: eine Hälfte für das Tuch, eine für den Löffel.',
        'Bei 60 °C waschbar. Das Canvas wird mit jeder Wäsche weicher und behält seine Farbe.'
      ),
    },
    categories: ['kitchen', 'linen-and-wool'],
    price: '39.00',
    options: ['ink', 'rust', 'charcoal'],
    stock: 20,
    weight: 340,
    related: ['tea-towels', 'bread-board'],
    upsells: [],
    pictures: [
      {
        file: 'cooks-apron.webp',
        description: 'Blue canvas apron with a split pocket, a wooden spoon in it',
        option: 'ink',
      },
    ],
  },
  {
    key: 'pour-over-kettle',
    texts: {
      en: productTexts(
        {
          title: 'Pour-Over Kettle',
          slug: 'pour-over-kettle',
          description:
            'A matt steel kettle with a narrow spout and a walnut handle, for a slow and steady stream.',
          keywords: 'kettle, coffee, pour-over, gooseneck, steel',
        },
        'The long spout gives a stream as thin as a pencil, and the handle keeps the weight behind the hand. It works on gas, electric and induction hobs.',
        'We make it in small runs. When it is sold out, the next run is usually a few weeks away.'
      ),
      de: productTexts(
        {
          title: 'Handfilterkessel',
          slug: 'handfilterkessel',
          description:
            'Ein matter Stahlkessel mit schmaler Tülle und Griff aus Nussbaum, für einen ruhigen, gleichmäßigen Strahl.',
          keywords: 'Kessel, Kaffee, Handfilter, Schwanenhals, Stahl',
        },
        'Die lange Tülle gibt einen Strahl, so dünn wie ein Bleistift, und der Griff hält das Gewicht hinter der Hand. Für Gas, Elektro und Induktion.',
        'Wir fertigen ihn in kleinen Serien. Ist er ausverkauft, dauert es meist einige Wochen bis zur nächsten.'
      ),
    },
    categories: ['kitchen'],
    price: '84.00',
    options: [],
    stock: 0,
    weight: 980,
    related: ['stoneware-mug', 'teapot'],
    upsells: [],
    pictures: [
      {
        file: 'pour-over-kettle.webp',
        description: 'Charcoal kettle with a curved narrow spout and a walnut handle',
      },
    ],
  },
  {
    key: 'tea-towels',
    texts: {
      en: productTexts(
        {
          title: 'Tea Towels, Set of Two',
          slug: 'tea-towels',
          description: 'Two half-linen towels with woven stripes, one blue and one rust.',
          keywords: 'tea towel, linen, kitchen, cloth',
        },
        'Half linen, half cotton: the linen dries the glass, the cotton takes the water. The stripes are woven, not printed, and look the same from both sides.',
        'Each 50 × 70 cm, with a loop to hang it by.'
      ),
      de: productTexts(
        {
          title: 'Geschirrtücher, zwei Stück',
          slug: 'geschirrtuecher',
          description: 'Zwei Tücher aus Halbleinen mit gewebten Streifen, eins blau, eins rost.',
          keywords: 'Geschirrtuch, Leinen, Küche, Tuch',
        },
        'Halb Leinen, halb Baumwolle: Das Leinen trocknet das Glas, die Baumwolle nimmt das Wasser. Die Streifen sind gewebt, nicht gedruckt, und sehen von beiden Seiten gleich aus.',
        'Je 50 × 70 cm, mit Schlaufe zum Aufhängen.'
      ),
    },
    categories: ['kitchen', 'linen-and-wool'],
    price: '19.50',
    options: [],
    stock: 64,
    weight: 210,
    related: ['cooks-apron', 'breakfast-bowl'],
    upsells: [],
    pictures: [
      {
        file: 'tea-towels.webp',
        description: 'Two striped tea towels on a wooden peg rail',
      },
    ],
  },

  // Linen & wool
  {
    key: 'wool-blanket',
    texts: {
      en: productTexts(
        {
          title: 'Striped Wool Blanket',
          slug: 'striped-wool-blanket',
          description:
            'A dense lambswool blanket with cream stripes and short fringes. Comes with a leather strap.',
          keywords: 'blanket, wool, lambswool, throw, stripes',
          material: 'Lambswool',
        },
        'Woven from pure lambswool, washed and brushed until it is soft on the skin. Warm enough for the terrace in April.',
        'Medium is 130 × 180 cm, for a chair and one reader. Large is 150 × 220 cm, for a sofa and two.',
        'The strap is vegetable-tanned leather and doubles as a handle.'
      ),
      de: productTexts(
        {
          title: 'Gestreifte Wolldecke',
          slug: 'gestreifte-wolldecke',
          description:
            'Eine dichte Decke aus Lammwolle mit cremefarbenen Streifen und kurzen Fransen. Mit Lederriemen.',
          keywords: 'Decke, Wolle, Lammwolle, Plaid, Streifen',
          material: 'Lammwolle',
        },
        'Aus reiner Lammwolle gewebt, gewaschen und gebürstet, bis sie weich auf der Haut liegt. Warm genug für die Terrasse im April.',
        'Mittel misst 130 × 180 cm, für einen Sessel und eine Leserin. Groß misst 150 × 220 cm, für ein Sofa und zwei.',
        'Der Riemen ist aus pflanzlich gegerbtem Leder und dient auch als Griff.'
      ),
    },
    categories: ['linen-and-wool'],
    price: '118.00',
    priceDifferences: { large: '40.00' },
    options: ['medium', 'large', 'ink', 'mustard', 'charcoal'],
    stock: 9,
    stockOf: [{ options: ['large', 'mustard'], stock: 1 }],
    weight: 1300,
    related: ['linen-cushion', 'wool-socks'],
    upsells: [],
    pictures: [
      {
        file: 'wool-blanket-ink.webp',
        description: 'Folded blue wool blanket with cream stripes and a leather strap',
        option: 'ink',
      },
      {
        file: 'wool-blanket-mustard.webp',
        description: 'Folded mustard-yellow wool blanket with cream stripes and a leather strap',
        option: 'mustard',
      },
    ],
  },
  {
    key: 'linen-cushion',
    texts: {
      en: productTexts(
        {
          title: 'Linen Cushion',
          slug: 'linen-cushion',
          description: 'A washed linen cover with fine stripes, filled with wool. 50 × 50 cm.',
          keywords: 'cushion, linen, pillow, wool, stripes',
          material: 'Linen, filled with wool',
        },
        'The linen is washed before it is sewn, so that it neither shrinks nor stiffens later. The wool inside springs back by itself.',
        'The cover closes with three wooden buttons and comes off for washing.'
      ),
      de: productTexts(
        {
          title: 'Leinenkissen',
          slug: 'leinenkissen',
          description:
            'Ein Bezug aus gewaschenem Leinen mit feinen Streifen, gefüllt mit Wolle. 50 × 50 cm.',
          keywords: 'Kissen, Leinen, Wolle, Streifen',
          material: 'Leinen, mit Wolle gefüllt',
        },
        'Das Leinen wird vor dem Nähen gewaschen, damit es später weder einläuft noch steif wird. Die Wolle im Inneren richtet sich von selbst wieder auf.',
        'Der Bezug schließt mit drei Holzknöpfen und lässt sich zum Waschen abnehmen.'
      ),
    },
    categories: ['linen-and-wool'],
    price: '46.00',
    options: ['rust', 'charcoal'],
    stock: 25,
    weight: 650,
    related: ['wool-blanket'],
    upsells: ['wool-blanket'],
    pictures: [
      {
        file: 'linen-cushion.webp',
        description: 'Square rust-red linen cushion with pale stripes',
        option: 'rust',
      },
    ],
  },

  // Light & desk
  {
    key: 'desk-lamp',
    texts: {
      en: productTexts(
        {
          title: 'Desk Lamp',
          slug: 'desk-lamp',
          description:
            'A steel shade on a jointed brass arm that stays where it is put. With a warm LED bulb.',
          keywords: 'lamp, desk, light, brass, reading',
        },
        'Two joints, no springs: the arm is held by friction and can be tightened by hand when it has grown loose after some years.',
        'The shade is powder-coated steel, white inside. Cable of 1.8 m with a switch; the bulb can be replaced.'
      ),
      de: productTexts(
        {
          title: 'Schreibtischlampe',
          slug: 'schreibtischlampe',
          description:
            'Ein Stahlschirm auf einem Gelenkarm aus Messing, der bleibt, wo er hingestellt wird. Mit warmem LED-Leuchtmittel.',
          keywords: 'Lampe, Schreibtisch, Licht, Messing, Lesen',
        },
        'Zwei Gelenke, keine Federn: Der Arm wird durch Reibung gehalten und lässt sich von Hand nachziehen, wenn er nach Jahren locker wird.',
        'Der Schirm ist aus pulverbeschichtetem Stahl, innen weiß. Kabel 1,8 m mit Schalter; das Leuchtmittel ist austauschbar.'
      ),
    },
    categories: ['light-and-desk'],
    price: '129.00',
    sale: { price: '99.00', from: '2025-01-01T00:00:00.000Z', to: null },
    options: ['moss', 'charcoal'],
    stock: 12,
    weight: 2400,
    related: ['notebook', 'fountain-pen'],
    upsells: [],
    pictures: [
      {
        file: 'desk-lamp-moss.webp',
        description: 'Lit desk lamp with a moss-green shade and a brass arm',
        option: 'moss',
      },
      {
        file: 'desk-lamp-charcoal.webp',
        description: 'Lit desk lamp with a charcoal shade and a brass arm',
        option: 'charcoal',
      },
    ],
  },
  {
    key: 'beeswax-candles',
    texts: {
      en: productTexts(
        {
          title: 'Beeswax Candles, Set of Three',
          slug: 'beeswax-candles',
          description: 'Three rolled candles of pure beeswax, in three heights.',
          keywords: 'candle, beeswax, light, honey',
        },
        'Rolled from sheets of honeycomb, with a cotton wick. They burn slowly and smell of honey, without any scent added.',
        'About 10, 17 and 24 hours. The wax comes from two beekeepers we can visit by bicycle.'
      ),
      de: productTexts(
        {
          title: 'Bienenwachskerzen, drei Stück',
          slug: 'bienenwachskerzen',
          description: 'Drei gerollte Kerzen aus reinem Bienenwachs, in drei Höhen.',
          keywords: 'Kerze, Bienenwachs, Licht, Honig',
        },
        'Aus Wabenplatten gerollt, mit einem Docht aus Baumwolle. Sie brennen langsam und duften nach Honig, ohne jeden Zusatz.',
        'Etwa 10, 17 und 24 Stunden. Das Wachs kommt von zwei Imkereien, die wir mit dem Fahrrad erreichen.'
      ),
    },
    categories: ['light-and-desk'],
    price: '21.00',
    options: [],
    stock: null,
    weight: 540,
    related: ['storm-lantern', 'wool-blanket'],
    upsells: [],
    pictures: [
      {
        file: 'beeswax-candles.webp',
        description: 'Three burning beeswax candles of different height',
      },
    ],
  },
  {
    key: 'notebook',
    texts: {
      en: productTexts(
        {
          title: 'Clothbound Notebook',
          slug: 'clothbound-notebook',
          description:
            'Thread-sewn, with 192 blank pages that lie flat, a ribbon and an elastic band.',
          keywords: 'notebook, paper, cloth, writing, sketch',
        },
        'Paper of 100 g/m² in a warm white, smooth enough for a fountain pen and strong enough for an eraser. The sewn binding opens flat on every page.',
        'A5, with a label on the front that is waiting for a name.'
      ),
      de: productTexts(
        {
          title: 'Notizbuch mit Leineneinband',
          slug: 'notizbuch-leineneinband',
          description:
            'Fadengeheftet, mit 192 leeren Seiten, die flach liegen, Leseband und Gummizug.',
          keywords: 'Notizbuch, Papier, Leinen, Schreiben, Skizze',
        },
        'Papier mit 100 g/m² in warmem Weiß, glatt genug für den Füller und fest genug für den Radiergummi. Die Fadenheftung öffnet sich auf jeder Seite flach.',
        'A5, mit einem Etikett auf der Vorderseite, das auf einen Namen wartet.'
      ),
    },
    categories: ['light-and-desk'],
    price: '18.00',
    options: ['ink', 'mustard', 'rust', 'charcoal'],
    stock: 55,
    weight: 320,
    related: ['fountain-pen', 'desk-lamp'],
    upsells: ['fountain-pen'],
    pictures: [
      {
        file: 'notebook-ink.webp',
        description: 'Blue clothbound notebook with a label, a pencil beside it',
        option: 'ink',
      },
      {
        file: 'notebook-rust.webp',
        description: 'Rust-red clothbound notebook with a label, a pencil beside it',
        option: 'rust',
      },
    ],
  },
  {
    key: 'fountain-pen',
    texts: {
      en: productTexts(
        {
          title: 'Fountain Pen',
          slug: 'fountain-pen',
          description:
            'A light pen with brass fittings and a fine steel nib. Takes ink from the bottle or cartridges.',
          keywords: 'fountain pen, ink, writing, brass',
        },
        'The nib is ground by hand and tried on paper before it leaves the workshop; the scrap of paper comes along in the box.',
        'Screw cap, 13 cm closed. A piston for bottled ink is included, and so is one blue cartridge.'
      ),
      de: productTexts(
        {
          title: 'Füllfederhalter',
          slug: 'fuellfederhalter',
          description:
            'Ein leichter Füller mit Beschlägen aus Messing und feiner Stahlfeder. Für Tinte aus dem Glas oder Patronen.',
          keywords: 'Füller, Füllfederhalter, Tinte, Schreiben, Messing',
        },
        'Die Feder wird von Hand geschliffen und auf Papier erprobt, bevor sie die Werkstatt verlässt; der Zettel liegt in der Schachtel.',
        'Schraubkappe, geschlossen 13 cm. Ein Konverter für Tinte aus dem Glas liegt bei, eine blaue Patrone auch.'
      ),
    },
    categories: ['light-and-desk'],
    price: '76.00',
    options: [],
    stock: 2,
    weight: 24,
    related: ['notebook'],
    upsells: [],
    pictures: [
      {
        file: 'fountain-pen.webp',
        description: 'Rust-red fountain pen with brass fittings, drawing a line of ink',
      },
    ],
  },
  {
    key: 'wall-clock',
    texts: {
      en: productTexts(
        {
          title: 'Wall Clock',
          slug: 'wall-clock',
          description: 'A quiet clock in an ash frame, legible from across the room.',
          keywords: 'clock, wall, wood, ash, time',
        },
        'The movement sweeps instead of ticking, which matters at night. The face is printed paper under glass, 30 cm across.',
        'Not for sale at the moment: we are changing to a frame of local ash and will bring it back when the wood is dry.'
      ),
      de: productTexts(
        {
          title: 'Wanduhr',
          slug: 'wanduhr',
          description: 'Eine leise Uhr im Eschenrahmen, durch das ganze Zimmer lesbar.',
          keywords: 'Uhr, Wand, Holz, Esche, Zeit',
        },
        'Das Werk gleitet, statt zu ticken, und das zählt in der Nacht. Das Zifferblatt ist bedrucktes Papier unter Glas, 30 cm im Durchmesser.',
        'Zurzeit nicht erhältlich: Wir stellen auf Esche aus der Gegend um und bringen sie zurück, sobald das Holz trocken ist.'
      ),
    },
    categories: ['light-and-desk'],
    price: '92.00',
    options: [],
    stock: 5,
    weight: 1400,
    available: false,
    related: ['desk-lamp'],
    upsells: [],
    pictures: [
      {
        file: 'wall-clock.webp',
        description: 'Round wall clock in a wooden frame, showing ten past ten',
      },
    ],
  },
  {
    key: 'storm-lantern',
    texts: {
      en: productTexts(
        {
          title: 'Storm Lantern',
          slug: 'storm-lantern',
          description:
            'A lamp-oil lantern with a glass globe, for the porch, the garden table and the power cut.',
          keywords: 'lantern, storm, oil, light, garden, camping',
        },
        'The frame feeds the flame with calm air, so that it keeps burning in the wind. Globe and wick can be replaced without tools.',
        'Burns for about twenty hours on one filling. 26 cm tall, powder-coated steel.'
      ),
      de: productTexts(
        {
          title: 'Sturmlaterne',
          slug: 'sturmlaterne',
          description:
            'Eine Öllaterne mit Glaskolben, für die Veranda, den Gartentisch und den Stromausfall.',
          keywords: 'Laterne, Sturm, Öl, Licht, Garten, Camping',
        },
        'Der Rahmen führt der Flamme ruhige Luft zu, damit sie auch im Wind brennt. Kolben und Docht lassen sich ohne Werkzeug tauschen.',
        'Brennt mit einer Füllung etwa zwanzig Stunden. 26 cm hoch, pulverbeschichteter Stahl.'
      ),
    },
    categories: ['light-and-desk', 'garden'],
    price: '48.00',
    options: [],
    stock: 17,
    weight: 870,
    related: ['beeswax-candles'],
    upsells: [],
    pictures: [
      {
        file: 'storm-lantern.webp',
        description: 'Charcoal storm lantern with a burning flame behind glass',
      },
    ],
  },

  // Garden tools
  {
    key: 'watering-can',
    texts: {
      en: productTexts(
        {
          title: 'Watering Can',
          slug: 'watering-can',
          description:
            'Five litres of galvanised steel with a long spout and a brass rose for gentle rain.',
          keywords: 'watering can, garden, steel, brass, plants',
        },
        'Two handles, one for carrying and one for pouring, so that the can stays level until it should not. The rose unscrews for a strong stream.',
        'Galvanised first and painted afterwards: it does not rust, even when it stands outside all winter.'
      ),
      de: productTexts(
        {
          title: 'Gießkanne',
          slug: 'giesskanne',
          description:
            'Fünf Liter aus verzinktem Stahl mit langem Rohr und einer Brause aus Messing für sanften Regen.',
          keywords: 'Gießkanne, Garten, Stahl, Messing, Pflanzen',
        },
        'Zwei Griffe, einer zum Tragen und einer zum Gießen, damit die Kanne gerade bleibt, bis sie es nicht mehr soll. Die Brause lässt sich für einen kräftigen Strahl abschrauben.',
        'Erst verzinkt, dann lackiert: Sie rostet nicht, auch wenn sie den ganzen Winter draußen steht.'
      ),
    },
    categories: ['garden-tools'],
    price: '58.00',
    options: ['moss', 'rust'],
    stock: 16,
    weight: 1250,
    related: ['terracotta-pot', 'hand-trowel'],
    upsells: ['herb-seeds'],
    pictures: [
      {
        file: 'watering-can-moss.webp',
        description: 'Moss-green watering can with a brass rose',
        option: 'moss',
      },
      {
        file: 'watering-can-rust.webp',
        description: 'Rust-red watering can with a brass rose',
        option: 'rust',
      },
    ],
  },
  {
    key: 'hand-trowel',
    texts: {
      en: productTexts(
        {
          title: 'Hand Trowel',
          slug: 'hand-trowel',
          description: 'A forged steel blade on an ash handle, sharp enough for roots.',
          keywords: 'trowel, garden, steel, ash, planting',
        },
        'Blade and neck are forged from one piece, so there is no weld that could break. The handle is shaped to turn without rubbing.',
        'Rinse, dry and oil it once a year: it will see many springs.'
      ),
      de: productTexts(
        {
          title: 'Handschaufel',
          slug: 'handschaufel',
          description:
            'Ein geschmiedetes Blatt aus Stahl an einem Eschengriff, scharf genug für Wurzeln.',
          keywords: 'Schaufel, Pflanzkelle, Garten, Stahl, Esche',
        },
        'Blatt und Hals sind aus einem Stück geschmiedet, es gibt also keine Naht, die brechen könnte. Der Griff ist so geformt, dass er sich dreht, ohne zu reiben.',
        'Abspülen, trocknen und einmal im Jahr ölen: So erlebt sie viele Frühlinge.'
      ),
    },
    categories: ['garden-tools'],
    price: '27.00',
    options: [],
    stock: 34,
    weight: 290,
    related: ['secateurs', 'garden-gloves'],
    upsells: ['garden-gloves'],
    pictures: [
      {
        file: 'hand-trowel.webp',
        description: 'Hand trowel with a steel blade and an ash handle',
      },
    ],
  },
  {
    key: 'secateurs',
    texts: {
      en: productTexts(
        {
          title: 'Secateurs',
          slug: 'secateurs',
          description:
            'Bypass secateurs with a replaceable blade and warm red handles that are easy to find in the grass.',
          keywords: 'secateurs, pruner, garden, shears, roses',
        },
        'A clean cut up to 20 mm. Blade, spring and bolt are all available as spare parts and changed in five minutes.',
        'For right and left hands. The catch closes with the thumb.'
      ),
      de: productTexts(
        {
          title: 'Gartenschere',
          slug: 'gartenschere',
          description:
            'Bypass-Schere mit wechselbarer Klinge und warmroten Griffen, die sich im Gras wiederfinden.',
          keywords: 'Gartenschere, Rosenschere, Garten, Schnitt',
        },
        'Ein sauberer Schnitt bis 20 mm. Klinge, Feder und Schraube gibt es einzeln, getauscht sind sie in fünf Minuten.',
        'Für rechte und linke Hände. Die Sperre schließt mit dem Daumen.'
      ),
    },
    categories: ['garden-tools'],
    price: '44.00',
    options: [],
    stock: 21,
    weight: 240,
    related: ['hand-trowel', 'garden-gloves', 'garden-twine'],
    upsells: [],
    pictures: [
      {
        file: 'secateurs.webp',
        description: 'Secateurs with a steel blade and rust-red handles',
      },
    ],
  },
  {
    key: 'garden-gloves',
    texts: {
      en: productTexts(
        {
          title: 'Garden Gloves',
          slug: 'garden-gloves',
          description: 'Knitted cotton gloves with dipped fingertips and a snug ribbed cuff.',
          keywords: 'gloves, garden, cotton, work',
        },
        'Thin enough to feel a seedling, strong enough for a rose. Only the fingertips are dipped, so that the hands can breathe.',
        'Washable at 40 °C.'
      ),
      de: productTexts(
        {
          title: 'Gartenhandschuhe',
          slug: 'gartenhandschuhe',
          description:
            'Gestrickte Handschuhe aus Baumwolle mit getauchten Fingerkuppen und festem Rippbund.',
          keywords: 'Handschuhe, Garten, Baumwolle, Arbeit',
        },
        'Dünn genug, um einen Keimling zu spüren, stark genug für eine Rose. Nur die Fingerkuppen sind getaucht, damit die Hände atmen können.',
        'Bei 40 °C waschbar.'
      ),
    },
    categories: ['garden-tools', 'clothing'],
    price: '14.50',
    options: ['s', 'm', 'l'],
    stock: 48,
    stockOf: [{ options: ['s'], stock: 0 }],
    weight: 90,
    related: ['hand-trowel', 'secateurs'],
    upsells: [],
    pictures: [
      {
        file: 'garden-gloves.webp',
        description: 'Pair of green garden gloves with pale fingertips and ribbed cuffs',
      },
    ],
  },
  {
    key: 'garden-twine',
    texts: {
      en: productTexts(
        {
          title: 'Garden Twine',
          slug: 'garden-twine',
          description: 'A hundred metres of jute on a wooden core, for beans, parcels and knots.',
          keywords: 'twine, jute, string, garden',
        },
        'Three-ply jute, untreated: soft on stems, strong when wet, and compost when the season is over.',
        'The core is turned from walnut offcuts and can be filled again.'
      ),
      de: productTexts(
        {
          title: 'Gartenschnur',
          slug: 'gartenschnur',
          description: 'Hundert Meter Jute auf einem Holzkern, für Bohnen, Pakete und Knoten.',
          keywords: 'Schnur, Jute, Bindfaden, Garten',
        },
        'Dreifädige Jute, unbehandelt: sanft zu Stängeln, fest auch nass und Kompost, wenn die Saison vorbei ist.',
        'Der Kern ist aus Resten von Nussbaum gedrechselt und lässt sich neu bewickeln.'
      ),
    },
    categories: ['garden-tools'],
    price: '9.50',
    options: [],
    stock: null,
    weight: 260,
    related: ['secateurs', 'herb-seeds'],
    upsells: [],
    pictures: [
      {
        file: 'garden-twine.webp',
        description: 'Spool of jute twine on a wooden core with a paper band',
      },
    ],
  },

  // Pots & seeds
  {
    key: 'terracotta-pot',
    texts: {
      en: productTexts(
        {
          title: 'Terracotta Pot',
          slug: 'terracotta-pot',
          description:
            'A classic clay pot with a strong rim, frost-proof and open-pored. Plant not included.',
          keywords: 'pot, terracotta, clay, plant, garden',
        },
        'Fired hot enough to stand outside in winter, and left unglazed so that the roots get air. The patina comes by itself.',
        'Small 14 cm, medium 20 cm, large 28 cm across the rim. With a hole and a saucer.'
      ),
      de: productTexts(
        {
          title: 'Terrakottatopf',
          slug: 'terrakottatopf',
          description:
            'Ein klassischer Tontopf mit kräftigem Rand, frostfest und offenporig. Ohne Pflanze.',
          keywords: 'Topf, Terrakotta, Ton, Pflanze, Garten',
        },
        'Heiß genug gebrannt, um im Winter draußen zu stehen, und unglasiert, damit die Wurzeln Luft bekommen. Die Patina kommt von selbst.',
        'Klein 14 cm, mittel 20 cm, groß 28 cm am Rand. Mit Loch und Untersetzer.'
      ),
    },
    categories: ['pots-and-seeds'],
    price: '16.00',
    priceDifferences: { medium: '8.00', large: '22.00' },
    options: ['small', 'medium', 'large'],
    stock: 30,
    weight: 1600,
    related: ['herb-seeds', 'watering-can'],
    upsells: ['herb-seeds'],
    pictures: [
      {
        file: 'terracotta-pot.webp',
        description: 'Terracotta pot with a leafy green plant',
      },
    ],
  },
  {
    key: 'herb-seeds',
    texts: {
      en: productTexts(
        {
          title: 'Herb Seeds, Three Packets',
          slug: 'herb-seeds',
          description: 'Basil, chives and thyme: open-pollinated seeds for one window sill.',
          keywords: 'seeds, herbs, basil, chives, thyme',
        },
        'All three are easy and all three are useful. The seeds are open-pollinated, so that those of the best plant can be kept for the next year.',
        'Each packet is enough for two large pots. Sow from March to June.'
      ),
      de: productTexts(
        {
          title: 'Kräutersamen, drei Tütchen',
          slug: 'kraeutersamen',
          description: 'Basilikum, Schnittlauch und Thymian: samenfest, für eine Fensterbank.',
          keywords: 'Samen, Kräuter, Basilikum, Schnittlauch, Thymian',
        },
        'Alle drei sind leicht zu ziehen und alle drei nützlich. Die Sorten sind samenfest, sodass sich von der besten Pflanze Samen fürs nächste Jahr aufheben lassen.',
        'Jedes Tütchen reicht für zwei große Töpfe. Aussaat von März bis Juni.'
      ),
    },
    categories: ['pots-and-seeds'],
    price: '8.40',
    options: [],
    stock: null,
    weight: 18,
    related: ['terracotta-pot', 'watering-can'],
    upsells: [],
    pictures: [
      {
        file: 'herb-seeds.webp',
        description: 'Three seed packets: chives, basil and thyme',
      },
    ],
  },
  {
    key: 'birdhouse',
    texts: {
      en: productTexts(
        {
          title: 'Birdhouse',
          slug: 'birdhouse',
          description:
            'A nesting box with a pitched roof and a front that opens for cleaning. Coming soon.',
          keywords: 'birdhouse, nesting box, bird, garden, larch',
        },
        'Larch boards, painted outside only, with a hole that suits tits and sparrows. The front swings open in autumn for cleaning.',
        'The first boxes are being tried by the birds behind the workshop. The price follows when they have moved in.'
      ),
      de: productTexts(
        {
          title: 'Vogelhaus',
          slug: 'vogelhaus',
          description:
            'Ein Nistkasten mit Spitzdach und einer Front, die sich zum Reinigen öffnet. Bald erhältlich.',
          keywords: 'Vogelhaus, Nistkasten, Vogel, Garten, Lärche',
        },
        'Lärchenbretter, nur außen gestrichen, mit einem Loch, das Meisen und Spatzen passt. Die Front schwenkt im Herbst zum Reinigen auf.',
        'Die ersten Kästen werden gerade von den Vögeln hinter der Werkstatt erprobt. Der Preis folgt, wenn sie eingezogen sind.'
      ),
    },
    categories: ['pots-and-seeds'],
    price: null,
    options: [],
    stock: 12,
    weight: 1900,
    related: ['herb-seeds'],
    upsells: [],
    pictures: [
      {
        file: 'birdhouse.webp',
        description: 'Blue birdhouse with a red roof, a robin on its ledge',
      },
    ],
  },

  // Bags & bottles
  {
    key: 'canvas-weekender',
    texts: {
      en: productTexts(
        {
          title: 'Canvas Weekender',
          slug: 'canvas-weekender',
          description:
            'A waxed canvas bag with leather straps, for two nights or one long market day. 38 litres.',
          keywords: 'weekender, bag, canvas, leather, travel',
        },
        'The straps run all the way round and carry the weight, not the seams. The base is leather and may stand in the wet.',
        'Inside: one large room, one pocket with a zip and one for a bottle. 50 × 28 × 27 cm, which most airlines accept as a cabin bag.'
      ),
      de: productTexts(
        {
          title: 'Reisetasche aus Canvas',
          slug: 'reisetasche-canvas',
          description:
            'Eine gewachste Canvastasche mit Lederriemen, für zwei Nächte oder einen langen Markttag. 38 Liter.',
          keywords: 'Reisetasche, Tasche, Canvas, Leder, Reise',
        },
        'Die Riemen laufen ganz herum und tragen das Gewicht, nicht die Nähte. Der Boden ist aus Leder und darf im Nassen stehen.',
        'Innen: ein großes Fach, eine Tasche mit Reißverschluss und eine für die Flasche. 50 × 28 × 27 cm, bei den meisten Fluglinien Handgepäck.'
      ),
    },
    categories: ['bags-and-bottles'],
    price: '165.00',
    sale: { price: '139.00', from: null, to: null },
    options: ['moss', 'ink', 'charcoal'],
    stock: 8,
    weight: 1450,
    related: ['market-tote', 'travel-bottle'],
    upsells: ['umbrella'],
    pictures: [
      {
        file: 'canvas-weekender-moss.webp',
        description: 'Moss-green canvas weekender with brown leather straps',
        option: 'moss',
      },
      {
        file: 'canvas-weekender-charcoal.webp',
        description: 'Charcoal canvas weekender with brown leather straps',
        option: 'charcoal',
      },
    ],
  },
  {
    key: 'market-tote',
    texts: {
      en: productTexts(
        {
          title: 'Market Tote',
          slug: 'market-tote',
          description:
            'Heavy organic cotton with our wheel on the front and handles that reach over a coat.',
          keywords: 'tote, bag, cotton, market, shopping',
        },
        'The handles are sewn down to the bottom seam, so it carries potatoes as calmly as bread. Printed by hand with water-based ink.',
        '42 × 40 cm, folds into its own pocket.'
      ),
      de: productTexts(
        {
          title: 'Markttasche',
          slug: 'markttasche',
          description:
            'Schwere Biobaumwolle mit unserem Rad auf der Vorderseite und Henkeln, die über den Mantel reichen.',
          keywords: 'Tasche, Stofftasche, Baumwolle, Markt, Einkauf',
        },
        'Die Henkel sind bis zur Bodennaht vernäht, sie trägt Kartoffeln so ruhig wie Brot. Von Hand mit Farbe auf Wasserbasis bedruckt.',
        '42 × 40 cm, lässt sich in die eigene Innentasche falten.'
      ),
    },
    categories: ['bags-and-bottles'],
    price: '26.00',
    options: [],
    stock: 70,
    weight: 230,
    related: ['canvas-weekender', 'travel-bottle'],
    upsells: [],
    pictures: [
      {
        file: 'market-tote.webp',
        description: 'Oat-coloured tote bag with a rust-red wheel printed on it',
      },
    ],
  },
  {
    key: 'umbrella',
    texts: {
      en: productTexts(
        {
          title: 'Stick Umbrella',
          slug: 'stick-umbrella',
          description:
            'Eight ribs, a chestnut handle and a canopy wide enough for one and a half persons.',
          keywords: 'umbrella, rain, travel, chestnut',
        },
        'The shaft and the handle are one piece of steam-bent chestnut. The ribs are glass fibre: in a gust they turn over and back again.',
        'Opens by hand, 104 cm across. Ribs and canopy can be repaired in our workshop.'
      ),
      de: productTexts(
        {
          title: 'Stockschirm',
          slug: 'stockschirm',
          description:
            'Acht Rippen, ein Griff aus Kastanie und ein Dach, weit genug für anderthalb Personen.',
          keywords: 'Schirm, Regenschirm, Reise, Kastanie',
        },
        'Stock und Griff sind ein Stück dampfgebogene Kastanie. Die Rippen sind aus Glasfaser: In einer Bö klappen sie um und wieder zurück.',
        'Öffnet von Hand, 104 cm Durchmesser. Rippen und Dach lassen sich in unserer Werkstatt reparieren.'
      ),
    },
    categories: ['bags-and-bottles'],
    price: '64.00',
    options: ['mustard', 'charcoal'],
    stock: 14,
    weight: 560,
    related: ['canvas-weekender', 'straw-hat'],
    upsells: [],
    pictures: [
      {
        file: 'umbrella.webp',
        description: 'Open mustard-yellow umbrella with a curved wooden handle',
        option: 'mustard',
      },
    ],
  },
  {
    key: 'travel-bottle',
    texts: {
      en: productTexts(
        {
          title: 'Insulated Bottle',
          slug: 'insulated-bottle',
          description:
            'Double-walled steel that keeps tea hot for twelve hours and water cold for a day.',
          keywords: 'bottle, flask, insulated, steel, travel',
        },
        'The cap has a loop to carry it by and a wide thread that is easy to clean. No plastic touches the drink.',
        'The small one holds 350 ml, the large one 750 ml. Fits most bicycle cages.'
      ),
      de: productTexts(
        {
          title: 'Isolierflasche',
          slug: 'isolierflasche',
          description:
            'Doppelwandiger Stahl, der Tee zwölf Stunden heiß und Wasser einen Tag kalt hält.',
          keywords: 'Flasche, Thermosflasche, isoliert, Stahl, Reise',
        },
        'Der Deckel hat einen Bügel zum Tragen und ein weites Gewinde, das sich leicht reinigen lässt. Kein Kunststoff berührt das Getränk.',
        'Die kleine fasst 350 ml, die große 750 ml. Passt in die meisten Halter am Fahrrad.'
      ),
    },
    categories: ['bags-and-bottles'],
    price: '32.00',
    priceDifferences: { large: '6.00' },
    options: ['small', 'large', 'rust', 'charcoal'],
    stock: 36,
    weight: 390,
    related: ['market-tote', 'canvas-weekender'],
    upsells: [],
    pictures: [
      {
        file: 'travel-bottle.webp',
        description: 'Rust-red insulated bottle with a charcoal cap and a carrying loop',
        option: 'rust',
      },
    ],
  },
  {
    key: 'picnic-basket',
    texts: {
      en: productTexts(
        {
          title: 'Picnic Basket',
          slug: 'picnic-basket',
          description:
            'A woven willow basket with a lid and a gingham cloth, for four people and a cake.',
          keywords: 'basket, picnic, willow, cloth',
        },
        'Woven by hand from peeled willow, with a lid that is flat enough to serve as a small table.',
        'The cloth is half linen and comes out for washing. Planned for next spring.'
      ),
      de: productTexts(
        {
          title: 'Picknickkorb',
          slug: 'picknickkorb',
          description:
            'Ein geflochtener Weidenkorb mit Deckel und kariertem Tuch, für vier Personen und einen Kuchen.',
          keywords: 'Korb, Picknick, Weide, Tuch',
        },
        'Von Hand aus geschälter Weide geflochten, mit einem Deckel, der flach genug für einen kleinen Tisch ist.',
        'Das Tuch ist aus Halbleinen und lässt sich zum Waschen herausnehmen. Geplant für das nächste Frühjahr.'
      ),
    },
    categories: ['bags-and-bottles', 'garden'],
    price: '88.00',
    options: [],
    stock: 10,
    weight: 2100,
    published: false,
    related: ['wool-blanket', 'tea-towels'],
    upsells: [],
    pictures: [
      {
        file: 'picnic-basket.webp',
        description: 'Willow picnic basket with a lid and a red gingham cloth',
      },
    ],
  },

  // Clothing
  {
    key: 'linen-shirt',
    texts: {
      en: productTexts(
        {
          title: 'Linen Shirt',
          slug: 'linen-shirt',
          description:
            'A straight shirt in washed linen with a small collar and one pocket. For everybody.',
          keywords: 'shirt, linen, clothing, summer, washed',
          material: 'Washed linen',
        },
        'Cut straight, with room to move. Washed linen does not want ironing: it looks right when it comes off the line.',
        'Buttons of corozo nut, with a spare one sewn in. Between two sizes, take the smaller one.',
        'Wash at 40 °C with like colours.'
      ),
      de: productTexts(
        {
          title: 'Leinenhemd',
          slug: 'leinenhemd',
          description:
            'Ein gerades Hemd aus gewaschenem Leinen mit kleinem Kragen und einer Tasche. Für alle.',
          keywords: 'Hemd, Leinen, Kleidung, Sommer, gewaschen',
          material: 'Gewaschenes Leinen',
        },
        'Gerade geschnitten, mit Platz für Bewegung. Gewaschenes Leinen will nicht gebügelt werden: Es sieht gut aus, wenn es von der Leine kommt.',
        'Knöpfe aus Steinnuss, ein Ersatzknopf ist eingenäht. Zwischen zwei Größen passt die kleinere.',
        'Bei 40 °C mit ähnlichen Farben waschen.'
      ),
    },
    categories: ['clothing', 'linen-and-wool'],
    price: '79.00',
    priceDifferences: { xl: '4.00' },
    options: ['s', 'm', 'l', 'xl', 'oat', 'moss', 'ink'],
    stock: 11,
    stockOf: [
      { options: ['s', 'moss'], stock: 0 },
      { options: ['xl', 'oat'], stock: 2 },
      { options: ['m', 'ink'], stock: 24 },
    ],
    weight: 260,
    related: ['straw-hat', 'wool-socks'],
    upsells: ['straw-hat'],
    pictures: [
      {
        file: 'linen-shirt-oat.webp',
        description: 'Oat-coloured linen shirt on a brass hanger',
        option: 'oat',
      },
      {
        file: 'linen-shirt-ink.webp',
        description: 'Blue linen shirt on a brass hanger',
        option: 'ink',
      },
    ],
  },
  {
    key: 'wool-socks',
    texts: {
      en: productTexts(
        {
          title: 'Wool Socks',
          slug: 'wool-socks',
          description: 'Warm ribbed socks in merino wool, with reinforced heels and toes in oat.',
          keywords: 'socks, wool, merino, warm, clothing',
          material: 'Merino wool',
        },
        'Heel and toe are knitted double, because that is where socks end. The rib holds without pressing.',
        'M fits 36 to 40, L fits 41 to 45. Wash cold, dry lying flat.'
      ),
      de: productTexts(
        {
          title: 'Wollsocken',
          slug: 'wollsocken',
          description:
            'Warme Rippsocken aus Merinowolle, mit verstärkter Ferse und Spitze in Hafer.',
          keywords: 'Socken, Wolle, Merino, warm, Kleidung',
          material: 'Merinowolle',
        },
        'Ferse und Spitze sind doppelt gestrickt, denn dort gehen Socken zu Ende. Der Bund hält, ohne zu drücken.',
        'M passt von 36 bis 40, L von 41 bis 45. Kalt waschen, liegend trocknen.'
      ),
    },
    categories: ['clothing', 'linen-and-wool'],
    price: '17.00',
    options: ['m', 'l', 'rust', 'charcoal'],
    stock: 45,
    weight: 95,
    related: ['wool-blanket', 'linen-shirt'],
    upsells: [],
    pictures: [
      {
        file: 'wool-socks.webp',
        description: 'Pair of rust-red wool socks with oat-coloured heels, toes and cuffs',
        option: 'rust',
      },
    ],
  },
  {
    key: 'straw-hat',
    texts: {
      en: productTexts(
        {
          title: 'Straw Hat',
          slug: 'straw-hat',
          description: 'A wide-brimmed hat of fine wheat straw with a blue cotton band.',
          keywords: 'hat, straw, summer, sun, garden',
        },
        'Sewn from a single braid that starts at the crown and ends at the brim. The band inside is cotton and can be adjusted.',
        'It survives a shower, but not a suitcase: best worn on the way.'
      ),
      de: productTexts(
        {
          title: 'Strohhut',
          slug: 'strohhut',
          description: 'Ein Hut mit breiter Krempe aus feinem Weizenstroh und blauem Baumwollband.',
          keywords: 'Hut, Stroh, Sommer, Sonne, Garten',
        },
        'Aus einer einzigen Borte genäht, die an der Krone beginnt und an der Krempe endet. Das Innenband ist aus Baumwolle und verstellbar.',
        'Er übersteht einen Schauer, aber keinen Koffer: Am besten reist er auf dem Kopf.'
      ),
    },
    categories: ['clothing', 'garden'],
    price: '52.00',
    options: ['m', 'l'],
    stock: 13,
    weight: 140,
    related: ['linen-shirt', 'garden-gloves'],
    upsells: [],
    pictures: [
      {
        file: 'straw-hat.webp',
        description: 'Wide-brimmed straw hat with a blue band',
      },
    ],
  },
];

/** An evening in the workshop: not a product, but a content type of the demo's own. */
export interface DemoCourse {
  /** What it is recognised by, and its SKU in the cart. */
  number: string;
  title: string;
  slug: string;
  startsAt: string;
  fee: number;
  seats: number;
  picture: string;
}

export const courses: DemoCourse[] = [
  {
    number: 'COURSE-CANDLES',
    title: 'Dipping beeswax candles',
    slug: 'dipping-beeswax-candles',
    startsAt: '2027-01-15T18:00:00.000Z',
    fee: 45,
    seats: 12,
    picture: 'beeswax-candles.webp',
  },
  {
    number: 'COURSE-BIRDHOUSE',
    title: 'Building a birdhouse',
    slug: 'building-a-birdhouse',
    startsAt: '2027-02-05T18:00:00.000Z',
    fee: 59.5,
    seats: 8,
    picture: 'birdhouse.webp',
  },
];
