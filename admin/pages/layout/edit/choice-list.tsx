import { Badge, Box, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross } from '@strapi/icons';

import type { ChoiceDto } from '../../../../server/contracts/layout';
import { Picture } from '../../../components/picture';
import { useKeptFocus } from '../../../components/use-kept-focus';
import { useText } from '../../../text/use-text';
import { ChoiceSearch } from './choice-search';

interface ChoiceListProps {
  label: string;
  searchLabel: string;
  uid: string;
  locale: string;
  chosen: ChoiceDto[];
  disabled: boolean;
  fault: string | undefined;
  onChange: (chosen: ChoiceDto[]) => void;
}

/** What was chosen, in its order, and a search for more. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, searchLabel, uid, locale, chosen, disabled, fault, onChange } = props;
  const text = useText();
  const keptFocus = useKeptFocus<HTMLDivElement>();
  const move = (from: number, to: number) => {
    const moved = chosen[from];
    const others = chosen.filter((_, index) => index !== from);
    if (moved) onChange([...others.slice(0, to), moved, ...others.slice(to)]);
  };
  return (
    <Box role="group" aria-label={label} {...keptFocus}>
      <Field.Root name={uid} error={fault} width="100%">
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {label}
        </Typography>
        {chosen.length > 0 && (
          <Flex
            tag="ol"
            aria-label={label}
            direction="column"
            alignItems="stretch"
            borderColor="neutral150"
            hasRadius
            maxHeight="32rem"
            overflow="auto"
          >
            {chosen.map((choice, index) => {
              const name = choice.title ?? choice.documentId;
              return (
                <Flex
                  key={choice.documentId}
                  tag="li"
                  gap={3}
                  padding={2}
                  justifyContent="space-between"
                >
                  <Flex gap={3} minWidth={0}>
                    <Picture image={choice.image} />
                    <Typography style={{ overflowWrap: 'anywhere' }}>{name}</Typography>
                    {!choice.published && <Badge>{text('layout.not-published')}</Badge>}
                  </Flex>
                  <Flex gap={1} shrink={0}>
                    <IconButton
                      variant="ghost"
                      label={text('layout.up.named', { block: name })}
                      disabled={disabled || index === 0}
                      onClick={() => {
                        move(index, index - 1);
                      }}
                    >
                      <ArrowUp />
                    </IconButton>
                    <IconButton
                      variant="ghost"
                      label={text('layout.down.named', { block: name })}
                      disabled={disabled || index === chosen.length - 1}
                      onClick={() => {
                        move(index, index + 1);
                      }}
                    >
                      <ArrowDown />
                    </IconButton>
                    <IconButton
                      variant="ghost"
                      label={text('layout.take-out.named', { name })}
                      disabled={disabled}
                      onClick={() => {
                        onChange(chosen.filter((one) => one !== choice));
                      }}
                    >
                      <Cross />
                    </IconButton>
                  </Flex>
                </Flex>
              );
            })}
          </Flex>
        )}
        <Field.Error />
      </Field.Root>
      {!disabled && (
        <ChoiceSearch
          label={searchLabel}
          uid={uid}
          locale={locale}
          chosen={chosen}
          onChoose={(choice) => {
            onChange([...chosen, choice]);
          }}
        />
      )}
    </Box>
  );
}
