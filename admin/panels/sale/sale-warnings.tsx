import { Flex } from '@strapi/design-system';

import type { SalePreviewDto } from '../../../server/contracts/sale-preview';
import { Notice, type NoticeTone } from '../../components/notice';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { useRivalName } from './use-rival-name';

type Warning = SalePreviewDto['warnings'][number];

const WARNINGS: Record<Warning, { key: TextKey; tone: NoticeTone }> = {
  discount_missing: { key: 'sale.warning.discount-missing', tone: 'warning' },
  discount_several: { key: 'sale.warning.discount-several', tone: 'danger' },
  discount_wrong: { key: 'sale.warning.discount-wrong', tone: 'danger' },
  window_empty: { key: 'sale.warning.window-empty', tone: 'danger' },
  window_over: { key: 'sale.warning.window-over', tone: 'warning' },
  scope_empty: { key: 'sale.warning.scope-empty', tone: 'warning' },
  scope_without_products: { key: 'sale.warning.scope-without-products', tone: 'warning' },
  inactive: { key: 'sale.warning.inactive', tone: 'info' },
  shadowed: { key: 'sale.warning.shadowed', tone: 'warning' },
  below_cost: { key: 'sale.warning.below-cost', tone: 'warning' },
  free: { key: 'sale.warning.free', tone: 'danger' },
};

/** What an editor should know before saving. */
export function SaleWarnings({ preview }: { preview: SalePreviewDto }) {
  const text = useText();
  const nameOf = useRivalName();
  const { warnings, belowCost, free, shadowedBy } = preview;
  if (warnings.length === 0) return null;
  const names = shadowedBy.map(({ sale }) => nameOf(sale)).join(', ');
  return (
    <Flex tag="ul" direction="column" gap={2} alignItems="stretch">
      {warnings.map((warning) => {
        const { key, tone } = WARNINGS[warning];
        const count = warning === 'free' ? free : belowCost;
        return (
          <li key={warning}>
            <Notice tone={tone}>{text(key, { count, names })}</Notice>
          </li>
        );
      })}
    </Flex>
  );
}
