import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { UIDS } from '../../../../content-types/uids';
import type { ProductPicturesDto } from '../../../../server/contracts/product-pictures';
import { Notice } from '../../../components/notice';
import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { type DraftPicture, draftOf } from './picture-draft';

interface PictureNoticesProps {
  product: string;
  /** As saved. */
  pictures: ProductPicturesDto;
  draft: readonly DraftPicture[];
}

/** When what is saved here goes live, and what it takes away. */
export function PictureNotices({ product, pictures, draft }: PictureNoticesProps) {
  const text = useText();
  const formats = useFormats();
  const { publication, mayChangeList, ownLists, locale } = pictures;
  const saved = draftOf(pictures);
  const removed = saved.filter(({ key }) => draft.every((picture) => picture.key !== key)).length;
  const shownBefore = saved.flatMap(({ variations }) => variations);
  const shown = new Set(draft.flatMap(({ variations }) => variations));
  const without = shownBefore.filter((variation) => !shown.has(variation)).length;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p" textColor="neutral600">
        {text('product-pictures.when-live')}
      </Typography>
      {publication === 'differs' && (
        <Notice tone="warning">
          {text('product-pictures.modified')}{' '}
          <Link
            tag={NavLink}
            to={`/content-manager/collection-types/${UIDS.product}/${product}?plugins[i18n][locale]=${locale}`}
          >
            {text('product-pictures.go-publish')}
          </Link>
        </Notice>
      )}
      {ownLists.length > 0 && (
        <Notice tone="info">
          {text('product-pictures.own-lists', {
            languages: ownLists.map((code) => formats.language(code)).join(', '),
          })}
        </Notice>
      )}
      {!mayChangeList && <Notice tone="info">{text('product-pictures.list-locked')}</Notice>}
      <Box aria-live="polite">
        {(removed > 0 || without > 0) && (
          <Notice tone="warning">
            {[
              ...(removed > 0 ? [text('product-pictures.removed', { count: removed })] : []),
              ...(without > 0 ? [text('product-pictures.without', { count: without })] : []),
            ].join(' ')}
          </Notice>
        )}
      </Box>
    </Flex>
  );
}
