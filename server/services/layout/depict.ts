import { CommerceError } from '../../domain/errors';
import type { Block, BlockImage } from '../../domain/layout/block';
import type { Connection } from '../../storage/database';
import { findImages } from '../../storage/layout-blocks';

/** A block as it is sent: its picture is a number of the media library. */
export type BlockWish<Kind extends Block = Block> = Omit<Kind, 'image'> & { image: number | null };

type Depicted<Wish> = Omit<Wish, 'image'> & { image: BlockImage | null };

/** With their pictures; those that are gone are left out. One statement. */
export async function depict<Wish extends { image: number | null }>(
  db: Connection,
  wishes: readonly Wish[]
): Promise<Depicted<Wish>[]> {
  const images = await findImages(
    db,
    wishes.flatMap(({ image }) => image ?? [])
  );
  return wishes.map((wish) => ({ ...wish, image: images.get(wish.image ?? 0) ?? null }));
}

/** @throws CommerceError invalid_input when a picture is gone, or none */
export function demandPictures(
  wishes: readonly { image: number | null }[],
  depicted: readonly { image: BlockImage | null }[]
): void {
  const issues = wishes.flatMap(({ image }, index) =>
    image !== null && !depicted[index]?.image
      ? [{ path: `blocks.${index}.image`, message: 'is no picture of the media library any more' }]
      : []
  );
  const [first] = issues;
  if (first) throw new CommerceError('invalid_input', `${first.path} ${first.message}`, { issues });
}
