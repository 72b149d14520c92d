import { styled } from 'styled-components';

import type { MoneyText } from '../../server/contracts/money';
import { useFormats } from '../text/use-formats';

/** Digits of one width, so that amounts stand under each other. */
const Digits = styled.span`
  font-feature-settings: 'tnum';
  white-space: nowrap;
`;

interface AmountProps {
  value: MoneyText;
  currency: string;
  /** Something that is taken off. */
  negative?: boolean;
}

export function Amount({ value, currency, negative = false }: AmountProps) {
  const { amount } = useFormats();
  const isZero = Number(value) === 0;
  return <Digits>{(negative && !isZero ? '−' : '') + amount(value, currency)}</Digits>;
}
