import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';

import { useText } from '../../../text/use-text';
import { BLOCK_KINDS, POSITIONS } from '../block-kinds';
import { type DraftBlock, newBlock } from '../composition';
import { BlockDrawing } from './block-drawing';

const Kinds = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr));
  gap: 1.2rem;
`;

const Kind = styled.button`
  display: flex;
  gap: 1.6rem;
  align-items: center;
  width: 100%;
  height: 100%;
  padding: 1.2rem;
  text-align: start;
  cursor: pointer;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  &:hover,
  &:focus-visible {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface AddBlockProps {
  onAdd: (block: DraftBlock) => void;
}

/** What kinds there are, each with a drawing and what it is good for. */
export function AddBlock({ onAdd }: AddBlockProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button variant="secondary" size="S" startIcon={<Plus />}>
          {text('layout.add')}
        </Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{text('layout.add.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Kinds>
            {POSITIONS.map((position) => {
              const { title, hint } = BLOCK_KINDS[position];
              return (
                <li key={position}>
                  <Kind
                    type="button"
                    onClick={() => {
                      setIsOpen(false);
                      onAdd(newBlock(position));
                    }}
                  >
                    <BlockDrawing position={position} />
                    <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
                      <Typography fontWeight="bold" textColor="neutral800">
                        {text(title)}
                      </Typography>
                      <Box>
                        <Typography variant="pi" textColor="neutral600">
                          {text(hint)}
                        </Typography>
                      </Box>
                    </Flex>
                  </Kind>
                </li>
              );
            })}
          </Kinds>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
