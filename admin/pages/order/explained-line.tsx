import { Box, Flex, Typography } from '@strapi/design-system';

import type { AdminOrderDto } from '../../../server/contracts/orders';
import { Amount } from '../../components/amount';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';

type Step = NonNullable<AdminOrderDto['items'][number]['explanation']>[number];

interface ExplainedLineProps {
  steps: Step[];
  currency: string;
}

/** How a line came to cost what it costs, as it was when it was ordered. */
export function ExplainedLine({ steps, currency }: ExplainedLineProps) {
  const words = useStepWords(currency);
  return (
    <tr>
      <td colSpan={7}>
        <Box tag="dl" background="neutral100" padding={3} hasRadius maxWidth="52rem">
          {steps.map((step) => (
            <Flex key={`${step.step} ${words(step)}`} justifyContent="space-between" gap={4}>
              <Typography tag="dt" variant="pi" textColor="neutral600">
                {words(step)}
              </Typography>
              <Typography tag="dd" variant="pi" textColor="neutral800">
                <Amount value={step.amount} currency={currency} />
              </Typography>
            </Flex>
          ))}
        </Box>
      </td>
    </tr>
  );
}

function useStepWords(currency: string): (step: Step) => string {
  const text = useText();
  const { amount, percent } = useFormats();
  return (step) => {
    switch (step.step) {
      case 'list_price':
        return text('explain.list-price', {
          quantity: step.quantity,
          price: amount(step.unitPrice, currency),
        });
      case 'sale':
        return text('explain.sale', { price: amount(step.unitPrice, currency) });
      case 'discount_code':
        return text('explain.discount-code', { code: step.code });
      case 'tax':
        return text(step.included ? 'explain.tax-included' : 'explain.tax', {
          label: step.label,
          rate: percent(step.rate),
          base: amount(step.base, currency),
        });
      case 'shipping':
        return text('totals.shipping-option', { option: step.label });
      case 'subtotal':
        return text('totals.subtotal');
      case 'total':
        return text('totals.total');
    }
  };
}
