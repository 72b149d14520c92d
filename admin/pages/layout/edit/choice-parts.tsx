import {
  Box,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';

import { UIDS } from '../../../../content-types/uids';
import { useText } from '../../../text/use-text';
import type { DraftBlock } from '../composition';
import { ChoiceList } from './choice-list';
import type { PartProps } from './edit-block';

const MOST = 100;

/** Which products: chosen ones, those of categories, or what the shop knows by itself; and how many. */
export function ProductsPart(props: PartProps) {
  const { block, locale, mayEdit, faultOf, change } = props;
  const text = useText();
  const isChosen = block.source === 'chosen';
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Box grow={1} minWidth="20rem">
          <Field.Root name="source">
            <Field.Label>{text('layout.field.source')}</Field.Label>
            <SingleSelect
              value={block.source}
              disabled={!mayEdit('source')}
              onChange={(value) => {
                change({ source: String(value) as DraftBlock['source'] });
              }}
            >
              <SingleSelectOption value="chosen">{text('layout.source.chosen')}</SingleSelectOption>
              <SingleSelectOption value="newest">{text('layout.source.newest')}</SingleSelectOption>
              <SingleSelectOption value="popular">
                {text('layout.source.popular')}
              </SingleSelectOption>
              <SingleSelectOption value="sale">{text('layout.source.sale')}</SingleSelectOption>
            </SingleSelect>
          </Field.Root>
        </Box>
        <LimitField {...props} />
      </Flex>
      {isChosen && (
        <ChoiceList
          label={text('layout.field.products')}
          searchLabel={text('layout.search-products')}
          uid={UIDS.product}
          locale={locale}
          chosen={block.products}
          disabled={!mayEdit('products')}
          fault={faultOf('products')}
          onChange={(products) => {
            change({ products });
          }}
        />
      )}
      {(!isChosen || block.products.length === 0) && (
        <ChoiceList
          label={text(isChosen ? 'layout.field.or-categories' : 'layout.field.only-categories')}
          searchLabel={text('layout.search-categories')}
          uid={UIDS.category}
          locale={locale}
          chosen={block.categories}
          disabled={!mayEdit('categories')}
          fault={faultOf('categories')}
          onChange={(categories) => {
            change({ categories });
          }}
        />
      )}
    </Flex>
  );
}

export function CategoriesPart(props: PartProps) {
  const { block, locale, mayEdit, faultOf, change } = props;
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <ChoiceList
        label={text('layout.field.categories')}
        searchLabel={text('layout.search-categories')}
        uid={UIDS.category}
        locale={locale}
        chosen={block.categories}
        disabled={!mayEdit('categories')}
        fault={faultOf('categories')}
        onChange={(categories) => {
          change({ categories });
        }}
      />
      <LimitField {...props} />
    </Flex>
  );
}

function LimitField({ block, mayEdit, faultOf, change }: PartProps) {
  const text = useText();
  return (
    <Field.Root
      name="limit"
      hint={text('layout.field.limit.hint')}
      error={faultOf('limit')}
      width="20rem"
    >
      <Field.Label>{text('layout.field.limit')}</Field.Label>
      <NumberInput
        value={block.limit ?? undefined}
        disabled={!mayEdit('limit')}
        onValueChange={(value) => {
          change({ limit: value ? Math.min(MOST, Math.max(1, Math.trunc(value))) : null });
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
