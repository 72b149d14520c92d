import type {
  BlockElsewhereDto,
  BlockViewDto,
  ChoiceDto,
  ComposedBlockDto,
  CompositionDto,
  LayoutBlockDto,
} from '../contracts/layout';
import type { Block, StoredBlock } from '../domain/layout/block';
import type { Layout } from '../services/layout';
import { presentCard } from './present-catalogue';

type Shown = Awaited<ReturnType<Layout['show']>>[number];
type Viewed = Awaited<ReturnType<Layout['view']>>[number];
type Composition = Awaited<ReturnType<Layout['open']>>;

export function presentBlock(filled: Shown, currency: string): LayoutBlockDto {
  const { documentId, sortOrder } = filled.block;
  const { position, ...content } = presentContent(filled, currency);
  return { documentId, position, sortOrder, ...content };
}

export function presentView(filled: Viewed, currency: string): BlockViewDto {
  return { state: filled.state, block: presentContent(filled, currency) };
}

function presentContent({ block, products, categories }: Viewed, currency: string) {
  const { position, heading, text, html, image } = block;
  return {
    position,
    heading,
    text,
    html,
    image: image && withoutId(image),
    link: block.linkUrl ? { label: block.linkLabel, url: block.linkUrl } : null,
    products: products.map((card) => presentCard(card, currency)),
    categories: categories.map(({ slug, title, image: picture }) => ({
      slug,
      title,
      image: picture,
    })),
  };
}

function withoutId({ id: _, ...image }: NonNullable<Block['image']>) {
  return image;
}

export function presentComposition(composition: Composition): CompositionDto {
  const { page, locale, version, blocks, elsewhere } = composition;
  return {
    page,
    locale,
    version,
    blocks: blocks.map(({ block, stage }): ComposedBlockDto => ({
      ...presentStored(block, composition),
      stage,
    })),
    elsewhere: elsewhere.map((block): BlockElsewhereDto => ({
      ...presentStored(block, composition),
      locale: block.locale,
    })),
  };
}

/** Of what was chosen in another language, this language may know nothing. */
function presentStored(block: StoredBlock, { products, categories }: Composition) {
  const chosen = (ids: readonly string[], known: ReadonlyMap<string, ChoiceDto>) =>
    ids.flatMap((id) => known.get(id) ?? []);
  return {
    documentId: block.documentId,
    position: block.position,
    visible: block.visible,
    visibleFrom: block.visibleFrom?.toISOString() ?? null,
    visibleUntil: block.visibleUntil?.toISOString() ?? null,
    heading: block.heading,
    text: block.text,
    html: block.html,
    linkLabel: block.linkLabel,
    linkUrl: block.linkUrl,
    image: block.image,
    source: block.source,
    limit: block.limit,
    removed: block.removed,
    products: chosen(block.products, products),
    categories: chosen(block.categories, categories),
  };
}
