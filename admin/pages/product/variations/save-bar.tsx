import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Sheet } from '../../../components/grid/sheet';
import type { SheetAction } from '../../../components/grid/use-sheet';
import { useText } from '../../../text/use-text';

/** Stays in sight, however long the page is. */
const Bar = styled(Flex)`
  position: sticky;
  bottom: 0;
  z-index: 5;
`;

const Mirrored = styled(ArrowClockwise)`
  transform: scaleX(-1);
`;

interface SaveBarProps {
  sheet: Sheet;
  dispatch: (action: SheetAction) => void;
  changed: readonly { id: string }[];
  problems: number;
  conflicts: number;
  nextProblem: () => void;
  /** What was done last. */
  said: string;
  isBusy: boolean;
  canSave: boolean;
  save: () => void;
}

/** How much was changed, what is in the way of saving it, and the ways out. */
export function SaveBar(props: SaveBarProps) {
  const { sheet, dispatch, changed, problems, conflicts, said, isBusy, canSave } = props;
  const text = useText();
  const rows = new Set(changed.map(({ id }) => id)).size;
  const isChanged = changed.length > 0;
  return (
    <Bar
      gap={4}
      padding={4}
      wrap="wrap"
      justifyContent="space-between"
      background="neutral0"
      shadow="popupShadow"
      hasRadius
    >
      <Flex gap={4} flex="1 1 30rem" minWidth={0}>
        <Flex gap={1}>
          <IconButton
            label={text('grid.undo')}
            disabled={sheet.undo.length === 0 || isBusy}
            onClick={() => {
              dispatch({ do: 'undo' });
            }}
          >
            <Mirrored />
          </IconButton>
          <IconButton
            label={text('grid.redo')}
            disabled={sheet.redo.length === 0 || isBusy}
            onClick={() => {
              dispatch({ do: 'redo' });
            }}
          >
            <ArrowClockwise />
          </IconButton>
        </Flex>
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold" textColor="neutral800" role="status">
            {isChanged
              ? text('variation-table.changed', { cells: changed.length, rows })
              : text('variation-table.unchanged')}
          </Typography>
          <Typography variant="pi" textColor="neutral600" aria-live="polite">
            {said || text('grid.hint')}
          </Typography>
        </Flex>
      </Flex>
      <Flex gap={2} wrap="wrap">
        <div aria-live="polite">
          {problems > 0 && (
            <Button variant="danger-light" onClick={props.nextProblem}>
              {text('variation-table.problems', { count: problems })}
            </Button>
          )}
        </div>
        <Button
          variant="tertiary"
          disabled={!isChanged || isBusy}
          onClick={() => {
            dispatch({ do: 'discard' });
          }}
        >
          {text('variation-table.discard')}
        </Button>
        <Button loading={isBusy} disabled={!canSave} onClick={props.save}>
          {conflicts > 0 ? text('variation-table.decide-first') : text('dialog.save')}
        </Button>
      </Flex>
    </Bar>
  );
}
