import { Box, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useMemo } from 'react';

import { type PlanQuery, usePlanOptionsQuery } from '../../api/option-plan';
import { useSettled } from '../../components/use-settled';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import { PanelHint } from '../panel-hint';
import { PlannedNames } from './planned-names';

interface PlanPreviewProps {
  product: string | undefined;
  ticked: string[];
  locale: string | undefined;
}

interface Texts {
  title?: string | null;
  slug?: string | null;
}

/** What saving the form will make of the variations, as the server's rule has it. */
export function PlanPreview({ product, ticked, locale }: PlanPreviewProps) {
  const text = useText();
  const formats = useFormats();
  const title = useForm('PlanPreview', ({ values }) => (values as Texts).title ?? null);
  const slug = useForm('PlanPreview', ({ values }) => (values as Texts).slug ?? null);
  const asked = useMemo(
    (): PlanQuery => ({
      product: product ?? null,
      options: ticked,
      locale,
      title: short(title),
      slug: short(slug),
    }),
    [product, ticked, locale, title, slug]
  );
  const settled = useSettled(asked);
  const { data: plan, isError, isFetching } = usePlanOptionsQuery(settled);
  const changes = plan ? plan.create.length + plan.revive.length + plan.retire.length : 0;
  const isTooMany = plan !== undefined && plan.count > plan.most;
  const isNew = product === undefined;

  return (
    <Box aria-live="polite" aria-busy={isFetching || settled !== asked}>
      {isError && <PanelHint>{text('product-panel.plan-failed')}</PanelHint>}
      {isTooMany && (
        <Box role="alert" background="danger100" padding={3} hasRadius>
          <Typography tag="p" variant="pi" textColor="danger700">
            {text('product-panel.too-many', { count: plan.count, most: plan.most })}
          </Typography>
        </Box>
      )}
      {plan && !isTooMany && (changes > 0 || isNew) && (
        <Flex
          direction="column"
          alignItems="stretch"
          gap={3}
          background="neutral100"
          padding={3}
          hasRadius
        >
          <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
            {text('product-panel.plan', { count: plan.count, most: plan.most })}
          </Typography>
          <PlannedNames
            label={text('product-panel.create', { count: plan.create.length })}
            note={
              plan.unitPrice !== null
                ? text('product-panel.create-price', {
                    price: formats.amount(plan.unitPrice, plan.currency),
                  })
                : text('product-panel.create-no-price')
            }
            variations={plan.create}
            tone="success600"
          />
          <PlannedNames
            label={text('product-panel.revive', { count: plan.revive.length })}
            note={text('product-panel.revive-note')}
            variations={plan.revive}
            tone="success600"
          />
          <PlannedNames
            label={text('product-panel.retire', { count: plan.retire.length })}
            note={text('product-panel.retire-note')}
            variations={plan.retire}
            tone="warning600"
          />
          <PlannedNames
            label={text('product-panel.keep', { count: plan.keep.length })}
            variations={plan.keep}
            tone="neutral600"
          />
        </Flex>
      )}
    </Box>
  );
}

/** What the server takes; a longer one is refused when the form is saved. */
const short = (value: string | null) => value?.trim().slice(0, 255) || null;
