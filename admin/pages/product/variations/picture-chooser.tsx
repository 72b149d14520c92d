import { Flex, Popover, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { VariationTableDto } from '../../../../server/contracts/variation-table';
import type { ChosenCell } from '../../../components/grid/grid-column';
import { Picture } from '../../../components/picture';
import { useText } from '../../../text/use-text';

const Choice = styled.button`
  padding: 0.4rem;
  border-radius: ${({ theme }) => theme.borderRadius};

  &[aria-pressed='true'] {
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }
`;

interface PictureChooserProps {
  cell: ChosenCell;
  pictures: VariationTableDto['pictures'];
}

/** The product's pictures, of which a variation shows one, or none. */
export function PictureChooser({ cell, pictures }: PictureChooserProps) {
  const text = useText();
  const { value, choose, close } = cell;
  const take = (picture: string) => {
    choose(picture);
    close();
  };
  return (
    <Popover.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Popover.Anchor style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }} />
      <Popover.Content
        align="start"
        aria-label={text('variation-table.choose-picture')}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
        }}
      >
        <Flex padding={3} gap={2} wrap="wrap" maxWidth="26rem">
          {pictures.length === 0 && (
            <Typography textColor="neutral600">{text('variation-table.no-pictures')}</Typography>
          )}
          {pictures.map(({ documentId, image }, index) => (
            <Choice
              key={documentId}
              type="button"
              aria-pressed={value === documentId}
              aria-label={
                image?.alternativeText ??
                text('variation-table.picture-number', { number: index + 1 })
              }
              title={image?.alternativeText ?? undefined}
              onClick={() => {
                take(documentId);
              }}
            >
              <Picture image={image} />
            </Choice>
          ))}
          {value !== '' && (
            <Choice
              type="button"
              onClick={() => {
                take('');
              }}
            >
              <Typography textColor="primary600">{text('variation-table.no-picture')}</Typography>
            </Choice>
          )}
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
}
